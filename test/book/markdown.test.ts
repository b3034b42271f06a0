import { describe, expect, it } from "vitest";
import { bookMarkdown } from "../../engine/book/markdown/page.ts";
import { hostileLibrary } from "./hostile.ts";
import { bookWith, changesOfSecond, library, shipped } from "./support.ts";

const attacked = bookMarkdown(bookWith(hostileLibrary(), "2.0", changesOfSecond));
const second = bookMarkdown(bookWith(library, "2.0", changesOfSecond));
const draft = bookMarkdown(bookWith(library, "3.0"));
const each: readonly (readonly [string, string])[] = [
  ["the shipped procedure", bookMarkdown(bookWith(shipped, "1.0"))],
  ["a revision with changes", second],
  ["a draft", draft],
  ["hostile text", attacked],
];

describe.each(each)("the Markdown of %s", (_name, page) => {
  it("has every anchor once, and no link that leads nowhere", () => {
    const ids = [...page.matchAll(/<a id="([^"]*)"><\/a>/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(15);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/(?<!\\)\]\((.*?)\)/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(ids.length);
    expect(targets.filter((target) => !target.startsWith("#") || !ids.includes(target.slice(1)))).toEqual([]);
  });

  it("has rows as wide as the heads of their tables", () => {
    const width = (line: string) => line.split(/(?<!\\)\|/).length;
    let head = "";
    let rows = 0;
    for (const line of page.split("\n")) {
      if (!line.startsWith("|")) head = "";
      else if (head === "") head = line;
      else {
        rows++;
        expect([line, width(line)]).toEqual([line, width(head)]);
      }
    }
    expect(rows).toBeGreaterThan(10);
  });

  it("has no HTML but its own", () => {
    const tags = [...page.matchAll(/(?<!\\)<([^>]*)>/g)].map(([, tag = ""]) => tag);
    expect(tags.filter((tag) => !/^(?:a id="[^"]*"|\/a|br|sub|\/sub)$/.test(tag))).toEqual([]);
  });

  it("says at its end what the copy is worth", () => {
    expect(page).toMatch(/\| Digest \| `sha256:[0-9a-f]{64}` \|\n\n\*\*Uncontrolled when printed\*\*\n$/);
  });
});

describe("the Markdown", () => {
  it("has a triangle at each thing that changed, and at nothing else", () => {
    const headings = second.split("\n").filter((line) => /^#+ /.test(line));
    expect(headings.filter((line) => line.includes("△"))).toEqual([
      '### <a id="clause-2"></a>2 Who may borrow △ 2.0',
      '### <a id="clause-3"></a>3 Return △ 2.0',
    ]);
  });

  it("begins with a warning for a draft, and for no other", () => {
    expect(draft.startsWith("> **DRAFT** Revision 3.0 is not approved.")).toBe(true);
    expect(second).not.toContain("DRAFT");
  });

  it("shows what was retired as such", () => {
    expect(draft).toContain('### <a id="clause-3"></a>~~3 Return~~\n\n*retired*');
  });
});
