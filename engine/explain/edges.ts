import { CalendarRangeError } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";
import { conditionsIn, type PlacedCondition } from "../procedure/conditions.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Probe } from "./probe.ts";
import { inside } from "./scope.ts";

/** The values at which something can turn in a case: what the conditions of its revision compare with one another. */
export interface Edges {
  readonly days: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
}

const comparisons = new WeakMap<RevisionModel, readonly PlacedCondition[]>();

/** Every day and every number that a side of a comparison comes to in a case, as far as it is known. */
export function edgesOf(probe: Probe): Edges {
  const { model } = probe.program;
  const placed = comparisons.get(model) ?? conditionsIn(model).filter(({ condition }) => condition.kind === "compare");
  comparisons.set(model, placed);
  const days = new Set<number>([probe.frame.asOf]);
  const numbers = new Set<number>();
  for (const { condition, list } of placed) {
    if (condition.kind !== "compare") continue;
    const scope = list === undefined ? probe.scope : inside(probe.scope, list);
    const note = (): void => {
      for (const side of [condition.left, condition.right]) {
        if (side === undefined || (side.type.kind !== "date" && side.type.kind !== "number")) continue;
        const value = valueOrNothing(() => probe.value(side, scope));
        if (typeof value === "number") (side.type.kind === "date" ? days : numbers).add(value);
      }
    };
    if (list === undefined) note();
    else for (const element of elementsOf(list, probe)) probe.withElement(element, note);
  }
  return { days, numbers };
}

function elementsOf(list: string, { program, frame }: Probe): readonly Operand[] {
  const value = frame.facts[program.names.factSlots.get(list) ?? -1];
  return Array.isArray(value) ? (value as readonly Operand[]) : [];
}

function valueOrNothing(work: () => Operand): Operand {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}
