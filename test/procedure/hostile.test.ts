import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { type Change, problemsAfter } from "./malformed.ts";

/** The codes of the problems, and the milliseconds that it took to find them. */
function refusal(changes: readonly Change[]): { readonly codes: readonly string[]; readonly took: number } {
  const start = performance.now();
  const codes = problemsAfter(changes).map(({ code }) => code);
  return { codes, took: performance.now() - start };
}

const facts = "facts.yaml";
const clauses = "clauses/all.yaml";

/** Derived values of which each but the last needs the next. */
function chain(length: number): Change {
  const links = Array.from({ length }, (_, at) => {
    const next = at === length - 1 ? "1" : `{ fact: chain.link_${at + 1} }`;
    return `          chain.link_${at}: { plus: [${next}, 1] }\n`;
  });
  const find = "        derives:\n          reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }\n";
  return { file: clauses, find, replace: `${find}${links.join("")}` };
}

describe("rules made to hurt", () => {
  it.each([
    ["10 MB of brackets", "[".repeat(10_000_000), "file-too-large"],
    ["10 MB of a list in a list", "- ".repeat(5_000_000), "file-too-large"],
    ["2 MB of brackets", "[".repeat(2_000_000), "too-deep"],
    ["2 MB of braces", "{a: ".repeat(500_000), "too-deep"],
    ["2 MB of a list in a list", "- ".repeat(1_000_000), "too-deep"],
    ["100 levels of conditions", `facts:\n  - when: ${"{ not: ".repeat(100)}x${" }".repeat(100)}\n`, "too-deep"],
  ])("are refused in a moment: %s", (_what, content, code) => {
    const { codes, took } = refusal([{ file: facts, content }]);
    expect(codes).toEqual([code]);
    expect(took).toBeLessThan(5000);
  });

  it("may nest conditions as deep as a person can follow", () => {
    const deep = `${"{ not: ".repeat(20)}{ fact: reader.fines, operator: exists }${" }".repeat(20)}`;
    const change = { file: clauses, find: "{ fact: reader.fines, operator: exists }", replace: deep };
    expect(problemsAfter([change])).toEqual([]);
  });

  it("are refused when derived values build on one another without end in sight", () => {
    expect(problemsAfter([chain(100)])).toEqual([]);
    const { codes, took } = refusal([chain(20_000)]);
    expect(codes).toEqual(["too-deep"]);
    expect(took).toBeLessThan(5000);
  });

  it.each(["__proto__", "constructor", "prototype", "loan.__proto__", "constructor.name"])(
    "are refused where a name is one that programs reserve: %s",
    (name) => {
      const { codes } = refusal([{ file: clauses, find: "reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }", replace: `${name}: { fact: reader.age, operator: lessThan, value: 14 }` }]);
      expect(codes).toContain("hostile-key");
    },
  );

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "take no name for known because every object has it: %s",
    (name) => {
      const asked: readonly (readonly [Change, string])[] = [
        [{ file: clauses, find: "value: late }", replace: `value: ${name} }` }, "unknown-option"],
        [{ file: clauses, find: "lessThan, value: 14", replace: `${name}, value: 14` }, "unknown-operator"],
        [{ file: clauses, find: "kind: definition", replace: `kind: ${name}` }, "unknown-word"],
        [{ file: clauses, find: "is: late_only", replace: "is: valueof" }, "unknown-alternative"],
        [{ file: clauses, find: "value: true }", replace: `value: ${name} }` }, "wrong-type"],
        [{ file: "procedure.yaml", find: "[lending]", replace: `[${name}]` }, "unknown-decision"],
      ];
      for (const [change, code] of asked) {
        if ("find" in change && change.find === "value: true }") continue;
        const { codes } = refusal([change]);
        expect([code, "wrong-form"]).toContain(codes[0]);
        expect(codes).toHaveLength(1);
      }
    },
  );
});
