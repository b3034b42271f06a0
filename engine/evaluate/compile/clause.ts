import type { Truth } from "../../language/truth.ts";
import type { Clause } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import type { CompiledClause, CompiledCondition } from "./compiled.ts";
import type { Names } from "./names.ts";
import type { CompiledObligation } from "./obligation.ts";
import { compileOften, quicker, stepsOf } from "./quick.ts";
import { clauseEnds, type Way, wayTo } from "./step.ts";

/**
 * Compiles a clause. Where it applies it is met or unmet by its demand; a clause that demands nothing itself is judged
 * by its obligations: unmet where one is overdue or was done late, met where none is. A clause with neither is met
 * wherever it applies, and one of which nothing is encoded never applies.
 */
export function compileClause(
  clause: Clause,
  slot: number,
  obligations: readonly CompiledObligation[],
  names: Names,
): CompiledClause {
  const applies = clause.appliesWhen && compileOften(clause.appliesWhen, names);
  const demand: CompiledCondition | undefined = clause.requires && compileOften(clause.requires, names);
  const judged = demand === undefined ? obligations : [];
  const careful: CompiledClause["statuses"] = (frame) => {
    if (clause.notEncoded !== undefined) return statusBits.not_applicable;
    const applied = applies === undefined ? true : applies.test(frame);
    if (applied === false) return statusBits.not_applicable;
    const outside = applied === undefined ? statusBits.not_applicable : 0;
    if (demand !== undefined) return outside | either(demand.test(frame));
    if (judged.length === 0) return outside | statusBits.met;
    return outside | ofObligations(judged, frame);
  };
  const work =
    judged.length === 0 && clause.notEncoded === undefined
      ? quicker(clauseEnds, () => steps(clause, slot, names), careful, names)
      : careful;
  return {
    statuses: (frame) => {
      const known = frame.clauses[slot];
      if (known !== undefined) return known;
      const statuses = work(frame);
      frame.clauses[slot] = statuses;
      return statuses;
    },
    missing: (frame, sink) => {
      if (applies?.test(frame) === undefined) applies?.missing(frame, sink);
      if (demand?.test(frame) === undefined) demand?.missing(frame, sink);
      for (const obligation of judged) obligation.missing(frame, sink);
    },
  };
}

const [met, unmet, outside] = [wayTo(0), wayTo(1), wayTo(2)];

/** The steps to the status of a clause that obligations have no part in. */
function steps({ appliesWhen, requires }: Clause, slot: number, names: Names): Way {
  const demanded = requires === undefined ? met : stepsOf(requires, met, unmet, names);
  const way = appliesWhen === undefined ? demanded : stepsOf(appliesWhen, demanded, outside, names);
  names.steps.leadToClause(slot, way);
  return way;
}

function either(truth: Truth): number {
  if (truth === undefined) return statusBits.met | statusBits.unmet;
  return truth ? statusBits.met : statusBits.unmet;
}

function ofObligations(obligations: readonly CompiledObligation[], frame: Frame): number {
  let unclear = false;
  let settled = false;
  for (const obligation of obligations) {
    const { status } = obligation.run(frame);
    if (status === "overdue" || status === "fulfilled_late") return statusBits.unmet;
    if (status === "undetermined") unclear = true;
    if (status === "fulfilled" || status === "pending") settled = true;
  }
  if (!unclear) return settled ? statusBits.met : statusBits.not_applicable;
  return statusBits.met | statusBits.unmet | (settled ? 0 : statusBits.not_applicable);
}
