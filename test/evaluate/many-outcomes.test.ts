import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { syntheticRules } from "../../bench/scaling/synthetic.ts";
import { loadProcedure, type Procedure } from "../../engine/index.ts";

const folder = mkdtempSync(join(tmpdir(), "many-outcomes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A procedure whose first decision grades an amount, one outcome for each up to a count, and whose second asks for every third grade. */
function graded(count: number): Procedure {
  const files = new Map(syntheticRules(50));
  const grades = Array.from({ length: count }, (_, at) => `grade_${at}`);
  const says = (outcome: string) => `          - outcome: ${outcome}\n            says: It is ${outcome}.\n`;
  const row = (outcome: string, at: number) =>
    at === count - 1
      ? `          - outcome: ${outcome}\n`
      : `          - outcome: ${outcome}\n            when: { fact: amount.f0, operator: equal, value: ${at} }\n`;
  const some = grades.filter((_one, at) => at % 3 === 1).join(", ");
  files.set(
    "decisions.yaml",
    `decisions:
  - id: decision_1
    title: Which grade?
    versions:
      - revision: "1.0"
        outcomes:
${grades.map(says).join("")}        rows:
${grades.map(row).join("")}  - id: decision_2
    title: Is it one asked for?
    versions:
      - revision: "1.0"
        outcomes:
${says("asked_for")}${says("other")}        rows:
          - outcome: asked_for
            when: { decision: decision_1, is: [${some}] }
          - outcome: other
`,
  );
  for (const [name, text] of files) {
    const path = join(folder, String(count), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return loadProcedure(join(folder, String(count)));
}

describe("a decision that asks for some of many outcomes", () => {
  it.each([2, 30, 31, 32, 33, 70])("finds each of %i, however often it has decided", (count) => {
    const procedure = graded(count);
    const asked = (amount: number | undefined) => {
      const facts = { given: { on: "2020-05-01" }, amount: amount === undefined ? {} : { f0: amount } };
      const { decision_1, decision_2 } = procedure.decide({ asOf: "2020-05-01", facts }).decisions;
      return [decision_1?.outcome, decision_2?.outcome];
    };
    // Quick ways are made after some fifty runs.
    for (let round = 0; round < 120 / count + 2; round++) {
      for (let at = 0; at < count; at++) {
        expect(asked(at)).toEqual([`grade_${at}`, at % 3 === 1 ? "asked_for" : "other"]);
        expect(asked(undefined)).toEqual([null, null]);
      }
    }
  });
});
