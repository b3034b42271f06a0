import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { misreadingIn } from "../../engine/cli/json-misreading.ts";

describe("what JSON.parse takes in silence", () => {
  it.each([
    ['{"a":1,"a":2}', "duplicate-key", "`a`"],
    ['{"x":{"a":1},"y":[{"b":1, "b" :2}]}', "duplicate-key", "`b`"],
    ['{"qa":{"status":"failed"},"qa":{"status":"passed"}}', "duplicate-key", "`qa`"],
    ['{"a":1,"\\u0061":2}', "duplicate-key", "`a`"],
    ['{"earned":79.99999999999999999}', "number-out-of-range", "would become 80"],
    ["[10.0000000000000001]", "number-out-of-range", "would become 10"],
    ["[9007199254740993]", "number-out-of-range", "9007199254740992"],
  ])("is found: %s", (json, code, words) => {
    const found = misreadingIn(json);
    expect(found?.code).toBe(code);
    expect(found?.message).toContain(words);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"{\\"b\\":1,\\"b\\":2}","b":"a\\\\"}',
    '{"a":"79.99999999999999999"}',
    "[79.99, 1e3, -0, 123456789012345, 0.000001, 9007199254740991]",
  ])("is not in %s", (json) => {
    expect(misreadingIn(json)).toBeUndefined();
  });

  it("is in no JSON that a program wrote of texts, lists and blocks", () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constantFrom(null, true, 0.5),
        fc.array(tie("tree")),
        fc.dictionary(fc.string(), tie("tree")),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2), (value, indent) => {
        expect(misreadingIn(JSON.stringify(value, undefined, indent))).toBeUndefined();
      }),
    );
  });
});
