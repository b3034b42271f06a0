import type { Value } from "../procedure/model.ts";
import { type Element, sayElement } from "./element.ts";
import type { Probe } from "./probe.ts";
import type { Scope } from "./scope.ts";
import { sayDerived, sayValue } from "./value-words.ts";
import { resolve, sayWorked } from "./worked.ts";

/** Where a comparison is asked: in which evaluation, and of which list element, if of any. */
export interface Asking {
  readonly probe: Probe;
  readonly scope: Scope;
  readonly element: Element | undefined;
}

/** What a comparison is about: the fact that it goes back to, and the list element. */
export function subjectOf(value: Value, { probe, scope, element }: Asking): string {
  const end = resolve(value, probe, scope);
  const words = end.kind === "derived" ? sayDerived(end.id, end.type) : sayWorked(end, probe, scope);
  if (element === undefined) return words;
  const name = sayElement(element, scope);
  return end.kind === "item" ? itemSubject(end, name, scope) : `${words} (${name})`;
}

function itemSubject(item: Value & { kind: "item" }, name: string, scope: Scope): string {
  const list = scope.model.facts.get(scope.list ?? "")?.entry.label ?? "the list";
  return item.position === undefined ? list : `the ${sayValue(item, scope).replace(/^its /, "")} of ${name}`;
}
