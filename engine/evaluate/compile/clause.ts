import type { Truth } from "../../language/truth.ts";
import type { Clause } from "../../procedure/model.ts";
import { type Frame, statusBits } from "../frame.ts";
import type { CompiledClause, CompiledCondition } from "./compiled.ts";
import { compileCondition } from "./condition.ts";
import type { Names } from "./names.ts";
import type { CompiledObligation } from "./obligation.ts";

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
  const applies = clause.appliesWhen && compileCondition(clause.appliesWhen, names);
  const demand: CompiledCondition | undefined = clause.requires && compileCondition(clause.requires, names);
  const judged = demand === undefined ? obligations : [];
  const work: CompiledClause["statuses"] = (frame) => {
    if (clause.notEncoded !== undefined) return statusBits.not_applicable;
    const applied = applies === undefined ? true : applies.test(frame);
    if (applied === false) return statusBits.not_applicable;
    const outside = applied === undefined ? statusBits.not_applicable : 0;
    if (demand !== undefined) return outside | either(demand.test(frame));
    if (judged.length === 0) return outside | statusBits.met;
    return outside | ofObligations(judged, frame);
  };
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
