import { type Evaluation, Procedure } from "../evaluate/procedure.ts";
import { ProblemsError } from "../source/problem.ts";
import { Responsible } from "./impact/responsible.ts";
import { Tally } from "./impact/tally.ts";
import { undetermined } from "./outcome-order.ts";
import type { Impact, StructureChange } from "./report.ts";
import { factsFor, readingsFor } from "./shared-facts.ts";
import type { DiffSide } from "./side.ts";

/** A case of a population. */
export interface PopulationCase {
  readonly name: string;
  /** The evaluation date, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The alternatives that are switched on: interpretation to alternative. */
  readonly readings?: Readonly<Record<string, string>>;
  /** The facts, nested by the dots of their ids or with dots in the keys. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How a population is evaluated. */
export interface ImpactOptions {
  /** What is written differently, as `structureOf` gives it, so that the clauses that make a difference can be named. */
  readonly structure?: readonly StructureChange[];
  /** Told how far it is, for someone who waits. */
  readonly progress?: (message: string) => void;
}

/** How many of the refused cases are named. */
const mostRefusals = 5;
/** After how many cases progress is told. */
const toldEvery = 500;

/**
 * What becomes of a population of cases: each is decided by the revision of either side, whichever governs it. A fact or
 * a reading that only one side knows is left out on the other. A decision that only one side takes is passed over.
 *
 * Of the cases nothing is kept but counts and the names of the first few, however many there are.
 *
 * @throws whatever reading the cases throws; a case that a side refuses is counted, not thrown
 */
export async function impactOf(
  base: DiffSide,
  head: DiffSide,
  cases: Iterable<PopulationCase> | AsyncIterable<PopulationCase>,
  { structure = [], progress }: ImpactOptions = {},
): Promise<Impact> {
  const baseRun = runner(base, head);
  const headRun = runner(head, base);
  const tally = new Tally(base.model, head.model);
  const responsible = new Responsible(base.model, head.model, structure);
  const decisions = [...head.model.decisions.keys()].filter((id) => base.model.decisions.has(id));
  const refused: Impact["refused"][number][] = [];
  let count = 0;
  let refusedCount = 0;
  let unchanged = 0;
  for await (const kase of cases) {
    count++;
    if (count % toldEvery === 0) progress?.(`deciding the cases on both sides: ${count.toLocaleString("en")} so far`);
    const before = baseRun(kase);
    const after = headRun(kase);
    if (typeof before === "string" || typeof after === "string") {
      refusedCount++;
      if (refused.length < mostRefusals) refused.push({ case: kase.name, ...refusal(before, after) });
      continue;
    }
    let isUnchanged = true;
    for (const id of decisions) {
      const from = outcomeOf(before, id);
      const to = outcomeOf(after, id);
      if (from === to) continue;
      isUnchanged = false;
      tally.add({ decision: id, before: from, after: to }, kase.name, responsible.forDecision(id, before, after));
    }
    if (isUnchanged) unchanged++;
  }
  return { cases: count, refused, refusedCount, transitions: tally.transitions(), unchanged };
}

function outcomeOf({ result }: Evaluation, decision: string): string {
  return result.decisions[decision]?.outcome ?? undetermined;
}

type Outcome = Evaluation | string;

/** Decides cases on one side; where the side refuses one, it gives the reason. */
function runner(side: DiffSide, other: DiffSide): (kase: PopulationCase) => Outcome {
  const { model } = side;
  const procedure = new Procedure([model]);
  return ({ asOf, facts, readings = {} }) => {
    try {
      return procedure.evaluateWithWorkings({
        asOf,
        revision: model.entry.revision,
        readings: readingsFor(model, other.model, readings),
        facts: factsFor(model, other.model, facts),
      });
    } catch (error) {
      if (error instanceof ProblemsError) return reasonOf(error);
      throw error;
    }
  };
}

function reasonOf({ problems }: ProblemsError): string {
  const [first, ...others] = problems;
  return `${first?.message ?? ""}${others.length === 0 ? "" : ` (and ${others.length} more)`}`;
}

function refusal(before: Outcome, after: Outcome): Pick<Impact["refused"][number], "side" | "message"> {
  if (typeof after !== "string") return { side: "base", message: String(before) };
  if (typeof before !== "string") return { side: "head", message: after };
  return { side: "both", message: before === after ? before : `base: ${before}; head: ${after}` };
}
