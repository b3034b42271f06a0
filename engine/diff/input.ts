import type { Pair, TrialCase } from "../cases/pair.ts";
import { shrink } from "../cases/shrink.ts";
import { and, not, type Term } from "../language/smt/term.ts";
import type { Prover } from "../prove/prover.ts";
import { effect } from "./effect.ts";
import type { Replay } from "./replay.ts";
import type { Effect, Finding, StructureChange } from "./report.ts";
import { unusualFacts } from "./witness.ts";

/** What is needed to compare which cases the two sides refuse. */
export interface InputComparison {
  readonly pair: Pair;
  readonly prover: Prover;
  readonly replay: Replay;
  readonly structure: readonly StructureChange[];
  readonly ordinary: () => readonly TrialCase[];
}

/**
 * Which cases one side alone refuses: values out of bounds, options that it does not have, contradictions. To be
 * refused is worse.
 */
export async function inputEffect(comparison: InputComparison): Promise<Effect> {
  const [base, head] = comparison.prover.universe.sides.map(({ valid }) => valid);
  const causes = comparison.structure.filter(({ subject }) => subject === "fact" || subject === "contradiction");
  const subject = { subject: "input", id: "input", title: "Which cases are refused as impossible" } as const;
  const otherwise: Finding = { kind: "ruled-out", by: "identity" };
  if (base === undefined || head === undefined || base === head) {
    return effect(subject, { worse: otherwise, better: otherwise, otherwise }, causes);
  }
  const worse = await refusedBy(1, and(base, not(head)), comparison, causes);
  const better = await refusedBy(0, and(head, not(base)), comparison, causes);
  return effect(subject, { worse, better, otherwise }, causes);
}

/** A case that one side refuses and the other takes. */
async function refusedBy(
  side: 0 | 1,
  question: Term,
  { pair, prover, replay, ordinary }: InputComparison,
  causes: readonly StructureChange[],
): Promise<Finding> {
  const verdict = await prover.ask(question);
  if (verdict.kind === "impossible") return { kind: "ruled-out", by: "solver" };
  const unknown: Finding = { kind: "not-found", tried: pair.tried };
  if (verdict.kind === "gave-up") return unknown;
  const other = side === 0 ? 1 : 0;
  const shows = (trial: TrialCase) => !pair.accepts(side, trial) && pair.accepts(other, trial);
  const chosen = pair.read(verdict.chosen);
  if (!shows(chosen)) return unknown;
  const small = shrink(chosen, ordinary(), pair, shows);
  const asCase = pair.write(small.trial);
  if (replay.result(side, asCase) !== undefined || replay.result(other, asCase) === undefined) return unknown;
  const [before, after] = side === 1 ? ["accepted", "refused"] : ["refused", "accepted"];
  const witness = {
    case: asCase,
    unusual: unusualFacts(small.trial, small.ordinary, pair),
    shows: "input",
    before: before ?? "",
    after: after ?? "",
    responsible: causes.map(({ subject, id }) => `${subject} ${id}`),
    decisions: [],
  };
  return { kind: "found", witness };
}
