import type { EvaluationInput } from "../evaluate/procedure.ts";
import type { RevisionModel } from "../procedure/model.ts";

/** How some interpretations would be read instead: an alternative each, or `null` for the register's own reading. */
export type OtherReadings = Readonly<Record<string, string | null>>;

/** A case read otherwise. */
export function readOtherwise(input: EvaluationInput, other: OtherReadings): EvaluationInput {
  const readings: Record<string, string> = { ...input.readings };
  for (const [id, alternative] of Object.entries(other)) {
    if (alternative === null) delete readings[id];
    else readings[id] = alternative;
  }
  return { ...input, readings };
}

/** Every way to read one interpretation of a revision otherwise than a case does, in the order of the register. */
export function otherReadings(
  model: RevisionModel,
  now: Readonly<Record<string, string>> = {},
): readonly OtherReadings[] {
  return [...model.interpretations.keys()].flatMap((id) =>
    [null, ...(model.switchable.get(id) ?? [])]
      .filter((alternative) => alternative !== (now[id] ?? null))
      .map((alternative): OtherReadings => ({ [id]: alternative })),
  );
}

/**
 * Every way to read some number of interpretations otherwise at the same time, or nothing where there are more than
 * `most`.
 *
 * @param single the ways to read one otherwise
 */
export function readTogether(
  single: readonly OtherReadings[],
  count: number,
  most: number,
): readonly OtherReadings[] | undefined {
  let sets: readonly { readonly next: number; readonly other: OtherReadings }[] = [{ next: 0, other: {} }];
  for (let size = 0; size < count; size++) {
    sets = sets.flatMap(({ next, other }) =>
      single.slice(next).flatMap((one, at) => {
        const isNew = !Object.keys(one).some((id) => Object.hasOwn(other, id));
        return isNew ? [{ next: next + at + 1, other: { ...other, ...one } }] : [];
      }),
    );
    if (sets.length > most) return undefined;
  }
  return sets.map(({ other }) => other);
}
