import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type Edit, editYaml } from "../../engine/source/edit.ts";

const block = `# Before.
list:
  # Of the first.
  - id: "1.0"   # beside
    on: 2020-01-01
    words: >-
      folded
      text
    # Of the last.
# Behind.
other: {a: 1}
`;

const item = { id: "1.1", on: "2021-01-01", says: "yes: indeed # no remark" };
const append: Edit = { kind: "append", to: ["list"], item };
const setIn = (key: string, value: unknown, after: string): Edit => ({
  kind: "set",
  in: ["list", 0],
  key,
  value,
  after,
});

describe("an item added to a list", () => {
  it("comes behind the last one and its remarks, indented alike", () => {
    expect(editYaml(block, [append])).toBe(
      block.replace(
        "# Behind.",
        `  - id: "1.1"
    on: 2021-01-01
    says: "yes: indeed # no remark"
# Behind.`,
      ),
    );
  });

  it.each([
    ["a list at the edge", "list:\n- id: a\n", 'list:\n- id: a\n- id: "1.1"\n'],
    ["wide dashes", "list:\n    -   id: a\n", 'list:\n    -   id: a\n    -   id: "1.1"\n'],
    ["no line break at the end", "list:\n  - id: a", 'list:\n  - id: a\n  - id: "1.1"'],
    ["line breaks of two characters", "list:\r\n  - id: a\r\n", 'list:\r\n  - id: a\r\n  - id: "1.1"\r\n'],
    ["a byte order mark", "\ufefflist:\n  - id: a\n", '\ufefflist:\n  - id: a\n  - id: "1.1"\n'],
    ["braces in a block", "list:\n  - { id: a }\n", 'list:\n  - { id: a }\n  - id: "1.1"\n'],
    ["brackets", "list: [{ id: a }]\n", 'list: [{ id: a }, {"id": "1.1"}]\n'],
    ["JSON", '{\n "list": [\n  {"id": "a"}\n ]\n}\n', '{\n "list": [\n  {"id": "a"},\n  {"id": "1.1"}\n ]\n}\n'],
    [
      "a block of text at the end",
      "list:\n  - id: |\n      a\n\nb: 1\n",
      'list:\n  - id: |\n      a\n  - id: "1.1"\n\nb: 1\n',
    ],
    ["an empty value at the end", "list:\n  - id: a\n    b:\n", 'list:\n  - id: a\n    b:\n  - id: "1.1"\n'],
  ])("keeps %s", (_what, before, after) => {
    expect(editYaml(before, [{ ...append, item: { id: "1.1" } }])).toBe(after);
  });

  it.each([
    ["no list", "list: 1\n"],
    ["no such key", "other: 1\n"],
    ["an empty list", "list: []\n"],
    ["an alias", "a: &a\n  - id: 1\nlist: *a\n"],
    ["what can't be read", "list: [\n"],
  ])("is refused for %s", (_what, before) => {
    expect(editYaml(before, [append])).toBeUndefined();
  });
});

describe("a key that is set", () => {
  it("replaces the value that it has and nothing beside it", () => {
    expect(editYaml(block, [setIn("on", "2022-02-02", "id")])).toBe(block.replace("2020-01-01", "2022-02-02"));
    expect(editYaml(block, [setIn("id", "2.0", "id")])).toBe(block.replace('"1.0"', '"2.0"'));
  });

  it("comes behind another one, with what is nested in it", () => {
    expect(editYaml(block, [setIn("who", { by: "A & B", on: "2020-01-01" }, "id"), setIn("new", "x", "words")])).toBe(
      block
        .replace("# beside\n", "# beside\n    who:\n      by: A & B\n      on: 2020-01-01\n")
        .replace("text\n", "text\n    new: x\n"),
    );
  });

  it("keeps braces", () => {
    const flow = 'list: [{ id: "1", on: a }]\n';
    expect(editYaml(flow, [setIn("who", { by: "{ x }" }, "id")])).toBe(
      'list: [{ id: "1", "who": {"by": "{ x }"}, on: a }]\n',
    );
  });

  it("is refused where it has more than one value, or there is nothing to stand behind", () => {
    expect(editYaml("list:\n  - id: a\n    on: [1]\n", [setIn("on", 2, "id")])).toBeUndefined();
    expect(editYaml("list:\n  - id: a\n", [setIn("on", 2, "none")])).toBeUndefined();
  });
});

describe("any edit", () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."ab :#-{}[],&*!|>'\"%@`?1.\n") }),
    fc.constantFrom("true", "null", "1.10", "2020-01-01", "- a", "a: b", "#", "~", "0x1"),
  );
  const entry = fc.dictionary(fc.constantFrom("a", "b", "c"), word, { minKeys: 1 });
  const style = fc.record({
    indent: fc.constantFrom(1, 2, 4),
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom<"any" | "block" | "flow">("any", "block", "flow"),
    defaultStringType: fc.constantFrom<"PLAIN" | "QUOTE_DOUBLE" | "BLOCK_LITERAL">(
      "PLAIN",
      "QUOTE_DOUBLE",
      "BLOCK_LITERAL",
    ),
  });

  it("gives what is asked for, and leaves every line that was there", () => {
    let done = 0;
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), entry, style, (list, added, options) => {
        const text = stringify({ first: "x", list, last: "y" }, options);
        const result = editYaml(text, [{ kind: "append", to: ["list"], item: added }]);
        if (result === undefined) return;
        done++;
        // The library does not read every text back that it writes, so what it reads is what counts.
        const before = parse(text);
        expect(parse(result)).toEqual({ ...before, list: [...before.list, added] });
        // Nothing is taken away: what was there is found again in the same order.
        let at = 0;
        for (const character of text) {
          at = result.indexOf(character, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
    expect(done).toBeGreaterThan(400);
  });

  it("of the shipped procedure changes one line", () => {
    const text = readFileSync("rules/secor/procedure.yaml", "utf8");
    const result = editYaml(text, [{ kind: "append", to: ["revisions"], item: { revision: "9.9", note: "x" } }]);
    expect(result).toBe(`${text}  - revision: "9.9"\n    note: x\n`);
  });
});
