import type { EvaluationInput, Procedure } from "../evaluate/procedure.ts";
import type { Result } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { ProblemsError } from "../source/problem.ts";
import { type OtherReadings, otherReadings, readOtherwise, readTogether } from "./other-readings.ts";
import { decisionChanges, isChanged, type ResultChanges, resultChanges } from "./result-changes.ts";

/** What hangs on how the unclear places of a procedure are read, in one case. Everything in it was evaluated. */
export interface Sensitivity {
  /**
   * The smallest sets of other readings that change a headline decision, for each thing that it could come to. Of these
   * sets, no smaller one does the same.
   */
  readonly decisive: readonly ReadingEffect[];
  /** The other readings that, each alone, change something else. */
  readonly others: readonly ReadingEffect[];
  /** The other readings that, each alone, change nothing, as `id=alternative`; the register's own one by its id alone. */
  readonly without: readonly string[];
  /** The alternatives of interpretations relied on that were not tried, because no rule asks for them. */
  readonly notTried: readonly string[];
  /** Up to how many interpretations were read otherwise at the same time, in every possible way. */
  readonly together: number;
}

/** What would be otherwise if some interpretations were read otherwise. */
export interface ReadingEffect extends ResultChanges {
  readonly readings: OtherReadings;
}

/** A bound on the work where very many readings can be switched on. */
const mostSets = 256;

/**
 * Evaluates a case once more under every other reading that can be switched on, alone and together, and says which of
 * them change what.
 *
 * @throws ProblemsError where the case itself can't be decided.
 */
export function sensitivityOf(procedure: Procedure, input: EvaluationInput): Sensitivity {
  const { result, program } = procedure.evaluateWithWorkings(input);
  const { model } = program;
  const effectsOf = (sets: readonly OtherReadings[]): readonly ReadingEffect[] =>
    sets.flatMap((readings) => {
      const other = resultUnder(procedure, input, readings);
      return other === undefined ? [] : [{ readings, ...resultChanges(result, other) }];
    });
  const single = otherReadings(model, input.readings);
  const interpretations = new Set(single.flatMap((readings) => Object.keys(readings)));
  const alone = effectsOf(single);
  const decisive: ReadingEffect[] = [];
  let together = 0;
  for (let tried = 0; together < interpretations.size; together++) {
    const sets = readTogether(single, together + 1, mostSets - tried);
    if (sets === undefined) break;
    tried += sets.length;
    const found = together === 0 ? alone : effectsOf(sets);
    // Sets of one size are no part of one another, so all are judged by the smaller ones.
    decisive.push(...found.filter((effect) => model.headline.some((id) => isNew(effect, id, decisive))));
  }
  const others = alone.filter((effect) => !decisive.includes(effect));
  const failed = single.filter((readings) => !alone.some((effect) => effect.readings === readings));
  return {
    decisive,
    others: others.filter(isChanged),
    without: others.filter((effect) => !isChanged(effect)).flatMap(({ readings }) => written(readings)),
    notTried: [...failed.flatMap(written), ...notSwitchable(model, result)],
    together,
  };
}

/** Whether readings change a headline decision, and none of some smaller sets within them does the same to it. */
function isNew({ readings, decisions }: ReadingEffect, id: string, known: readonly ReadingEffect[]): boolean {
  const change = JSON.stringify(decisions[id]);
  if (change === undefined) return false;
  return !known.some(
    (smaller) =>
      JSON.stringify(smaller.decisions[id]) === change &&
      Object.entries(smaller.readings).every(([other, alternative]) => readings[other] === alternative),
  );
}

/** What a case comes to when it is read otherwise; nothing where it can't be decided then. */
function resultUnder(procedure: Procedure, input: EvaluationInput, readings: OtherReadings): Result | undefined {
  return tried(() => procedure.evaluate(readOtherwise(input, readings)));
}

function tried<Made>(evaluate: () => Made): Made | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

/** The alternatives of the interpretations relied on that can't be switched on. */
function notSwitchable(model: RevisionModel, { readings }: Result): readonly string[] {
  const relied = readings.map((entry) => entry.split("=")[0]);
  return [...model.interpretations.values()]
    .filter(({ id }) => relied.includes(id))
    .flatMap(({ id, alternatives }) =>
      alternatives.filter((one) => model.switchable.get(id)?.includes(one.id) !== true).map((one) => `${id}=${one.id}`),
    );
}

/** Readings as a result writes them: `id=alternative`, or the id alone for the register's own reading. */
function written(readings: OtherReadings): readonly string[] {
  return Object.entries(readings).map(([id, alternative]) => (alternative === null ? id : `${id}=${alternative}`));
}

/**
 * Whether a single other reading changes a headline decision of a case: what a reader should be told even unasked.
 *
 * @param result what the case comes to as it is read
 */
export function readingDecides(
  procedure: Procedure,
  input: EvaluationInput,
  result: Result,
  model: RevisionModel,
): boolean {
  return otherReadings(model, input.readings).some((readings) => {
    const other = tried(() => procedure.decide(readOtherwise(input, readings)));
    if (other === undefined) return false;
    const decisions = decisionChanges(result.decisions, other.decisions);
    // Decisions alone come out quickly, and also where something beside them can't be worked out.
    return (
      model.headline.some((id) => Object.hasOwn(decisions, id)) && resultUnder(procedure, input, readings) !== undefined
    );
  });
}
