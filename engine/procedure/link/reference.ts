import type { ValueType } from "../../language/value-type.ts";
import { type Derived, evaluationDateId, type Reference, type Value } from "../model.ts";
import type { Spot } from "../reporter.ts";
import { deepest, reportCircle, reportTooDeep } from "./circle.ts";
import type { LinkContext, Scope } from "./context.ts";
import { linkDerivation } from "./derivation.ts";
import { reportUnknown } from "./timeline.ts";

/** A fact, a derived value or the evaluation date by its id. Reports an id that stands for nothing. */
export function linkReference(id: string, spot: Spot, context: LinkContext): Reference | undefined {
  if (id === evaluationDateId) return { kind: "asOf", type: { kind: "date" }, id };
  const fact = context.facts.get(id);
  if (fact !== undefined) return { kind: "fact", type: fact.type, id };
  if (context.derivedSources.has(id)) {
    const derived = linkDerived(id, context);
    return derived && { kind: "derived", type: derived.value.type, id };
  }
  const known = [...context.facts.keys(), ...context.derivedSources.keys(), evaluationDateId];
  reportUnknown("fact or derived value", id, known, spot, context);
  return undefined;
}

/** A derived value, linked when it is first asked for. One that needs itself is reported with its whole circle. */
export function linkDerived(id: string, context: LinkContext): Derived | undefined {
  if (context.derived.has(id)) return context.derived.get(id);
  const source = context.derivedSources.get(id);
  if (source === undefined) return undefined;
  const start = context.underway.indexOf(id);
  if (start !== -1) {
    const circle = context.underway.slice(start).map((value) => ({ kind: "value", id: value }) as const);
    reportCircle(circle, (value) => context.derivedSources.get(value.id)?.spot, context.reporter);
    return undefined;
  }
  if (context.underway.length >= deepest) {
    reportTooDeep(source.spot, context.reporter);
    return undefined;
  }
  context.underway.push(id);
  const value = linkDerivation(source.derivation, source.spot, context);
  context.underway.pop();
  const derived = value && context.origins.note({ id, clause: source.clause, value }, source.spot);
  context.derived.set(id, derived);
  return derived;
}

/** A field of the list element that is being looked at. Reports one outside a list, and one that is not there. */
export function linkItem(name: string, spot: Spot, context: LinkContext, scope: Scope): Value | undefined {
  const element = scope.item;
  if (element === undefined) {
    context.reporter.report("item-outside-list", spot, "`item` has no list to look at here", {
      expected: "`item` inside the `where` of `some`, `every` or a list expression",
      remedy: "name a fact with `fact:`, or ask the question about a list",
    });
    return undefined;
  }
  if (element.kind !== "record") {
    if (name === "this") return { kind: "item", type: element, name, position: undefined };
    context.reporter.unknownName("field", name, ["this"], spot);
    return undefined;
  }
  const names = [...element.fields.keys()];
  const type: ValueType | undefined = element.fields.get(name);
  if (type !== undefined) return { kind: "item", type, name, position: names.indexOf(name) };
  context.reporter.unknownName("field", name, names, spot);
  return undefined;
}

/** A fact that is a list, and the type of its elements. Reports a fact that is none. */
export function linkList(
  id: string,
  spot: Spot,
  context: LinkContext,
): { readonly list: Reference; readonly element: ValueType } | undefined {
  const list = linkReference(id, spot, context);
  if (list === undefined) return undefined;
  if (list.type.kind === "list") return { list, element: list.type.of };
  context.reporter.report("not-a-list", spot, `\`${id}\` is not a list`, {
    expected: "a fact of type `list`",
    remedy: "name a list, or compare the fact itself",
  });
  return undefined;
}
