import { CalendarRangeError, parseDay } from "../calendar/day.ts";
import { Frame } from "../evaluate/frame.ts";
import type { Evaluation } from "../evaluate/procedure.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { circumstancesOf } from "./circumstances.ts";
import { Probe } from "./probe.ts";
import type { Change, Edit, Shortfall } from "./shortfall.ts";
import { ShortfallFinder } from "./shortfalls.ts";

/** Changes of the facts which together change what a decision comes to: tried out, not guessed. */
export interface Remedy {
  readonly outcome: string;
  readonly changes: readonly Change[];
}

/** Enough to look at for a reader, and a bound on the work. */
const mostRemedies = 3;
const mostWays = 12;
const mostSteps = 5;

/**
 * What would change a settled decision to a better outcome: for the best outcome that can be reached by small changes of
 * the facts, the smallest sets of changes found. Each was tried on the whole case; leaving any change out of a set would
 * not do. Empty where the decision is open, or is already what it best can be.
 */
export function remediesOf({ program, frame, result }: Evaluation, decision: string): readonly Remedy[] {
  const outcomes = [...(program.model.decisions.get(decision)?.outcomes.keys() ?? [])];
  const rank = (outcome: string): number => (outcome === notApplicable ? outcomes.length : outcomes.indexOf(outcome));
  const overridden = result.warnings.some(({ code }) => code === "revision-overridden");
  const trial = new Trial(new Probe(program, frame), decision, overridden);
  const now = result.decisions[decision]?.outcome ?? null;
  if (now === null || rank(now) <= 0) return [];

  const found: Remedy[] = [];
  const seen = new Set<string>();
  let open: readonly (readonly Change[])[] = [[]];
  for (let step = 0; step < mostSteps && open.length > 0; step++) {
    const next: (readonly Change[])[] = [];
    for (const changes of open) {
      for (const way of trial.waysOn(changes, (outcome) => rank(outcome) < rank(now))) {
        const all = way.reduce(withChange, changes);
        const key = JSON.stringify(all.map(({ fact, edit }) => [fact, edit]).sort());
        if (seen.has(key)) continue;
        seen.add(key);
        const outcome = trial.outcome(all);
        if (outcome === undefined) continue;
        if (rank(outcome) < rank(now)) found.push({ outcome, changes: trial.shrunk(all, outcome) });
        if (rank(outcome) > 0 && next.length < mostWays) next.push(all);
      }
    }
    open = next;
  }
  const best = Math.min(...found.map(({ outcome }) => rank(outcome)));
  const given = circumstancesOf(program.model);
  const atBest = found.filter(({ outcome }) => rank(outcome) === best);
  const free = atBest.filter(({ changes }) => !changes.some(({ fact }) => given.has(fact)));
  const ofBest = free.length > 0 ? free : atBest;
  const fewest = Math.min(...ofBest.map(({ changes }) => changes.length));
  const kept: Remedy[] = [];
  for (const remedy of ofBest) {
    const known = (other: Remedy) =>
      other.changes.every((change) => remedy.changes.some((own) => sameValue(own, change)));
    if (remedy.changes.length === fewest && kept.length < mostRemedies && !kept.some(known)) kept.push(remedy);
  }
  return kept;
}

/** Changes with one more: it takes the place of an earlier one of the same value, and remembers what that was at first. */
function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const earlier = changes.find((other) => other.fact === change.fact && target(other.edit) === target(change.edit));
  if (earlier === undefined) return [...changes, change];
  return changes.map((other) => (other === earlier ? { ...change, from: earlier.from } : other));
}

/** What of a fact an edit replaces; the elements that it adds or takes away are told apart by their values. */
function target(edit: Edit): string {
  if (edit.kind === "set") return "set";
  return edit.kind === "field" ? `${edit.index} ${edit.position}` : JSON.stringify(edit);
}

/** The outcome of a decision that does not arise. */
const notApplicable = "not_applicable";

function sameValue(a: Change, b: Change): boolean {
  return a.fact === b.fact && target(a.edit) === target(b.edit);
}

/** Tries changes of the facts out. */
class Trial {
  readonly #probe: Probe;
  readonly #decision: string;
  /** Whether the revision was named, so that no date can make another govern. */
  readonly #overridden: boolean;

  constructor(probe: Probe, decision: string, overridden: boolean) {
    this.#probe = probe;
    this.#decision = decision;
    this.#overridden = overridden;
  }

  /** What the decision comes to after the changes; nothing where it is open, or where the facts can't be so. */
  outcome(changes: readonly Change[]): string | undefined {
    const frame = this.#frame(changes);
    if (frame === undefined) return undefined;
    try {
      const possible = this.#probe.program.decisions.get(this.#decision)?.possible(frame) ?? [];
      return possible.length === 1 ? possible[0] : undefined;
    } catch (error) {
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    }
  }

  /** The sets of changes that would put right, after the changes made so far, what keeps a better outcome away. */
  waysOn(changes: readonly Change[], isBetter: (outcome: string) => boolean): readonly (readonly Change[])[] {
    const frame = changes.length === 0 ? this.#probe.frame : this.#frame(changes);
    if (frame === undefined) return [];
    const finder = new ShortfallFinder(this.#probe.over(frame), "through");
    try {
      const shortfall = finder.ofDecision(this.#decision, isBetter);
      return shortfall === undefined ? [] : waysToMend(shortfall);
    } catch (error) {
      if (error instanceof CalendarRangeError) return [];
      throw error;
    }
  }

  /** The changes without those that the outcome does not need. */
  shrunk(changes: readonly Change[], outcome: string): readonly Change[] {
    let kept = changes;
    for (const change of changes) {
      const fewer = kept.filter((other) => other !== change);
      if (this.outcome(fewer) === outcome) kept = fewer;
    }
    return kept;
  }

  /** The case with the changes made; nothing where it could not be a case: out of bounds, or contradictory. */
  #frame(changes: readonly Change[]): Frame | undefined {
    const { program, frame } = this.#probe;
    const { model } = program;
    const facts = [...frame.facts];
    for (const { fact, edit } of changes) {
      const slot = program.names.factSlots.get(fact);
      const entry = model.facts.get(fact)?.entry;
      if (slot === undefined || entry === undefined) return undefined;
      const value = edited(facts[slot], edit);
      if (value === undefined || !isWithin(value, entry, entry.orNone === true)) return undefined;
      if (fact === model.governedBy && !this.#overridden && !governs(model, value, frame.asOf)) return undefined;
      facts[slot] = value;
    }
    const changed = new Frame(facts, frame.asOf);
    return program.contradictions.some((contradiction) => contradiction.test(changed) === true) ? undefined : changed;
  }
}

/** Every way to mend a shortfall, each a set of changes; few, where there are many. */
function waysToMend(shortfall: Shortfall): readonly (readonly Change[])[] {
  switch (shortfall.kind) {
    case "lack":
      return shortfall.changes.map((change) => [change]);
    case "any":
      return shortfall.of.flatMap(waysToMend).slice(0, mostWays);
    case "all":
      return shortfall.of.reduce<readonly (readonly Change[])[]>(
        (ways, part) => {
          const more = waysToMend(part);
          return ways.flatMap((way) => more.map((other) => [...way, ...other])).slice(0, mostWays);
        },
        [[]],
      );
    default:
      return shortfall satisfies never;
  }
}

function edited(value: Operand, edit: Edit): Operand {
  if (edit.kind === "set") return edit.to;
  const elements: readonly Operand[] = Array.isArray(value) ? (value as readonly Operand[]) : [];
  switch (edit.kind) {
    case "with":
      return [...elements, edit.element];
    case "without":
      return elements.filter((element) => element !== edit.element);
    case "field":
      return elements.map((element, index) =>
        index === edit.index && Array.isArray(element)
          ? (element as readonly Operand[]).map((part, position) => (position === edit.position ? edit.to : part))
          : element,
      );
    default:
      return edit satisfies never;
  }
}

/** Whether a value is one that the fact could have. */
function isWithin(value: Operand, type: FactType, orNone = false): boolean {
  if (value === undefined) return true;
  if (value === null) return orNone;
  switch (type.type) {
    case "integer":
    case "number":
      return (
        typeof value === "number" &&
        value >= (type.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (type.max ?? Number.POSITIVE_INFINITY)
      );
    case "date": {
      if (typeof value !== "number") return false;
      const from = type.from === undefined ? undefined : parseDay(type.from);
      const to = type.to === undefined ? undefined : parseDay(type.to);
      return (typeof from !== "number" || value >= from) && (typeof to !== "number" || value <= to);
    }
    case "list":
      return Array.isArray(value) && (value as readonly Operand[]).every((part) => isWithin(part, type.of));
    case "record": {
      const fields = Object.values(type.fields);
      return (
        Array.isArray(value) &&
        (value as readonly Operand[]).every((part, at) => {
          const field = fields[at];
          return field !== undefined && isWithin(part, field);
        })
      );
    }
    case "boolean":
    case "choice":
    case "text":
      return true;
    default:
      return type satisfies never;
  }
}

/** Whether the revision would still be the one to decide by, with this governing date. */
function governs(model: RevisionModel, value: Operand, asOf: number): boolean {
  const day = value === null ? asOf : value;
  return typeof day === "number" && model.effective <= day && (model.until === undefined || day < model.until);
}
