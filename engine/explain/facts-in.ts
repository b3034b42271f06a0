import type { Reference, Value } from "../procedure/model.ts";
import { visitValue } from "../procedure/visit.ts";
import type { Asking } from "./asking.ts";
import { resolve } from "./worked.ts";

/** The facts that a value goes back to in this case, none twice. */
export function factsIn(value: Value, asking: Asking): readonly string[] {
  const { scope } = asking;
  const own = value.kind === "item" && scope.list !== undefined ? [scope.list] : [];
  return [...new Set([...own, ...referencesIn(value, asking).map(({ id }) => id)])];
}

/** The references to facts in a value, in this case, through the derived values in it. */
export function referencesIn(value: Value, asking: Asking): readonly Reference[] {
  const found = new Map<string, Reference>();
  const visited = new Set<string>();
  const visit = (part: Value): void => {
    const end = resolve(part, asking.probe, asking.scope);
    visitValue(end, {
      reference: (reference) => {
        if (reference.kind === "fact") found.set(reference.id, reference);
        if (reference.kind !== "derived" || visited.has(reference.id)) return;
        visited.add(reference.id);
        const derived = asking.probe.program.model.derived.get(reference.id);
        if (derived) visit(derived.value);
      },
    });
  };
  visit(value);
  return [...found.values()];
}
