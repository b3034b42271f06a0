import { CalendarRangeError, type Day } from "../../../calendar/day.ts";
import { FactReader } from "../../../evaluate/facts.ts";
import { Frame } from "../../../evaluate/frame.ts";
import { type EvaluationInput, evaluationDate, requireFacts, requireInput } from "../../../evaluate/input.ts";
import { compileProgram } from "../../../evaluate/program.ts";
import { readingProblems } from "../../../evaluate/readings.ts";
import type { Operand } from "../../../language/known.ts";
import { revisionsOf } from "../../../procedure/bundle.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { ProblemsError } from "../../../source/problem.ts";
import type { CompanionFact, CompanionPart } from "../export/companion-part.ts";
import { knownIdOf, listFactsOf, readingId } from "../fact-names.ts";
import { alwaysId } from "../rule-condition.ts";

/** A case, as far as rules of one revision take it in. */
export type RuleInput = Pick<EvaluationInput, "facts" | "asOf" | "readings" | "case">;

/**
 * The facts of a case as exported rules ask for them, to be given to `engine.run`: dates as day numbers, none as
 * `null`, an unknown one left out, and for each whether it is known. What json-rules-engine can't work out (dates from
 * dates, sums, questions about lists) is worked out here. Which clause is met and what is decided is left to the rules,
 * and so is whether the facts contradict each other.
 *
 * @param exported what was read from the exported file
 * @throws ProblemsError with everything that is wrong with the facts, the evaluation date or the readings
 */
export function factsOf(
  exported: { readonly companion: CompanionPart },
  input: RuleInput,
): Readonly<Record<string, unknown>> {
  requireInput(input);
  requireFacts(input.facts);
  const asOf = evaluationDate(input.asOf, undefined);
  const model = modelOf(exported.companion);
  const readings = { ...input.readings };
  const read = new FactReader(model, [model]).read(input.facts);
  const problems = [
    ...read.problems,
    ...Object.entries(readings).flatMap(([id, alternative]) => readingProblems(model, id, alternative, undefined)),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  const operand = operands(model, readings, read.values, asOf);
  const given: Record<string, unknown> = { [alwaysId]: true };
  for (const id of model.switchable.keys()) given[readingId(id)] = readings[id] ?? null;
  for (const fact of exported.companion.give) give(given, fact, operand(fact));
  return given;
}

const models = new WeakMap<CompanionPart, RevisionModel>();

/** The revision of an export, which is unpacked when it is first used. */
function modelOf(companion: CompanionPart): RevisionModel {
  const known = models.get(companion);
  if (known !== undefined) return known;
  const [model] = revisionsOf(companion.bundle);
  if (model === undefined) throw new Error("a bundle without a revision was let through");
  models.set(companion, model);
  return model;
}

/** Works out one value after another; a date that can't be written is unknown. */
function operands(
  model: RevisionModel,
  readings: Readonly<Record<string, string>>,
  values: readonly Operand[],
  asOf: Day,
): (fact: CompanionFact) => Operand {
  const program = compileProgram(model, readings);
  const frame = new Frame(values, asOf, program.room);
  return ({ id, kind }) => {
    if (kind === "asOf") return asOf;
    if (kind === "fact") return values[program.names.factSlots.get(id) ?? -1];
    try {
      return program.names.derived(id).get(frame);
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  };
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
