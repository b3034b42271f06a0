import { CalendarRangeError } from "../../calendar/day.ts";
import { compileCondition } from "../../evaluate/compile/condition.ts";
import type { Evaluation } from "../../evaluate/procedure.ts";
import { resultOf } from "../../evaluate/result.ts";
import { type GivenFacts, outcomesId, statusesId } from "./given-facts.ts";
import {
  type Statements,
  sayDecision,
  sayObligation,
  sayPossible,
  sayPrinted,
  sayTruth,
  sayValue,
  valueId,
} from "./statements.ts";
import type { Asked } from "./truths.ts";

/**
 * What the evaluator says: the parts of the result, the facts that were taken from it for the rules of other parts, and
 * each condition by itself.
 */
export function evaluatorSays(evaluation: Evaluation, asked: readonly Asked[], given: GivenFacts): Statements {
  const { model } = evaluation.program;
  const says: Statements = new Map();
  const { decisions, clauses, obligations, derived } = shownBy(evaluation);
  for (const [id, { outcome, possible }] of Object.entries(decisions)) {
    says.set(`decision ${id}`, sayDecision(outcome, possible));
  }
  for (const [id, { status }] of Object.entries(clauses)) says.set(`clause ${id}`, status);
  for (const [id, { status, due }] of Object.entries(obligations)) {
    says.set(`obligation ${id}`, sayObligation(status, due));
  }
  for (const [id, value] of Object.entries(derived)) says.set(`value ${id}`, sayPrinted(value));
  for (const id of model.decisions.keys()) says.set(outcomesId(id), given.outcomesOf(id).join(" or "));
  for (const id of model.clauses.keys()) says.set(statusesId(id), sayPossible(given.statusesOf(id)));
  for (const { id, value } of model.derived.values()) {
    says.set(valueId(id), sayValue(given.names.derived(id).get(given.frame), value.type));
  }
  for (const { id, given: operand, value } of given.workedOut) says.set(id, sayValue(operand, value.type));
  for (const { id } of model.contradictions) says.set(`refusal for ${id}`, "no");
  for (const one of asked) says.set(`condition ${one.id}`, truthBy(one, given));
  return says;
}

/**
 * The result that the facts and the program give. While it is not settled which revision governs, the result shown
 * has already been made more cautious by other revisions; what it was before that is what can be compared.
 */
function shownBy({ result, program, frame }: Evaluation): Evaluation["result"] {
  const merged = result.warnings.some(({ code }) => code === "revision-not-settled");
  if (!merged) return result;
  return resultOf(program, frame, { case: result.case, governedBy: result.governedBy, warnings: [] });
}

/** Said of a condition that nothing in the case needed and that asks for a date that can't be written. */
export const neverAsked = "never asked";

function truthBy({ condition, element }: Asked, given: GivenFacts): string {
  const { frame, names } = given;
  const outer = frame.item;
  frame.item = element?.value;
  try {
    return sayTruth(compileCondition(condition, names).test(frame));
  } catch (error) {
    if (error instanceof CalendarRangeError) return neverAsked;
    throw error;
  } finally {
    frame.item = outer;
  }
}
