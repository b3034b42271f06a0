import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import { isSameValue } from "./observe.ts";
import type { Pair, TrialCase } from "./pair.ts";
import { differing, withOne } from "./variations.ts";

/** Rounds after which a case is small enough: each one before made it smaller. */
const mostRounds = 20;

/**
 * The case as close to an ordinary one as it can be brought while it still shows something: as few things otherwise as
 * were found to do, and those that are, as near to what is ordinary as they can be, which puts dates and numbers at
 * the limit that they pass.
 *
 * @param shows whether a case shows it
 */
export function shrink(
  trial: TrialCase,
  ordinary: readonly TrialCase[],
  pair: Pair,
  shows: (trial: TrialCase) => boolean,
): { readonly trial: TrialCase; readonly ordinary: TrialCase } {
  const candidates = ordinary.map((near) => ({ trial: towards(trial, near, pair, shows), ordinary: near }));
  const size = ({ trial: small, ordinary: near }: (typeof candidates)[number]) => differing(small, near).length;
  const [first, ...others] = candidates;
  if (first === undefined) return { trial, ordinary: trial };
  return others.reduce((best, one) => (size(one) < size(best) ? one : best), first);
}

function towards(start: TrialCase, near: TrialCase, pair: Pair, shows: (trial: TrialCase) => boolean): TrialCase {
  let trial = start;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = trial;
    trial = movedInTime(trial, near, pair, shows);
    for (const coordinate of differing(trial, near)) {
      const reverted = withOne(trial, coordinate, near);
      if (shows(reverted)) trial = reverted;
    }
    trial = revertedInPairs(trial, near, shows);
    for (const coordinate of differing(trial, near)) {
      if (coordinate.kind === "reading") continue;
      if (coordinate.kind === "asOf") {
        const asOf = nearest(trial.asOf, near.asOf, (value) => shows({ ...trial, asOf: value }));
        trial = { ...trial, asOf };
        continue;
      }
      const { at } = coordinate;
      const type = pair.facts[at]?.entry;
      if (type === undefined) continue;
      const tries = (value: Operand) => shows({ ...trial, values: trial.values.with(at, value) });
      // A day that is ordinarily none is best the one from which the case is looked at.
      const goal = type.type === "date" ? (near.values[at] ?? near.asOf) : near.values[at];
      const value = smaller(trial.values[at], goal, type, tries);
      trial = { ...trial, values: trial.values.with(at, value) };
    }
    if (differing(trial, before).length === 0) return trial;
  }
  return trial;
}

/**
 * The case with all that it has otherwise moved in time by as much as brings one of its dates to the ordinary one:
 * dates that hang together can't come there one by one.
 */
function movedInTime(start: TrialCase, near: TrialCase, pair: Pair, shows: (trial: TrialCase) => boolean): TrialCase {
  const open = differing(start, near);
  const gaps = open.flatMap((coordinate): readonly number[] => {
    if (coordinate.kind === "asOf") return [near.asOf - start.asOf];
    if (coordinate.kind !== "fact" || pair.facts[coordinate.at]?.entry.type !== "date") return [];
    const [own, goal] = [start.values[coordinate.at], near.values[coordinate.at] ?? near.asOf];
    return typeof own === "number" && typeof goal === "number" ? [goal - own] : [];
  });
  for (const days of new Set(gaps)) {
    let moved = start;
    for (const coordinate of open) {
      if (coordinate.kind === "asOf") moved = { ...moved, asOf: moved.asOf + days };
      if (coordinate.kind !== "fact") continue;
      const type = pair.facts[coordinate.at]?.entry;
      if (type === undefined) continue;
      const value = movedValue(moved.values[coordinate.at], type, days);
      moved = { ...moved, values: moved.values.with(coordinate.at, value) };
    }
    if (shows(moved) && differing(moved, near).length < open.length) return moved;
  }
  return start;
}

function movedValue(value: Operand, type: FactType, days: number): Operand {
  if (type.type === "date") return typeof value === "number" ? value + days : value;
  if (!Array.isArray(value)) return value;
  const parts = value as readonly Operand[];
  if (type.type === "list") return parts.map((part) => movedValue(part, type.of, days));
  if (type.type !== "record") return value;
  return Object.values(type.fields).map((field, at) => movedValue(parts[at], field, days));
}

/** Two things that are otherwise only together can go only together. */
function revertedInPairs(start: TrialCase, near: TrialCase, shows: (trial: TrialCase) => boolean): TrialCase {
  let trial = start;
  const open = differing(trial, near);
  for (const [at, one] of open.entries()) {
    for (const other of open.slice(at + 1)) {
      const reverted = withOne(withOne(trial, one, near), other, near);
      if (differing(reverted, trial).length === 2 && shows(reverted)) trial = reverted;
    }
  }
  return trial;
}

/** A value that still does, as near to the ordinary one, or as simple, as was found. */
function smaller(value: Operand, ordinary: Operand, type: FactType, shows: (value: Operand) => boolean): Operand {
  if (type.type === "date" || type.type === "integer" || type.type === "number") {
    if (typeof value !== "number") return value;
    return nearest(value, typeof ordinary === "number" ? ordinary : Math.round(value), shows);
  }
  if (!Array.isArray(value)) return value;
  return type.type === "list" ? smallerList(value, ordinary, type.of, shows) : value;
}

function smallerList(
  value: readonly Operand[],
  ordinary: Operand,
  of: FactType,
  shows: (value: Operand) => boolean,
): Operand {
  let list: readonly Operand[] = value;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const shorter = list.toSpliced(at, 1);
    if (shows(shorter)) list = shorter;
  }
  const model = Array.isArray(ordinary) ? (ordinary[0] as Operand) : undefined;
  for (const at of list.keys()) {
    list = list.with(
      at,
      smallerElement(list[at], model, of, (element) => shows(list.with(at, element))),
    );
  }
  return list;
}

function smallerElement(
  element: Operand,
  ordinary: Operand,
  type: FactType,
  shows: (element: Operand) => boolean,
): Operand {
  if (type.type !== "record" || !Array.isArray(element)) return smaller(element, ordinary, type, shows);
  let fields: readonly Operand[] = element;
  for (const [at, field] of Object.values(type.fields).entries()) {
    const plain = Array.isArray(ordinary) ? (ordinary[at] as Operand) : undefined;
    const tries = (value: Operand) => shows(fields.with(at, value));
    if (plain !== undefined && !isSameValue(plain, fields[at]) && tries(plain)) fields = fields.with(at, plain);
    else fields = fields.with(at, smaller(fields[at], plain, field, tries));
  }
  return fields;
}

/** The value nearest to a goal, between it and a value that does, that does too as far as halving finds it. */
function nearest(value: number, goal: number, shows: (value: number) => boolean): number {
  let good = value;
  let bad = goal;
  if (good === bad || shows(bad)) return bad;
  while (Math.abs(good - bad) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (middle === good || middle === bad) break;
    if (shows(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
