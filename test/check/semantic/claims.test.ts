import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountsIn } from "../../../engine/cases/amounts.ts";
import { Changes } from "../../../engine/cases/changes.ts";
import { randomNumbers } from "../../../engine/cases/random.ts";
import type { Fault } from "../../../engine/check/evidence/fault.ts";
import { plainestCase } from "../../../engine/check/evidence/search.ts";
import { Evidence } from "../../../engine/check/evidence.ts";
import { Watch } from "../../../engine/evaluate/watch.ts";
import { changed } from "./findings.ts";

const library = "fixtures/procedures/library";
const file = "clauses/all.yaml";
const text = readFileSync(`${library}/${file}`, "utf8");

/** What can be written instead of an operator or a number of the rules, so that they still have the right form. */
const alternatives: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /operator: (?:lessThan|lessThanInclusive|greaterThan),/g,
    ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive", "equal"].map(
      (name) => `operator: ${name},`,
    ),
  ],
  [/value: (?:10|12|14)\b/g, ["-1", "0", "1", "149", "150", "151"].map((number) => `value: ${number}`)],
  [
    /operator: equal, value: true/g,
    ["equal, value: false", "notEqual, value: true"].map((rest) => `operator: ${rest}`),
  ],
  [/operator: exists/g, ["operator: isNone"]],
];

/** Every single change: where, how much, and what is written there. */
const changes = alternatives.flatMap(([pattern, instead]) =>
  [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
    instead.filter((one) => one !== found).map((one) => ({ index, length: found.length, one })),
  ),
);

function withChanges(chosen: readonly (typeof changes)[number][]): string {
  const apart = chosen.filter(({ index }, at) => chosen.findIndex((other) => other.index === index) === at);
  const backwards = apart.toSorted((a, b) => b.index - a.index);
  return backwards.reduce((now, { index, length, one }) => now.slice(0, index) + one + now.slice(index + length), text);
}

/** How many attacks on a claim go through: cases in which it is not so. */
function refuted(faults: readonly Fault[], { model, pair, reach }: Evidence, seed: number): unknown[] {
  const constant = faults.flatMap((fault) => (fault.kind === "constant" ? [fault] : []));
  const wrong: unknown[] = [];
  const random = randomNumbers(seed);
  const ways = new Changes(pair, amountsIn([model]), reach, random);
  let trial = plainestCase(pair);
  for (let done = 0; done < 2_000; done += 1) {
    trial = ways.one(done % 50 === 0 ? plainestCase(pair) : trial);
    const [run] = pair.startValid(trial) ?? [];
    if (run === undefined) continue;
    new Watch(
      run.program,
      constant.map(({ placed }) => placed),
    ).run(run.frame, ({ condition }, truth) => {
      const claim = constant.find(({ placed }) => placed.condition === condition);
      if (claim !== undefined && claim.truth !== truth) wrong.push([claim.placed.owner, claim.truth, trial]);
    });
    for (const fault of faults) {
      if (fault.kind === "contradiction") {
        const statuses = fault.clauses.map((id) => run.program.clauses.get(id)?.statuses(run.frame));
        if (statuses.every((status) => status === 1)) wrong.push([fault, trial]);
      }
      if (fault.kind !== "idle-row") continue;
      const outcome = model.decisions.get(fault.decision)?.rows[fault.row]?.outcome ?? "";
      const others = model.decisions.get(fault.decision)?.rows.filter((row) => row.outcome === outcome).length;
      const possible = run.program.decisions.get(fault.decision)?.possible(run.frame);
      if (others === 1 && possible?.[0] === outcome) wrong.push([fault, trial]);
    }
  }
  return wrong;
}

describe("what is said to be in no case", () => {
  it("is in none of thousands, whatever small changes the rules have", async () => {
    let claims = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 3 }),
        fc.integer(),
        async (chosen, seed) => {
          for (const model of changed(library, [[file, text, withChanges(chosen)]]).revisions.slice(0, 2)) {
            const evidence = new Evidence(model);
            try {
              const faults = await evidence.faults();
              claims += faults.length;
              expect(refuted(faults, evidence, seed)).toEqual([]);
            } finally {
              evidence.end();
            }
          }
        },
      ),
      { numRuns: 30 },
    );
    expect(claims).toBeGreaterThan(5);
  }, 240_000);

  it("is what small changes make so, and is found whenever it is", async () => {
    // Every single change of a limit or its operator, with whether it leaves the age of a child without effect.
    const lines: string[] = [];
    for (const value of ["-1", "0", "1", "150", "151"]) {
      const [model] = changed(library, [
        [file, "operator: lessThan, value: 14", `operator: lessThan, value: ${value}`],
      ]).revisions;
      if (model === undefined) continue;
      const evidence = new Evidence(model);
      try {
        const faults = await evidence.faults();
        const truths = faults.map((fault) => (fault.kind === "constant" ? String(fault.truth) : fault.kind));
        lines.push(`${value}: ${truths.join()}`);
      } finally {
        evidence.end();
      }
    }
    expect(lines).toEqual(["-1: false", "0: false", "1: ", "150: ", "151: true"]);
  });
});
