import { type Formula, type Held, heldAfter, partsOf, simplified, textOf } from "./formula.ts";

/** Something that is so where a formula holds. */
export interface Alternative {
  /** What ZEN then comes to, as it reads it. */
  readonly then: string;
  readonly when: Formula;
}

/**
 * What holds of alternatives of which one at most does. What several begin with is asked once.
 *
 * @param otherwise what ZEN comes to where none holds
 */
export function chain(alternatives: readonly Alternative[], otherwise: string, held: Held = new Set()): string {
  const open = alternatives
    .map(({ then, when }): Alternative => ({ then, when: simplified(when, held) }))
    .filter(({ when }) => when !== false);
  const [first] = open;
  if (first === undefined) return otherwise;
  if (first.when === true) return first.then;
  const [shared = true] = partsOf(first.when);
  const key = textOf(shared);
  const begins = ({ when }: Alternative) => textOf(partsOf(when)[0] ?? true) === key;
  const [group, others] = [open.filter(begins), open.filter((one) => !begins(one))];
  if (group.length === 1) {
    return `${textOf(first.when)} ? ${first.then} : (${chain(others, otherwise, held)})`;
  }
  const inner = chain([...group.map(withoutFirst), ...others], otherwise, heldAfter(shared, held));
  return `${key} ? (${inner}) : (${chain(others, otherwise, held)})`;
}

function withoutFirst({ then, when }: Alternative): Alternative {
  return { then, when: { kind: "all", of: partsOf(when).slice(1) } };
}
