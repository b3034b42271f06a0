import type { Known, Operand } from "../language/known.ts";
import type { Operator } from "../language/operators/operator.ts";
import { operators } from "../language/operators/table.ts";
import type { ValueType } from "../language/value-type.ts";
import type { Comparison, Reference, Value } from "../procedure/model.ts";
import { visitValue } from "../procedure/visit.ts";
import { dateThreshold } from "./date-threshold.ts";
import { type Element, sayElement } from "./element.ts";
import { type Saying, sayKnown } from "./known.ts";
import { inclusive, nearestSatisfied, nearestSatisfying } from "./nearest-value.ts";
import type { Probe } from "./probe.ts";
import { declaredType, type Scope } from "./scope.ts";
import { type Change, type Edit, group, type Lack, needed, type Shortfall } from "./shortfall.ts";
import { sayDerived, sayValue } from "./value-words.ts";
import { resolve, sayFound, sayWorked } from "./worked.ts";

/** Where a comparison is asked: in which evaluation, and of which list element, if of any. */
export interface Asking {
  readonly probe: Probe;
  readonly scope: Scope;
  readonly element: Element | undefined;
}

/** What a comparison lacks that is false and should be true. */
export function comparisonLack(comparison: Comparison, asking: Asking): Shortfall | undefined {
  const { operator, left, right } = comparison;
  const { probe, scope } = asking;
  if (right === undefined) return existenceLack(operator, left, asking);
  const found = probe.value(left, scope);
  const limit = probe.value(right, scope);
  if (found === null) return noneLack(left, rightWords(comparison, limit, asking), comparison, limit, asking);
  if (limit === null) return noneLack(right, undefined, comparison, limit, asking);
  if (found === undefined || limit === undefined) return undefined;
  const wanted = rightWords(comparison, limit, asking);
  const isElement = left.kind === "item" && left.position === undefined && asking.element !== undefined;
  return {
    kind: "lack",
    subject: subjectOf(left, asking),
    ...(isElement
      ? elementWords(wanted, operator, asking.element, scope)
      : { wanted, was: `was ${sayFound(left, probe, scope, typeof limit === "number" ? { beside: limit } : {})}` }),
    facts: [...new Set([...factsIn(left, asking), ...factsIn(right, asking)])],
    changes: comparisonChanges(comparison, found, limit, asking),
  };
}

/** An element that may not stand in a list, said of the list. */
function elementWords(
  wanted: string,
  operator: Operator,
  element: Element,
  scope: Scope,
): Pick<Lack, "wanted" | "was"> {
  const options = operator.name === operators.in.name ? wanted.replace(`${predicate(operator, "")} `, "") : wanted;
  return { wanted: `only ${options}`, was: `${includes}${sayElement(element, scope)}` };
}

/** How what a list has too much is introduced. */
export const includes = "but there is also ";

/** What a comparison asks for on its left, in words: "at most 10 people", "on or before 2019-12-31 (the end of term)". */
function rightWords(comparison: Comparison, limit: Operand, { probe, scope }: Asking): string {
  const { operator, left, right } = comparison;
  if (right === undefined) return predicate(operator, "");
  if (limit === undefined || limit === null) return predicate(operator, sayWorked(right, probe, scope, left));
  const end = resolve(right, probe, scope);
  if (end.kind === "literal") {
    const near = inclusive(operator, limit, left.type);
    return predicate(near.operator, sayValue({ ...end, value: near.limit }, scope, left));
  }
  const words = sayKnown(limit, sayingOf(right, left, scope));
  return `${predicate(operator, words)} (${sayWorked(right, probe, scope, left)})`;
}

/** A worked-out number without a unit takes that of what it is compared with. */
function sayingOf(value: Value, beside: Value, scope: Scope): Saying {
  const bare = value.type.kind === "number" && value.type.unit === undefined;
  return { type: bare ? beside.type : value.type, declared: declaredType(value, scope) };
}

/** An operator's phrase as what is wanted: without its "is", or as a must. */
function predicate(operator: Operator, right: string): string {
  if (operator.name === operators.equal.name) return right;
  const phrase = operator.phrase
    .replace(/^is /, "")
    .replace(/^includes/, "must include")
    .replace(/^does not /, "must not ");
  return `${phrase} ${right}`.trim();
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

/** What one has to know about a value that should be there, or should not. */
function existenceLack(operator: Operator, left: Value, asking: Asking): Lack {
  const wantsValue = operator.name === operators.exists.name;
  const end = resolve(left, asking.probe, asking.scope);
  const subject = subjectOf(left, asking);
  if (wantsValue) {
    const { asOf } = asking.probe.frame;
    const isDate = left.type.kind === "date";
    return {
      kind: "lack",
      subject,
      wanted: needed,
      was: "but there is none",
      facts: factsIn(left, asking),
      changes: isDate ? changesOf(end, [asOf], asking) : [],
    };
  }
  return {
    kind: "lack",
    subject,
    wanted: "none",
    was: `was ${sayFound(left, asking.probe, asking.scope)}`,
    facts: factsIn(left, asking),
    // What has happened can't be made not to have happened.
    changes: [],
  };
}

/** A comparison that fails because a side is none: the facts to blame are those that are none. */
function noneLack(
  side: Value,
  wanted: string | undefined,
  comparison: Comparison,
  limit: Operand,
  asking: Asking,
): Shortfall | undefined {
  const end = resolve(side, asking.probe, asking.scope);
  if (end.kind === "fact" || end.kind === "item") {
    const { probe, scope } = asking;
    const to = limit === undefined || limit === null ? undefined : nearestSatisfying(comparison.operator, limit, null);
    const lack: Lack = {
      kind: "lack",
      subject: subjectOf(end, asking),
      wanted: wanted ?? needed,
      was: "but there is none",
      facts: factsIn(end, asking),
      changes: to === undefined ? [] : changesOf(end, [to], asking),
    };
    return wanted === undefined && end.kind === "fact" && end.type.kind === "date"
      ? { ...lack, changes: changesOf(end, [probe.value(comparison.left, scope)], asking) }
      : lack;
  }
  const blamed = referencesIn(side, asking).filter((reference) => asking.probe.value(reference) === null);
  const lacks = blamed.map((reference): Lack => {
    const threshold = blamed.length === 1 ? dateThreshold(reference, comparison, asking) : undefined;
    return {
      kind: "lack",
      subject: sayValue(reference, asking.scope),
      wanted: threshold?.says ?? needed,
      was: "but there is none",
      facts: [reference.id],
      changes: threshold === undefined ? [] : changesOf(reference, [threshold.day], asking),
    };
  });
  if (lacks.length > 0) return group("all", lacks);
  return {
    kind: "lack",
    subject: subjectOf(side, asking),
    wanted: wanted ?? needed,
    was: "but there is none",
    facts: factsIn(side, asking),
    changes: [],
  };
}

/** The facts that a value goes back to in this case, none twice. */
export function factsIn(value: Value, asking: Asking): readonly string[] {
  const { scope } = asking;
  const own = value.kind === "item" && scope.list !== undefined ? [scope.list] : [];
  return [...new Set([...own, ...referencesIn(value, asking).map(({ id }) => id)])];
}

function referencesIn(value: Value, asking: Asking): readonly Reference[] {
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

/** The changes of a single fact that would put a comparison right. */
function comparisonChanges(comparison: Comparison, found: Known, limit: Known, asking: Asking): readonly Change[] {
  const { operator, left, right } = comparison;
  const { probe, scope } = asking;
  const leftEnd = resolve(left, probe, scope);
  if (leftEnd.kind === "fact" || leftEnd.kind === "item") {
    return changesOf(leftEnd, candidates(operator, limit, found, leftEnd.type), asking);
  }
  const rightEnd = right && resolve(right, probe, scope);
  if (rightEnd?.kind !== "fact" && rightEnd?.kind !== "item") return [];
  const to = nearestSatisfied(operator, found, limit);
  return to === undefined ? [] : changesOf(rightEnd, [to], asking);
}

function candidates(operator: Operator, limit: Known, now: Known, type: ValueType): readonly Known[] {
  if (type.kind === "choice") return type.options.filter((option) => operator.test(option, limit) === true);
  const near = nearestSatisfying(operator, limit, now);
  if (near !== undefined) return [near];
  if (Array.isArray(limit))
    return (limit as readonly Operand[]).filter((value) => typeof value === "number").slice(0, 1);
  return [];
}

/** Changes that give a fact, or a field of the list element, one of some values. */
export function changesOf(target: Value, values: readonly Operand[], asking: Asking): readonly Change[] {
  const { probe, scope, element } = asking;
  const subject = subjectOf(target, asking);
  const saying: Saying = { type: target.type, declared: declaredType(target, scope) };
  const now = probe.value(target, scope);
  return values.flatMap((to): readonly Change[] => {
    const change = (fact: string, edit: Edit): readonly Change[] => [
      { fact, edit, subject, becomes: `is ${sayKnown(to, saying)}`, from: sayKnown(now, saying) },
    ];
    if (target.kind === "fact") return change(target.id, { kind: "set", to });
    if (target.kind !== "item" || element === undefined) return [];
    if (target.position === undefined) {
      return [
        {
          fact: element.list,
          edit: { kind: "without", element: element.value },
          subject: sayElement(element, scope),
          becomes: `is not part of ${subject}`,
          from: undefined,
        },
      ];
    }
    return change(element.list, { kind: "field", index: element.index, position: target.position, to });
  });
}
