import { CalendarRangeError } from "../../../calendar/day.ts";
import { dateOutOfRange } from "../../../evaluate/date-out-of-range.ts";
import { type EvaluationInput, evaluationDate, requireFacts, requireInput } from "../../../evaluate/input.ts";
import type { Operand } from "../../../language/known.ts";
import { ProblemsError } from "../../../source/problem.ts";
import type { CompanionFact, CompanionPart } from "../export/companion-part.ts";
import { knownIdOf, listFactsOf, readingId } from "../fact-names.ts";
import { alwaysId } from "../rule-condition.ts";
import { doubtOf } from "./governed.ts";
import { type ReadCase, readyFor } from "./ready.ts";

/** A case. A revision that it names must be that of the rules, which then decide whatever the governing date is. */
export type RuleInput = Pick<EvaluationInput, "facts" | "asOf" | "revision" | "readings" | "case">;

/**
 * The facts of a case as exported rules ask for them, to be given to `engine.run`: dates as day numbers, none as
 * `null`, an unknown one left out, and for each whether it is known. What json-rules-engine can't work out (dates from
 * dates, sums, questions about lists) is worked out here. Which clause is met and what is decided is left to the rules,
 * and so is whether the facts contradict each other.
 *
 * @param exported what was read from the exported file; it is made ready once, for all cases
 * @throws ProblemsError with everything that is wrong with the facts, the evaluation date or the readings, or where it is
 * not certain that the revision governs, and the case does not name it
 */
export function factsOf(
  exported: { readonly companion: CompanionPart },
  input: RuleInput,
): Readonly<Record<string, unknown>> {
  requireInput(input);
  requireFacts(input.facts);
  const asOf = evaluationDate(input.asOf, undefined);
  const { facts, revision } = input;
  const ready = readyFor(exported.companion);
  const doubt = doubtOf(ready, { facts, asOf, revision });
  const readings = { ...input.readings };
  const read = ready.read(facts, readings, asOf);
  // The library, too, speaks of wrong facts first: the governing one may be among them.
  if (doubt !== undefined) throw new ProblemsError([doubt]);
  const given: Record<string, unknown> = { [alwaysId]: true };
  for (const id of ready.model.switchable.keys()) given[readingId(id)] = readings[id] ?? null;
  for (const fact of exported.companion.give) give(given, fact, operandOf(fact, read));
  return given;
}

/** What a fact comes to. The library may not ask for a date that can't be written, but where it does, it refuses the case. */
function operandOf({ id, kind }: CompanionFact, { values, program, frame }: ReadCase): Operand {
  if (kind === "asOf") return frame.asOf;
  if (kind === "fact") return values[program.names.factSlots.get(id) ?? -1];
  try {
    return program.names.derived(id).get(frame);
  } catch (error) {
    throw error instanceof CalendarRangeError ? dateOutOfRange({}) : error;
  }
}

function give(given: Record<string, unknown>, { id, isList }: CompanionFact, operand: Operand): void {
  if (operand !== undefined) given[id] = operand;
  given[knownIdOf(id)] = operand !== undefined;
  if (!isList) return;
  const ids = listFactsOf(id);
  const elements = Array.isArray(operand) ? (operand as readonly Operand[]) : undefined;
  const known = (elements ?? []).filter((part) => part !== undefined);
  // The library's `in` fails without a list.
  given[ids.elements] = known;
  if (elements !== undefined) given[ids.length] = elements.length;
  given[ids.complete] = elements !== undefined && known.length === elements.length;
}
