import type { CoveredGoal } from "./coverage.ts";
import type { Part } from "./goal.ts";

/** The goals of one part of the rules. */
export interface PartGoals {
  readonly part: Part;
  readonly goals: readonly CoveredGoal[];
}

/** Goals gathered by what they belong to, in their order. */
export function byPart(goals: readonly CoveredGoal[]): readonly PartGoals[] {
  const parts = new Map<string, { part: Part; goals: CoveredGoal[] }>();
  for (const goal of goals) {
    const key = partKey(goal.part);
    const known = parts.get(key);
    if (known === undefined) parts.set(key, { part: goal.part, goals: [goal] });
    else known.goals.push(goal);
  }
  return [...parts.values()];
}

/** What tells one part from the others. */
export function partKey({ kind, id, revision }: Part): string {
  return JSON.stringify([kind, id, revision]);
}

/** The goals about one thing, such as a condition's two sides, in their order. */
export function bySubject(goals: readonly CoveredGoal[]): readonly (readonly [CoveredGoal, ...CoveredGoal[]])[] {
  const subjects = new Map<string, [CoveredGoal, ...CoveredGoal[]]>();
  const numbers = new Map<object, number>();
  for (const goal of goals) {
    const { aim, place } = goal;
    const thing =
      aim.kind === "condition" ? numberOf(aim.placed.condition, numbers) : aim.kind === "row" ? aim.row : "";
    const key = JSON.stringify([aim.kind, place.file, place.line, place.column, thing]);
    const known = subjects.get(key);
    if (known === undefined) subjects.set(key, [goal]);
    else known.push(goal);
  }
  return [...subjects.values()];
}

function numberOf(thing: object, numbers: Map<object, number>): number {
  const known = numbers.get(thing) ?? numbers.size;
  numbers.set(thing, known);
  return known;
}
