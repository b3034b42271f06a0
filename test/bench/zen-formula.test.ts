import { describe, expect, it } from "vitest";
import { chain } from "../../bench/peers/zen/exported/chain.ts";
import { atom, type Formula, failing, simplified, textOf } from "../../bench/peers/zen/exported/formula.ts";

const known = atom("x_is_unknown == null");
const there = atom("x != null", { implies: [known.text, failing("x == null")] });
const none = atom("x == null");
const more = atom("x > 5", { guards: [there], implies: [there.text, ...there.implies] });
const isA = atom("x == 'a'", { implies: [there.text, ...there.implies, failing("x != 'a'")] });
const notA = atom("x != 'a'", { ofNone: none.text });
const other = atom("y == true");

const all = (...of: readonly Formula[]): Formula => ({ kind: "all", of });
const any = (...of: readonly Formula[]): Formula => ({ kind: "any", of });

describe("a formula for ZEN", () => {
  it.each<[string, Formula, string]>([
    ["folds what is constant", all(true, any(false, other)), "y == true"],
    ["is false where a part is", all(other, any(false)), "false"],
    ["is true where no part is needed", any(other, all(true)), "true"],
    ["asks for nothing that a later test implies", all(known, there, isA), "x == 'a'"],
    ["keeps the guard of a test that ZEN fails at", all(known, there, more), "(x != null and x > 5)"],
    ["makes a guard once", all(there, any(more, other)), "(x != null and (x > 5 or y == true))"],
    [
      "keeps a guard before the other way round",
      any(more, all(there, other)),
      "((x != null and x > 5) or (x != null and y == true))",
    ],
    ["takes none for something else", any(all(known, none), all(known, notA)), "(x_is_unknown == null and x != 'a')"],
    ["sees what can't be any more", all(there, any(none, other)), "(x != null and y == true)"],
    ["asks for no choice that a part settles", all(any(other, isA), other), "y == true"],
  ])("%s", (_what, formula, text) => {
    expect(textOf(simplified(formula))).toBe(text);
  });

  it("asks once for what alternatives share", () => {
    const text = chain(
      [
        { then: "'met'", when: all(isA, other) },
        { then: "'unmet'", when: all(isA, more) },
        { then: "'not_applicable'", when: all(known, notA) },
      ],
      "'undetermined'",
    );
    expect(text).toBe(
      "x == 'a' ? (y == true ? 'met' : (x > 5 ? 'unmet' : ('undetermined'))) : " +
        "((x_is_unknown == null and x != 'a') ? 'not_applicable' : ('undetermined'))",
    );
  });

  it("is the first of them where that holds in any case", () => {
    expect(
      chain(
        [
          { then: "'met'", when: false },
          { then: "'unmet'", when: all() },
        ],
        "null",
      ),
    ).toBe("'unmet'");
    expect(chain([], "null")).toBe("null");
  });
});
