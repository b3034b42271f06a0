import { type BehaviourOptions, behaviourOf } from "./behaviour.ts";
import { impactOf, type PopulationCase } from "./impact.ts";
import type { DiffReport } from "./report.ts";
import { type DiffSide, sideView } from "./side.ts";
import { structureOf } from "./structure/structure.ts";

/** How two revisions are compared. */
export interface CompareOptions extends BehaviourOptions {
  /** A population of cases, to see what becomes of each. */
  readonly cases?: Iterable<PopulationCase> | AsyncIterable<PopulationCase>;
}

/**
 * Compares two revisions of a procedure: what is written differently, what that does to cases, and, where a population
 * is given, what becomes of it.
 *
 * @throws whatever reading the cases throws. They are read before the long search begins, so that a mistake in them is
 *   said at once.
 */
export async function compareRevisions(
  base: DiffSide,
  head: DiffSide,
  { cases, ...options }: CompareOptions = {},
): Promise<DiffReport> {
  const structure = structureOf(base, head);
  const { progress } = options;
  const impact =
    cases && (await impactOf(base, head, cases, { structure, ...(progress === undefined ? {} : { progress }) }));
  const behaviour = await behaviourOf(base, head, structure, options);
  return {
    base: sideView(base),
    head: sideView(head),
    structure,
    behaviour,
    ...(impact === undefined ? {} : { impact }),
  };
}
