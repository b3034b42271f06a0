import type { FactEntry, FactType } from "../language/fact.ts";
import type { Symbolic } from "../language/smt/symbolic.ts";
import type { Term } from "../language/smt/term.ts";
import { and, not, or } from "../language/smt/term.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Bounds } from "./encode/bounds.ts";
import { Codes } from "./encode/codes.ts";
import { type Case, SymbolicRevision } from "./encode/revision.ts";
import { Script } from "./encode/script.ts";
import { type Assignment, allowedBy, declareDate, declareVariable, type Variable } from "./encode/variable.ts";

/** A case that the solver chose, as a case file has it; a fact that no side has is left out. */
export interface ChosenCase {
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
  /** Fact to value. */
  readonly facts: ReadonlyMap<string, unknown>;
}

/** One revision in all cases: what it comes to, and which cases it lets in. */
export interface SymbolicSide {
  readonly revision: SymbolicRevision;
  /** The cases with values that the facts allow and without contradictions. */
  readonly valid: Term;
}

/**
 * All cases that one or several revisions can be asked about, within bounds: every fact known, every reading free, any
 * evaluation date. A fact that several revisions have is the same one for each.
 */
export class Universe {
  readonly script = new Script();
  readonly codes = new Codes();
  readonly sides: readonly SymbolicSide[];
  /** The facts whose types on several sides have nothing in common, so that each side has a value of its own. */
  readonly unlikeFacts: readonly string[];
  readonly #asOf: Variable;
  readonly #facts = new Map<string, Variable>();
  readonly #readings = new Map<string, Map<string, Term>>();

  constructor(models: readonly RevisionModel[], bounds: Bounds) {
    const declaring = { script: this.script, codes: this.codes, bounds };
    this.#asOf = declareDate(declaring);
    const unlike = new Set<string>();
    const own = models.map(() => new Map<string, Variable>());
    for (const id of new Set(models.flatMap(({ facts }) => [...facts.keys()]))) {
      const entries = models.map((model) => model.facts.get(id)?.entry);
      const having = entries.filter((entry) => entry !== undefined);
      const [first] = having;
      if (first === undefined) continue;
      const orNone = having.some((entry) => entry.orNone === true);
      if (having.every((entry) => isAlike(entry, first))) {
        this.#facts.set(id, declareVariable(first, orNone, declaring));
        continue;
      }
      unlike.add(id);
      for (const [at, entry] of entries.entries()) {
        if (entry !== undefined) own[at]?.set(id, declareVariable(entry, entry.orNone === true, declaring));
      }
    }
    this.unlikeFacts = [...unlike];
    const reading = (interpretation: string, alternative: string): Term => this.#reading(interpretation, alternative);
    for (const model of models) {
      for (const [id, alternatives] of model.switchable) for (const one of alternatives) reading(id, one);
    }
    for (const alternatives of this.#readings.values()) this.script.constrain(atMostOne([...alternatives.values()]));
    this.sides = models.map((model, at): SymbolicSide => {
      const facts = new Map<string, Symbolic>();
      const allowed: Term[] = [];
      for (const { id, entry } of model.facts.values()) {
        const variable = own[at]?.get(id) ?? this.#facts.get(id);
        if (variable === undefined) continue;
        facts.set(id, variable.symbolic);
        const isAllowed = this.#allowed(entry, variable.symbolic);
        // To the other sides a fact that is one side's alone means nothing, so they don't differ in what they allow of it.
        if (models.every((other) => other === model || !other.facts.has(id))) this.script.constrain(isAllowed);
        else allowed.push(isAllowed);
      }
      const of: Case = { script: this.script, codes: this.codes, asOf: this.#asOf.symbolic, facts, reading };
      const revision = new SymbolicRevision(model, of);
      const valid = and(...allowed, not(this.script.name("Bool", revision.contradiction())));
      return { revision, valid: this.script.name("Bool", valid) };
    });
  }

  /** The constants whose values make a case. */
  get constants(): readonly Term[] {
    const readings = [...this.#readings.values()].flatMap((alternatives) => [...alternatives.values()]);
    const facts = [...this.#facts.values()].flatMap(({ constants }) => constants);
    return [...this.#asOf.constants, ...readings, ...facts];
  }

  /** The cases whose numbers are all whole, in which a witness is easier to read. */
  get whole(): Term {
    const reals = [...this.#facts.values()].flatMap(({ symbolic }) => realsIn(symbolic));
    return and(...reals.map((term) => `(is_int ${term})`));
  }

  /** The case that was chosen. */
  read(assignment: Assignment): ChosenCase {
    const readings: Record<string, string> = {};
    for (const [id, alternatives] of this.#readings) {
      for (const [alternative, term] of alternatives) if (assignment.get(term) === true) readings[id] = alternative;
    }
    const facts = new Map([...this.#facts].map(([id, variable]) => [id, variable.read(assignment)] as const));
    return { asOf: String(this.#asOf.read(assignment)), readings, facts };
  }

  #allowed(entry: FactEntry, symbolic: Symbolic): Term {
    const allowed = this.script.name("Bool", allowedBy(entry, symbolic, this.codes));
    return entry.orNone === true ? or(symbolic.none, allowed) : and(not(symbolic.none), allowed);
  }

  #reading(interpretation: string, alternative: string): Term {
    const alternatives = this.#readings.get(interpretation) ?? new Map<string, Term>();
    this.#readings.set(interpretation, alternatives);
    const known = alternatives.get(alternative);
    if (known !== undefined) return known;
    const term = this.script.declare("Bool");
    alternatives.set(alternative, term);
    return term;
  }
}

/** Whether a value of one type can be one of the other: bounds and options may differ, the shape may not. */
export function isAlike(one: FactType, other: FactType): boolean {
  if (one.type === "list" && other.type === "list") return isAlike(one.of, other.of);
  if (one.type === "record" && other.type === "record") {
    const names = Object.keys(one.fields);
    if (names.join() !== Object.keys(other.fields).join()) return false;
    return names.every((name) => {
      const [a, b] = [one.fields[name], other.fields[name]];
      return a !== undefined && b !== undefined && isAlike(a, b);
    });
  }
  return one.type === other.type;
}

function atMostOne(terms: readonly Term[]): Term {
  return and(...terms.flatMap((term, at) => terms.slice(at + 1).map((other) => not(and(term, other)))));
}

function realsIn(value: Symbolic): readonly Term[] {
  if (value.kind === "number") return value.real ? [value.numerator] : [];
  if (value.kind === "list") return value.elements.flatMap(realsIn);
  return value.kind === "record" ? value.fields.flatMap(realsIn) : [];
}
