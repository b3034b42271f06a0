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

/** Derived values of which each but the last needs the next, or each but the first the one before. */
function chain(length: number, backwards = false): Change {
  const links = Array.from({ length }, (_, at) => {
    const next = at === length - 1 ? "1" : `{ fact: chain.link_${at + 1} }`;
    return `          chain.link_${at}: { plus: [${next}, 1] }\n`;
  });
  if (backwards) links.reverse();
  const find = "        derives:\n          reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }\n";
  return { file: clauses, find, replace: `${find}${links.join("")}` };
}

/** Clauses of which each but the last asks for the next. */
function clauseChain(length: number): Change {
  const links = Array.from({ length }, (_, at) => {
    const asks = at === length - 1 ? "" : `        requires: { clause: "9.${at + 1}", is: met }\n`;
    const version = `      - revision: "1.0"\n        effective: 2020-01-01\n        summary: A link.\n`;
    return `  - id: "9.${at}"\n    title: A link\n    kind: requirement\n    versions:\n${version}${asks}`;
  });
  return { file: "clauses/chain.yaml", content: `section: "9"\ntitle: A chain\nclauses:\n${links.join("")}` };
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

  it.each([
    ["derived values", chain],
    ["derived values, from the last", (length: number) => chain(length, true)],
    ["clauses", clauseChain],
  ])("may rest on one another, and are refused when they do so without end in sight: %s", (_what, of) => {
    expect(problemsAfter([of(150)])).toEqual([]);
    const { codes, took } = refusal([of(5000)]);
    expect(codes).toEqual(["too-deep"]);
    expect(took).toBeLessThan(10_000);
  });

  it.each(["__proto__", "constructor", "prototype", "loan.__proto__", "constructor.name"])(
    "are refused where a name is one that programs reserve: %s",
    (name) => {
      const { codes } = refusal([
        {
          file: clauses,
          find: "reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }",
          replace: `${name}: { fact: reader.age, operator: lessThan, value: 14 }`,
        },
      ]);
      expect(codes).toContain("hostile-key");
    },
  );

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "take no name for known because every object has it: %s",
    (name) => {
      const option: Change = { file: clauses, find: "value: late }", replace: `value: ${name} }` };
      const operator: Change = { file: clauses, find: "lessThan, value: 14", replace: `${name}, value: 14` };
      const kind: Change = { file: clauses, find: "kind: definition", replace: `kind: ${name}` };
      const answer: Change = {
        file: clauses,
        find: "agrees, operator: equal, value: true",
        replace: `agrees, operator: equal, value: ${name}`,
      };
      expect(refusal([option]).codes).toEqual(["unknown-option"]);
      expect(refusal([operator]).codes).toEqual(["unknown-operator"]);
      expect(refusal([kind]).codes).toEqual(["unknown-word"]);
      expect(problemsAfter([answer])).toMatchObject([{ code: "wrong-type", remedy: "write `true` or `false`" }]);
    },
  );
});
