import { FIRST_DAY, formatDay, LAST_DAY } from "../../calendar/day.ts";
import type { Operand } from "../../language/known.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { type GivenFacts, outcomesId, statusesId } from "./given-facts.ts";
import { rederiveStatuses } from "./rederive/clause.ts";
import { rederiveOutcomes } from "./rederive/decision.ts";
import { rederiveObligation } from "./rederive/obligation.ts";
import { SettledTruths } from "./rederive/settled.ts";
import { rederiveValue } from "./rederive/value.ts";
import {
  printed,
  type Statements,
  sayDecision,
  sayObligation,
  sayPossible,
  sayPrinted,
  sayTruth,
  sayValue,
  valueId,
} from "./statements.ts";
import type { Asked, RuleTruth } from "./truths.ts";

/** What follows from json-rules-engine's truths, worked out once more without the evaluator. */
export function rulesSay(
  model: RevisionModel,
  asked: readonly Asked[],
  answers: ReadonlyMap<string, RuleTruth>,
  given: GivenFacts,
): Statements {
  const says: Statements = new Map();
  const truths = new SettledTruths(asked, answers);
  for (const decision of model.decisions.values()) {
    const possible = rederiveOutcomes(decision, truths);
    says.set(`decision ${decision.id}`, sayDecision(possible.length === 1 ? possible[0] : null, possible));
    says.set(outcomesId(decision.id), possible.join(" or "));
  }
  const duties = new Map([...model.obligations].map(([id, duty]) => [id, rederiveObligation(duty, truths, given)]));
  for (const [id, { status, due }] of duties) says.set(`obligation ${id}`, sayObligation(status, printedDay(due)));
  for (const clause of model.clauses.values()) {
    const own = clause.obligations.flatMap((id) => duties.get(id)?.status ?? []);
    const statuses = rederiveStatuses(clause, own, truths);
    const [only = "undetermined"] = statuses.size === 1 ? statuses : [];
    says.set(`clause ${clause.id}`, only);
    says.set(statusesId(clause.id), sayPossible(statuses));
  }
  for (const { id, value } of model.derived.values()) {
    const operand = rederiveValue(value, undefined, truths, given);
    const shown = printed(operand, value.type);
    if (shown !== undefined) says.set(`value ${id}`, sayPrinted(shown));
    says.set(valueId(id), sayValue(operand, value.type));
  }
  for (const { id, value, element } of given.workedOut) {
    says.set(id, sayValue(rederiveValue(value, element, truths, given), value.type));
  }
  for (const { id, when } of model.contradictions)
    says.set(`refusal for ${id}`, truths.of(when) === true ? "yes" : "no");
  for (const { id } of asked) says.set(`condition ${id}`, sayTruth(answers.get(id)));
  return says;
}

function printedDay(due: Operand): string | null {
  return typeof due === "number" && due >= FIRST_DAY && due <= LAST_DAY ? formatDay(due) : null;
}
