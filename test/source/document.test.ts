import { describe, expect, it } from "vitest";
import type { SourceDocument } from "../../engine/source/document.ts";
import type { Place } from "../../engine/source/place.ts";
import { documentOf } from "./rendered.ts";

const RULES = `# a comment
section: "2.1"
clauses:
  - id: 1.10   # not in quotes
    "when": { fact: a.b, in: [x, 'y'] }
    summary: some words
      on two lines
    text: |
      one
      two
  -
    id: "1.2"
    note:
    items:
    - first
    - - nested
      - more
`;

type Container = Record<string, unknown> | unknown[];

/** The list or mapping at a path. */
function at(document: SourceDocument, ...path: (string | number)[]): Container {
  let value = document.value as Container;
  for (const key of path) value = (value as Record<string | number, unknown>)[key] as Container;
  return value;
}

/** What a place underlines, with its line and column. */
function marked({ line, column, length, text }: Place): string {
  return `${line}:${column} ${text.slice(column - 1, column - 1 + length)}`;
}

describe("the value of a document", () => {
  it("is plain data", () => {
    expect(documentOf(RULES).value).toStrictEqual({
      section: "2.1",
      clauses: [
        {
          id: 1.1,
          when: { fact: "a.b", in: ["x", "y"] },
          summary: "some words on two lines",
          text: "one\ntwo\n",
        },
        { id: "1.2", note: null, items: ["first", ["nested", "more"]] },
      ],
    });
  });

  it("follows YAML 1.2, in which yes, no, on and off are text and dates stay text", () => {
    const text =
      "[yes, no, on, off, Yes, y, 2019-01-01, 2019-01-01T00:00:00Z, 12:30, 0777, 0o17, 1_000, '1', +1, 1., .5]\n";
    const value = ["yes", "no", "on", "off", "Yes", "y", "2019-01-01", "2019-01-01T00:00:00Z", "12:30"];
    expect(documentOf(text).value).toStrictEqual([...value, 777, 15, "1_000", "1", 1, 1, 0.5]);
  });

  it("may be a single scalar", () => {
    expect(documentOf("some text\n").value).toBe("some text");
    expect(documentOf("42").value).toBe(42);
    expect(documentOf("null").value).toBeNull();
    expect(documentOf('""').value).toBe("");
  });

  it("has core tags applied", () => {
    expect(documentOf("a: !!str 1.10\nb: !!float 1.0\nc: !!map {d: !!seq []}\n").value).toStrictEqual({
      a: "1.10",
      b: 1,
      c: { d: [] },
    });
  });

  it("holds the very object that an alias refers to", () => {
    const document = documentOf("a: &x { b: 1 }\nc: [*x, *x]\nd: &x 2\ne: *x\n");
    const value = document.value as { a: object; c: object[]; e: number };
    expect(value.c[0]).toBe(value.a);
    expect(value.c[1]).toBe(value.a);
    expect(value.e).toBe(2);
  });

  it("has no prototype of its own making, and keys that only look dangerous are fine", () => {
    const value = documentOf("toString: 1\nproto: 2\nconstructors: 3\nhasOwnProperty: 4\n").value as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(["toString", "proto", "constructors", "hasOwnProperty"]);
  });

  it("is the same with a byte order mark and with the line breaks of Windows", () => {
    const windows = documentOf(`\ufeff${RULES.replaceAll("\n", "\r\n")}`);
    const unix = documentOf(RULES);
    expect(windows.value).toStrictEqual(unix.value);
    expect(windows.valuePlace(at(windows, "clauses", 0), "id")).toEqual(unix.valuePlace(at(unix, "clauses", 0), "id"));
    expect(windows.sourceText(at(windows, "clauses", 0), "text")).toBe("|\n      one\n      two\n");
  });
});

/** The same document, once for each of the two readers: three dashes are left to the thorough one. */
describe.each([
  ["the plain reader", RULES, 0],
  ["the thorough reader", `---\n${RULES}`, 1],
])("places from %s", (_name, text, shift) => {
  const document = documentOf(text, "rules/a.yaml");
  const first = at(document, "clauses", 0);
  const second = at(document, "clauses", 1);
  const place = (of: Place): string => marked({ ...of, line: of.line - shift });

  it("has the file and the whole line", () => {
    expect(document.file).toBe("rules/a.yaml");
    expect(document.valuePlace(first, "id")).toEqual({
      file: "rules/a.yaml",
      line: 4 + shift,
      column: 9,
      length: 4,
      text: "  - id: 1.10   # not in quotes",
    });
  });

  it.each<[string, () => Place, string]>([
    ["the start", () => document.start, '2:1 section: "2.1"'],
    ["a key", () => document.keyPlace(first, "id"), "4:5 id"],
    ["a key in quotes", () => document.keyPlace(first, "when"), '5:5 "when"'],
    ["a text in quotes", () => document.valuePlace(at(document), "section"), '2:10 "2.1"'],
    ["a mapping in braces", () => document.valuePlace(first, "when"), "5:13 { fact: a.b, in: [x, 'y'] }"],
    ["a text in braces", () => document.valuePlace(at(document, "clauses", 0, "when"), "fact"), "5:21 a.b"],
    ["an item in brackets", () => document.valuePlace(at(document, "clauses", 0, "when", "in"), 1), "5:34 'y'"],
    ["a text of two lines", () => document.valuePlace(first, "summary"), "6:14 some words"],
    ["a text under a bar", () => document.valuePlace(first, "text"), "8:11 |"],
    ["a list", () => document.valuePlace(at(document), "clauses"), "4:3 - id: 1.10"],
    ["an item that is a mapping", () => document.valuePlace(at(document, "clauses"), 0), "4:5 id: 1.10"],
    ["the key of an item", () => document.keyPlace(at(document, "clauses"), 0), "4:5 id: 1.10"],
    ["a mapping itself", () => document.place(second), '12:5 id: "1.2"'],
    ["an empty value", () => document.valuePlace(second, "note"), "13:5 note"],
    ["a list in the column of its key", () => document.place(at(document, "clauses", 1, "items")), "15:5 - first"],
    ["a list in a list", () => document.place(at(document, "clauses", 1, "items", 1)), "16:7 - nested"],
    ["a key that is missing", () => document.valuePlace(second, "absent"), '12:5 id: "1.2"'],
    ["the place of a key that is missing", () => document.keyPlace(second, "absent"), '12:5 id: "1.2"'],
    ["an item that is missing", () => document.valuePlace(at(document, "clauses"), 7), "4:3 - id: 1.10"],
  ])("of %s", (_what, get, expected) => {
    expect(place(get())).toBe(expected);
  });

  it("gives scalars as they are written", () => {
    expect(document.sourceText(first, "id")).toBe("1.10");
    expect(document.sourceText(second, "id")).toBe('"1.2"');
    expect(document.sourceText(first, "summary")).toBe("some words\n      on two lines");
    expect(document.sourceText(at(document, "clauses", 0, "when", "in"), 1)).toBe("'y'");
    expect(document.sourceText(second, "note")).toBeUndefined();
    expect(document.sourceText(first, "when")).toBeUndefined();
    expect(document.sourceText(first, "absent")).toBeUndefined();
  });

  it("knows only its own lists and mappings", () => {
    expect(() => document.place({})).toThrow(TypeError);
    expect(() => document.valuePlace([...(at(document, "clauses") as unknown[])], 0)).toThrow(
      "this list or mapping does not come from this document",
    );
  });
});

describe("places", () => {
  it("of an alias are where it is written, and its literal is that of the value", () => {
    const document = documentOf("a: &x 1.10\nb: [*x]\nc: &y { d: 1 }\ne: *y\n");
    const value = document.value as { b: object; c: object };
    expect(marked(document.valuePlace(value.b, 0))).toBe("2:5 *x");
    expect(document.sourceText(value.b, 0)).toBe("1.10");
    expect(marked(document.valuePlace(value, "a"))).toBe("1:7 1.10");
    expect(marked(document.valuePlace(value, "e"))).toBe("4:4 *y");
    expect(marked(document.place(value.c))).toBe("3:7 { d: 1 }");
    expect(document.sourceText(value, "e")).toBeUndefined();
  });

  it("of keys that look like numbers are not confused by the order in which objects hold them", () => {
    const document = documentOf('"2": b\n"1": a\n');
    const value = document.value as object;
    expect(Object.keys(value)).toEqual(["1", "2"]);
    expect(marked(document.valuePlace(value, "1"))).toBe("2:6 a");
    expect(marked(document.valuePlace(value, 2))).toBe("1:6 b");
  });

  it("of an empty item are at its dash", () => {
    const document = documentOf("a:\n  -\n  - b\n");
    const { a } = document.value as { a: unknown[] };
    expect(a).toEqual([null, "b"]);
    expect(marked(document.valuePlace(a, 0))).toBe("2:3 -");
  });

  it("of a single scalar are at its start", () => {
    expect(marked(documentOf("# comment\n\nsome text # comment\n").start)).toBe("3:1 some text");
  });

  it("of brackets over several lines end with the first line", () => {
    const document = documentOf('{\n  "a": [1,\n    2]\n}\n');
    expect(marked(document.start)).toBe("1:1 {");
    expect(marked(document.valuePlace(document.value as object, "a"))).toBe("2:8 [1,");
  });

  it("count the columns of an editor", () => {
    const document = documentOf("a: [ü, 😀, x]\n");
    const { a } = document.value as { a: unknown[] };
    expect(marked(document.valuePlace(a, 1))).toBe("1:8 😀");
    expect(document.valuePlace(a, 2).column).toBe(12);
  });
});
