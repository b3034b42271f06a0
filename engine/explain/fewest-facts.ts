import type { Operand } from "../language/known.ts";
import { edgesOf } from "./edges.ts";
import { factValues, isWhole, valuesToTry, type Wanted } from "./fact-values.ts";
import type { Trial } from "./trial.ts";

/** Facts and the values that they would have. */
export type FactValues = ReadonlyMap<string, Operand>;

/** Bounds on the work: how often the case is tried for sets of up to two facts, and for larger ones. */
const mostTrials = { few: 3000, many: 1500 } as const;
/** Up to how many facts are few. */
const fewFacts = 2;
/** The values of a fact that others are tried beside. */
const mostValues = 12;

/**
 * Looks for the fewest facts of a case with which a decision comes to an outcome.
 *
 * It starts from what is not possible: where a decision can't come to the outcome while some facts are unknown, no values
 * of these facts bring it about. So the sets of facts that are too small are known without trying a value, and only in
 * the others values are looked for.
 */
export class FewestFacts {
  readonly #trial: Trial;
  readonly #turns = new Map<string, readonly Operand[]>();

  constructor(trial: Trial) {
    this.#trial = trial;
  }

  /** Whether any values at all of the facts that can be changed could bring an outcome about. */
  isWithinReach(outcome: string): boolean {
    return this.#isPossible(this.#trial.facts, outcome);
  }

  /** The value of a fact, beside those of others, that brings an outcome about and is nearest to what there is. */
  nearest(fact: string, outcome: string, others: FactValues): Operand {
    return this.#valuesFor([fact], outcome, others)?.get(fact);
  }

  /** For each of the smallest sets of facts that can bring an outcome about, one that does; none of more facts than `most`. */
  find(outcome: string, most: number): readonly FactValues[] {
    const needed = this.#trial.facts.filter(
      (fact) =>
        !this.#isPossible(
          this.#trial.facts.filter((other) => other !== fact),
          outcome,
        ),
    );
    const others = this.#trial.facts.filter((fact) => !needed.includes(fact));
    let failed: readonly (readonly string[])[] = [];
    for (let size = Math.max(1, needed.length); size <= most; size++) {
      const found: FactValues[] = [];
      const tried: (readonly string[])[] = [];
      for (const further of combinations(others, size - needed.length)) {
        if (this.#isEnough(size)) return found;
        const facts = [...needed, ...further];
        if (!this.#isPossible(facts, outcome)) continue;
        const part = failed.find((smaller) => smaller.every((fact) => facts.includes(fact)));
        const values =
          part === undefined ? this.#valuesFor(this.#ordered(facts), outcome) : this.#beside(part, facts, outcome);
        if (values === undefined) tried.push(facts);
        else found.push(values);
      }
      if (found.length > 0) return found;
      failed = tried;
    }
    return [];
  }

  /**
   * Values of some facts of which all but one did not do. What else would have to be otherwise is asked at the turning
   * points of one of those alone, for only few of the other facts come into question there.
   */
  #beside(part: readonly string[], facts: readonly string[], outcome: string): FactValues | undefined {
    const pivot = this.#ordered(part).findLast((fact) => this.#typeOf(fact) !== "list");
    if (pivot === undefined) return this.#valuesFor(this.#ordered(facts), outcome);
    const rest = facts.filter((fact) => fact !== pivot);
    const open = rest.map((fact) => [fact, undefined] as const);
    for (const value of this.#turnsOf(pivot, part)) {
      if (!this.#trial.possible(new Map([[pivot, value], ...open])).includes(outcome)) continue;
      const values = this.#valuesFor(this.#ordered(rest), outcome, new Map([[pivot, value]]));
      if (values === undefined) continue;
      // What the turning point was good for may hold nearer to the case as it is.
      const fixed = new Map([...values].filter(([fact]) => fact !== pivot));
      return this.#valuesFor([pivot], outcome, fixed) ?? values;
    }
    return undefined;
  }

  /** The values of a fact at which something begins or ends to be as it is, while the rest of some facts is unknown. */
  #turnsOf(fact: string, part: readonly string[]): readonly Operand[] {
    const key = JSON.stringify([fact, part]);
    const known = this.#turns.get(key);
    if (known !== undefined) return known;
    const { program, frame } = this.#trial.probe;
    const entry = program.model.facts.get(fact)?.entry;
    const open = new Map(part.map((other) => [other, undefined] as const));
    const start = this.#trial.frame(open);
    if (entry === undefined || start === undefined) return [];
    const surroundings = { edges: edgesOf(this.#trial.probe.over(start)), asOf: frame.asOf };
    const now = frame.facts[program.names.factSlots.get(fact) ?? -1];
    const values =
      entry.type === "choice"
        ? Object.keys(entry.options)
        : entry.type === "boolean"
          ? [true, false]
          : valuesToTry(entry, now, surroundings);
    const signatures = values.map((value) => this.#trial.signature(new Map([...open, [fact, value]])));
    const turns = values.filter(
      (value, at) => value !== now && (signatures[at] !== signatures[at - 1] || signatures[at] !== signatures[at + 1]),
    );
    this.#turns.set(key, turns);
    return turns;
  }

  #isEnough(size: number): boolean {
    return this.#trial.tried > (size > fewFacts ? mostTrials.many : mostTrials.few);
  }

  #isPossible(open: readonly string[], outcome: string): boolean {
    return this.#trial.possible(new Map(open.map((fact) => [fact, undefined]))).includes(outcome);
  }

  /** Values of some facts that bring an outcome about: one fact after the other, while the rest is unknown. */
  #valuesFor(open: readonly string[], outcome: string, chosen: FactValues = new Map()): FactValues | undefined {
    const [fact, ...rest] = open;
    if (fact === undefined) return chosen;
    const { program, frame } = this.#trial.probe;
    const entry = program.model.facts.get(fact)?.entry;
    const before = new Map([...chosen, ...rest.map((other) => [other, undefined] as const)]);
    const possible = (value: Operand) => this.#trial.possible(new Map([...before, [fact, value]]));
    const start = this.#trial.frame(new Map([...before, [fact, undefined]]));
    if (entry === undefined || start === undefined) return undefined;
    const isSettled = (value: Operand): boolean => {
      const outcomes = possible(value);
      return outcomes.length === 1 && outcomes[0] === outcome;
    };
    const wanted: Wanted = {
      accepts: (value) => possible(value).includes(outcome),
      isEnough: rest.length === 0 ? isSettled : (value) => isWhole(value, entry),
      edges: edgesOf(this.#trial.probe.over(start)),
      asOf: frame.asOf,
    };
    const now = frame.facts[program.names.factSlots.get(fact) ?? -1];
    for (const value of factValues(entry, now, wanted).slice(0, mostValues)) {
      if (this.#isEnough(open.length + chosen.size)) return undefined;
      if (rest.length === 0 && !isSettled(value)) continue;
      const values = this.#valuesFor(rest, outcome, new Map([...chosen, [fact, value]]));
      if (values !== undefined) return values;
    }
    return undefined;
  }

  #typeOf(fact: string): string {
    return this.#trial.probe.program.model.facts.get(fact)?.entry.type ?? "text";
  }

  /** The facts with few values first, for they leave the fewest ways on. */
  #ordered(facts: readonly string[]): readonly string[] {
    const order = ["boolean", "choice", "integer", "number", "date", "list", "record", "text"];
    const rank = (fact: string): number => order.indexOf(this.#typeOf(fact));
    return [...facts].sort((a, b) => rank(a) - rank(b));
  }
}

/** Every way to choose some of several things. */
function* combinations<Thing>(things: readonly Thing[], count: number): Generator<readonly Thing[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [at, thing] of things.entries()) {
    for (const further of combinations(things.slice(at + 1), count - 1)) yield [thing, ...further];
  }
}
