import { type Day, parseDay } from "../calendar/day.ts";
import { writtenDay } from "../calendar/remember.ts";
import type { GovernedBy } from "../language/result.ts";
import { evaluationDateId } from "../procedure/model.ts";
import type { FactSpot } from "./facts.ts";

/** The date that selects the revision of a case. */
export interface GoverningDate {
  readonly governedBy: GovernedBy;
  /** The date; nothing while the governing fact is unknown. */
  readonly known: Day | undefined;
  /** Where the case gives the governing fact, if it does. */
  readonly spot: FactSpot | undefined;
}

/**
 * The governing date of a case: the governing fact; where that is known to be none, the evaluation date. A value that is
 * no date counts as unknown here; it is refused when the facts are read.
 */
export function governingDate(facts: object, fact: string, asOf: Day): GoverningDate {
  const spot = lookUp(facts, fact);
  const given = spot?.value;
  const day = typeof given === "string" ? parseDay(given) : undefined;
  if (typeof day === "number") return { governedBy: { fact, date: writtenDay(day) }, known: day, spot };
  if (given !== null) return { governedBy: { fact, date: null }, known: undefined, spot };
  return { governedBy: { fact: evaluationDateId, date: writtenDay(asOf) }, known: asOf, spot };
}

/** A fact as the case gives it, and where: nested by its dots, some or all of them in the keys. */
interface Given extends FactSpot {
  readonly value: unknown;
}

function lookUp(group: unknown, id: string): Given | undefined {
  if (typeof group !== "object" || group === null) return undefined;
  if (Object.hasOwn(group, id)) return { container: group, key: id, value: (group as Record<string, unknown>)[id] };
  for (let dot = id.indexOf("."); dot !== -1; dot = id.indexOf(".", dot + 1)) {
    const prefix = id.slice(0, dot);
    const inner = Object.hasOwn(group, prefix) ? (group as Record<string, unknown>)[prefix] : undefined;
    const found = lookUp(inner, id.slice(dot + 1));
    if (found?.value !== undefined) return found;
  }
  return undefined;
}
