import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../engine/book/html/markup.ts";
import { bookHtml } from "../../engine/book/html/page.ts";
import { hostile, hostileLibrary } from "./hostile.ts";
import { bookWith, changesOfSecond, library, shipped } from "./support.ts";

const attacked = bookHtml(bookWith(hostileLibrary(), "2.0", changesOfSecond));
const pages = {
  "the shipped procedure": bookHtml(bookWith(shipped, "1.0")),
  "a revision with changes": bookHtml(bookWith(library, "2.0", changesOfSecond)),
  "a draft": bookHtml(bookWith(library, "3.0")),
  "hostile text": attacked,
};
const each = Object.entries(pages);

/** The tags of a page in their order. */
function tagsOf(page: string): readonly string[] {
  return [...page.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)].flatMap(([, name = "", closed]) =>
    closed === "/" ? [] : [name],
  );
}

/** What a browser makes of escaped text. */
function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => characters[name] ?? "");
}

describe.each(each)("the page of %s", (_name, page) => {
  it("closes every element that it opens", () => {
    const open: string[] = [];
    for (const tag of tagsOf(page)) {
      if (["meta", "br"].includes(tag)) continue;
      if (tag.startsWith("/")) expect(open.pop()).toBe(tag.slice(1));
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });

  it("has every anchor once, and no link that leads nowhere", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(15);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/ href="([^"]*)"/g)].map(([, target = ""]) => target);
    expect(targets.length).toBeGreaterThan(ids.length);
    expect(targets.filter((target) => !target.startsWith("#") || !ids.includes(target.slice(1)))).toEqual([]);
  });

  it("needs nothing beside it and runs nothing", () => {
    expect(page.startsWith("<!doctype html>\n<html lang=")).toBe(true);
    const elements = new Set(tagsOf(page).map((tag) => tag.replace("/", "").toLowerCase()));
    for (const name of ["script", "img", "link", "iframe", "object", "embed", "form"]) {
      expect([name, elements.has(name)]).toEqual([name, false]);
    }
    expect(page).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(page).not.toMatch(/url\(|@import/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("goes down the headings one level at a time", () => {
    const levels = tagsOf(page).flatMap((tag) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
  });

  it("says at its end, and at the foot of every printed page, what the copy is worth", () => {
    const end = page.slice(page.indexOf('<footer class="end">'));
    expect(end.split("Uncontrolled when printed")).toHaveLength(3);
    expect(end).toMatch(/<div class="running"[\s\S]*sha256:[0-9a-f]{64}[\s\S]*<\/div>/);
    expect(page.match(/sha256:[0-9a-f]{64}/g)).toHaveLength(3);
  });
});

describe("hostile text", () => {
  it("is shown as it was written", () => {
    const [, title = ""] = /<h1>([\s\S]*?)<\/h1>/.exec(attacked) ?? [];
    expect(unescaped(title)).toBe(`Lending card of a town library ${hostile}`);
  });

  it("got into every part of the page, and is markup in none", () => {
    expect(attacked.split("&lt;script&gt;alert(1)&lt;/script&gt;").length).toBeGreaterThan(60);
    expect(attacked.match(/<script|<img|<\/style>/g)).toEqual(["</style>"]);
  });

  it("makes no markup, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const made = html`<p title="${text}">${text}</p>`.source;
        const [, attribute = "", content = ""] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(made) ?? [];
        expect([unescaped(attribute), unescaped(content)]).toEqual([text, text]);
      }),
    );
  });
});

describe("a page", () => {
  it("has a triangle beside each thing that changed, and beside nothing else", () => {
    const page = pages["a revision with changes"];
    const marked = [...page.matchAll(/<article class="([^"]*)" id="([^"]*)">\n<header>(<svg)?/g)];
    expect(marked.length).toBeGreaterThan(5);
    for (const [, classes = "", id = "", svg] of marked) {
      const isChanged = ["clause-2", "clause-3"].includes(id);
      expect([id, classes.includes("changed"), svg !== undefined]).toEqual([id, isChanged, isChanged]);
    }
    expect(page.split('aria-label="Changed in revision 2.0"')).toHaveLength(3);
  });

  it("is marked as a draft where it is one, and only there", () => {
    const draft = pages["a draft"];
    expect(draft).toMatch(/<p class="banner" role="note"><strong>DRAFT<\/strong>/);
    expect(draft).toContain('<div class="watermark" aria-hidden="true">DRAFT</div>');
    expect(draft).toMatch(/<title>[^<]*\(DRAFT\)<\/title>/);
    const [, running = ""] = /<div class="running"[^>]*>([\s\S]*?)<\/div>/.exec(draft) ?? [];
    expect(running).toContain("DRAFT, not approved");
    expect(pages["a revision with changes"]).not.toContain("DRAFT");
  });

  it("warns where the content is not what was approved", () => {
    const book = bookWith(library, "2.0");
    const altered = bookHtml({ ...book, standing: { ...book.standing, isAltered: true } });
    expect(altered).toContain("<strong>ALTERED</strong>");
    expect(pages["a revision with changes"]).not.toContain("ALTERED");
  });

  it("links the names in formulas and the clauses named in the text", () => {
    const page = pages["the shipped procedure"];
    expect(page).toContain(
      '<a href="#fact-employer.peak_headcount">the most people at any one time</a> is more than 10 people',
    );
    expect(page).toContain('are clauses <a href="#clause-2.7.1">2.7.1</a> to <a href="#clause-2.7.5">2.7.5</a>');
  });

  it("has the same bytes for the same revision", () => {
    expect(bookHtml(bookWith(shipped, "1.0"))).toBe(pages["the shipped procedure"]);
  });
});
