import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountsIn } from "../../engine/cases/amounts.ts";
import { boundsFor } from "../../engine/cases/bounds.ts";
import { Pair, type TrialCase } from "../../engine/cases/pair.ts";
import { Pool } from "../../engine/cases/pool.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import type { Evaluation, EvaluationInput } from "../../engine/evaluate/procedure.ts";
import { headlineOf } from "../../engine/explain/headline.ts";
import { remediesOf } from "../../engine/explain/remedies.ts";
import type { Operand } from "../../engine/language/known.ts";
import { completeCase } from "../oracle/generate.ts";
import { fixtures, procedure } from "../support/cases.ts";

const [model] = procedure.revisions;
if (model === undefined) throw new Error("the procedure has no revision");
const pair = new Pair(model, model);
const pool = new Pool(pair, amountsIn([model]), boundsFor([model], undefined).years);
const ids = [...model.facts.keys()];

/** Tries a case out with some facts changed, by nothing but the evaluator. */
class Trying {
  readonly #evaluation: Evaluation;
  readonly #decision: string;
  readonly #days: ReadonlySet<number>;
  readonly #edges: ReadonlySet<number>;
  readonly #trial: TrialCase;
  /** The slots of the facts that are known and that somebody can change. */
  readonly slots: readonly number[];

  constructor(evaluation: Evaluation, decision: string) {
    const { frame } = evaluation;
    this.#evaluation = evaluation;
    this.#decision = decision;
    // Facts that are not known are left so: the pool only wants to know which days the case speaks of.
    this.#trial = { asOf: frame.asOf, readings: {}, values: ids.map((_id, slot) => frame.facts[slot] ?? null) };
    this.#days = pool.days(this.#trial);
    this.#edges = pool.edges(this.#trial);
    this.slots = ids.flatMap((id, slot) =>
      frame.facts[slot] !== undefined && model?.facts.get(id)?.entry.changeable !== false ? [slot] : [],
    );
  }

  possible(changes: readonly (readonly [number, Operand])[]): readonly string[] {
    const { program, frame } = this.#evaluation;
    const facts = [...frame.facts];
    for (const [slot, value] of changes) facts[slot] = value;
    const changed = new Frame(facts, frame.asOf);
    if (program.contradictions.some(({ test: isSo }) => isSo(changed) === true)) return [];
    return program.decisions.get(this.#decision)?.possible(changed) ?? [];
  }

  /** The values to try for a fact; what has happened is not made not to have happened. */
  values(slot: number, all: boolean): readonly Operand[] {
    const fact = pair.facts.find(({ id }) => id === ids[slot]);
    if (fact === undefined) return [];
    const at = pair.facts.indexOf(fact);
    const values = pool.values(fact, at, this.#trial, all ? this.#edges : this.#days);
    const governs = (value: Operand) =>
      typeof value !== "number" || (value >= (model?.effective ?? 0) && value < (model?.until ?? Number.MAX_VALUE));
    return values.filter((value) => value !== null && (fact.id !== model?.governedBy || governs(value)));
  }
}

/** Those of some outcomes that one change of the pool brings about, or two. */
function reached(trying: Trying, outcomes: readonly string[], most: number): ReadonlySet<string> {
  const found = new Set<string>();
  const note = (possible: readonly string[]): void => {
    const [only, ...others] = possible;
    if (only !== undefined && others.length === 0 && outcomes.includes(only)) found.add(only);
  };
  const mayDo = (possible: readonly string[]) => possible.some((one) => outcomes.includes(one) && !found.has(one));
  for (const [at, slot] of trying.slots.entries()) {
    for (const value of trying.values(slot, true)) note(trying.possible([[slot, value]]));
    if (most < 2) continue;
    for (const other of trying.slots.slice(at + 1)) {
      if (
        !mayDo(
          trying.possible([
            [slot, undefined],
            [other, undefined],
          ]),
        )
      )
        continue;
      const others = trying.values(other, false);
      for (const value of trying.values(slot, false)) {
        if (
          !mayDo(
            trying.possible([
              [slot, value],
              [other, undefined],
            ]),
          )
        )
          continue;
        for (const otherValue of others)
          note(
            trying.possible([
              [slot, value],
              [other, otherValue],
            ]),
          );
      }
    }
  }
  return found;
}

/** A binder whose day of submission alone would contradict that the work on site is not finished. */
const contradictoryAlone = {
  asOf: "2019-03-31",
  facts: {
    "audit.conducted_by": "secor_assessor",
    "audit.purpose": "maintenance",
    "audit.submission_method": "binder",
    "audit.started_on": "2019-03-31",
    "audit.last_day_on_site": null,
    "audit.submitted_on": null,
    "audit.received_on": "2019-04-19",
    "registration.approved_on": null,
    "employer.cycle_year": "maintenance",
    "employer.peak_headcount": 9,
    "certificate.anniversary": "2018-10-01",
    "assessor.certified_auditor": false,
    "assessor.safety_program_development_on": "2019-03-30",
    "assessor.refreshers": [],
    "consultant.engaged": false,
    "binder.protocol_completed": true,
    "binder.wcb_information_accurate": true,
    "binder.code_of_ethics_signed": true,
    "binder.fees_paid_by": "consultant",
    "previous_report.deficiencies": false,
    "extension.granted_until": null,
    "score.elements": null,
    "qa.status": "passed",
  },
};

describe("the fewest facts that change an outcome", () => {
  test("are no more than trying out every limit, option and day finds, in one fact or two", () => {
    const sizes = { none: 0, one: 0, two: 0, more: 0 };
    const anyCase = fc
      .oneof(completeCase, fc.constantFrom(...fixtures()))
      .map(({ asOf, facts }): EvaluationInput => ({ asOf, facts }));
    fc.assert(
      fc.property(anyCase, (kase) => {
        const evaluation = procedure.evaluateWithWorkings(kase);
        const headline = headlineOf(evaluation.result, evaluation.program.model);
        const outcomes = [...(model?.decisions.get(headline.id)?.outcomes.keys() ?? [])];
        const rank = outcomes.indexOf(headline.outcome ?? "");
        if (rank <= 0 || headline.outcome === "not_applicable") return;
        const [remedy] = remediesOf(evaluation, headline.id);
        const size = remedy === undefined ? 0 : new Set(remedy.changes.map(({ fact }) => fact)).size;
        sizes[(["none", "one", "two"] as const)[size] ?? "more"]++;
        // An outcome better than the one advised is out of reach of two facts; the one advised, of fewer than advised.
        const advised = remedy === undefined ? rank : outcomes.indexOf(remedy.outcome);
        const trying = new Trying(evaluation, headline.id);
        expect([...reached(trying, outcomes.slice(0, advised), 2)]).toEqual([]);
        if (remedy !== undefined && size > 1) {
          expect([...reached(trying, [remedy.outcome], Math.min(2, size - 1))]).toEqual([]);
        }
      }),
      { numRuns: Number(process.env.EXPLAIN_RUNS ?? 40), examples: [[contradictoryAlone]] },
    );
    expect(sizes.one).toBeGreaterThan(1);
    expect(sizes.two).toBeGreaterThan(1);
    expect(sizes.more).toBeGreaterThan(1);
  });
});
