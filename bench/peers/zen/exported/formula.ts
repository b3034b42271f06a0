/** A formula of ZEN that is true or false and never fails, whatever is missing. */
export type Formula = boolean | Atom | Joined;

/** One test. */
export interface Atom {
  readonly kind: "atom";
  /** What ZEN reads. Tests with the same text are the same test. */
  readonly text: string;
  /** The tests that have to hold before this one may be made, for ZEN fails where it can't compare. */
  readonly guards: readonly Atom[];
  /** The texts of other tests that hold where this one does, and with `failing` of those that don't. */
  readonly implies: readonly string[];
  /** The test that a value is none, where this one holds of none too. */
  readonly ofNone?: string;
}

/** Every part holds, or one at least. ZEN tries them in turn, and no more of them than it has to. */
export interface Joined {
  readonly kind: "all" | "any";
  readonly of: readonly Formula[];
}

/** The texts of tests that are known to hold where a formula stands. */
export type Held = ReadonlySet<string>;

const nothing: Held = new Set();

/** A test. */
export function atom(text: string, more: Partial<Omit<Atom, "kind" | "text">> = {}): Atom {
  return { kind: "atom", text, guards: [], implies: [], ...more };
}

/** Says of a test that it fails. */
export function failing(text: string): string {
  return `not (${text})`;
}

/** The same formula with no test that another makes needless. */
export function simplified(formula: Formula, held: Held = nothing): Formula {
  if (typeof formula === "boolean") return formula;
  if (formula.kind === "atom") {
    if (held.has(formula.text)) return true;
    if (held.has(failing(formula.text))) return false;
    return { ...formula, guards: formula.guards.filter(({ text }) => !held.has(text)) };
  }
  return formula.kind === "all" ? simplifiedAll(formula.of, held) : simplifiedAny(formula.of, held);
}

/** What is known to hold after a formula held. */
export function heldAfter(formula: Formula, held: Held): Held {
  if (typeof formula === "boolean" || formula.kind === "any") return held;
  const parts = formula.kind === "atom" ? [formula] : formula.of;
  return new Set([...held, ...parts.flatMap((part) => (isAtom(part) ? impliedBy(part) : []))]);
}

/** The parts that all have to hold. */
export function partsOf(formula: Formula): readonly Formula[] {
  return typeof formula === "object" && formula.kind === "all" ? formula.of : [formula];
}

/** The formula as ZEN reads it. */
export function textOf(formula: Formula): string {
  if (typeof formula === "boolean") return String(formula);
  if (formula.kind === "atom") {
    const { guards, text } = formula;
    return guards.length === 0 ? text : `(${[...guards, formula].map((one) => one.text).join(" and ")})`;
  }
  return `(${formula.of.map(textOf).join(formula.kind === "all" ? " and " : " or ")})`;
}

function simplifiedAll(parts: readonly Formula[], held: Held): Formula {
  const all = flat("all", parts).flatMap((part) => partsOf(simplified(part, held)));
  // What stands before the test that implies it, too: that something is known, before what it is.
  const needed = all.filter((one) => !all.some((other) => other !== one && implies(other, one)));
  const kept: Formula[] = [];
  let now = held;
  // Only now with what the parts before hold, for a guard may go where the test that stays has been made.
  for (const part of needed) {
    const simpler = simplified(part, now);
    if (simpler === false) return false;
    kept.push(...partsOf(simpler).filter((one) => one !== true));
    now = heldAfter(simpler, now);
  }
  return joined("all", kept);
}

function simplifiedAny(parts: readonly Formula[], held: Held): Formula {
  const kept = new Map<string, Formula>();
  for (const part of flat("any", parts)) {
    const simpler = simplified(part, held);
    if (simpler === true) return true;
    for (const one of flat("any", [simpler])) if (one !== false) kept.set(textOf(one), one);
  }
  const shared = withSharedFirst([...kept.values()], held);
  const ofNone = shared.flatMap((one) => (isAtom(one) && one.ofNone !== undefined ? [one.ofNone] : []));
  return joined(
    "any",
    shared.filter((one) => !isAtom(one) || !ofNone.includes(one.text)),
  );
}

/** Parts that begin with the same test, as one part that makes it once. */
function withSharedFirst(parts: readonly Formula[], held: Held): readonly Formula[] {
  const groups = new Map<string, Formula[]>();
  for (const part of parts) {
    const [first = true] = partsOf(part);
    const key = textOf(first);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()].map((group): Formula => {
    const [part = false] = group;
    if (group.length === 1) return part;
    const [first = true] = partsOf(part);
    const others = group.map((one) => joined("all", partsOf(one).slice(1)));
    return simplifiedAll([first, joined("any", others)], held);
  });
}

function joined(kind: "all" | "any", parts: readonly Formula[]): Formula {
  const [first, ...others] = parts;
  if (first === undefined) return kind === "all";
  return others.length === 0 ? first : { kind, of: parts };
}

function flat(kind: "all" | "any", parts: readonly Formula[]): readonly Formula[] {
  return parts.flatMap((part) => (typeof part === "object" && part.kind === kind ? flat(kind, part.of) : [part]));
}

function isAtom(formula: Formula): formula is Atom {
  return typeof formula === "object" && formula.kind === "atom";
}

function implies(formula: Formula, other: Formula): boolean {
  if (!isAtom(formula) || typeof other === "boolean") return false;
  if (isAtom(other)) return formula.implies.includes(other.text);
  return other.kind === "any" && other.of.some((part) => isAtom(part) && part.text === formula.text);
}

function impliedBy({ text, guards, implies: implied }: Atom): readonly string[] {
  return [text, ...implied, ...guards.flatMap(impliedBy)];
}
