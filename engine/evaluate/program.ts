import type { Operand } from "../language/known.ts";
import type { ValueType } from "../language/value-type.ts";
import type { Fact, Obligation, RevisionModel } from "../procedure/model.ts";
import { compileClause } from "./compile/clause.ts";
import {
  type CompiledClause,
  type CompiledCondition,
  type CompiledDecision,
  type CompiledValue,
  truthAsValue,
} from "./compile/compiled.ts";
import { compileCondition } from "./compile/condition.ts";
import { compileDecision } from "./compile/decision.ts";
import type { Names } from "./compile/names.ts";
import { type CompiledObligation, compileObligation } from "./compile/obligation.ts";
import { compileOften, compileTruth } from "./compile/quick.ts";
import { Steps } from "./compile/step.ts";
import type { Switches } from "./compile/switches.ts";
import { compileValue } from "./compile/value.ts";
import { type Frame, type Room, roomFor, unknownValue } from "./frame.ts";

/** A revision under certain readings, compiled into closures: made once, run on any number of cases. */
export interface Program {
  readonly model: RevisionModel;
  /** The alternatives switched on: interpretation to alternative. */
  readonly readings: Readonly<Record<string, string>>;
  readonly derived: ReadonlyMap<string, CompiledValue>;
  readonly clauses: ReadonlyMap<string, CompiledClause>;
  readonly obligations: ReadonlyMap<string, CompiledObligation>;
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  readonly contradictions: readonly CompiledCondition[];
  /** Whether any of those holds. */
  readonly contradicted: CompiledCondition["test"];
  /** The facts that hold dates, each with its slot. */
  readonly dated: readonly { readonly slot: number; readonly fact: Fact }[];
  /** The room that a frame needs. */
  readonly room: Room;
  /** What the names stand for: with it, any condition or value of the model can be compiled by itself. */
  readonly names: Names;
}

/**
 * Compiles a revision.
 *
 * @param readings must name interpretations and alternatives of that revision
 * @param given facts that are taken to be there even while they are unknown: for questions about what could be, not for cases
 * @param switches say from case to case which alternatives are switched on; `readings` are then none
 */
export function compileProgram(
  model: RevisionModel,
  readings: Readonly<Record<string, string>>,
  given: ReadonlySet<string> = new Set(),
  switches?: Switches,
): Program {
  const derived = new Map<string, CompiledValue>();
  const clauses = new Map<string, CompiledClause>();
  const obligations = new Map<string, CompiledObligation>();
  const decisions = new Map<string, CompiledDecision>();
  const derivedSlots = slotsOf(model.derived.keys());
  const names: Names = {
    model,
    readings,
    factSlots: slotsOf(model.facts.keys()),
    clauseSlots: slotsOf(model.clauses.keys()),
    derivedSlots,
    decisionSlots: slotsOf(model.decisions.keys()),
    derived: (id) => once(derived, id, () => compileDerived(id, derivedSlots.get(id) ?? -1, names)),
    clause: (id) => found(clauses, id),
    decision: (id) => found(decisions, id),
    steps: new Steps(),
    given,
    switches,
    list: undefined,
  };
  for (const id of model.derived.keys()) names.derived(id);
  for (const [slot, obligation] of [...model.obligations.values()].entries()) {
    obligations.set(obligation.id, compileDuty(obligation, slot, names));
  }
  for (const [slot, clause] of [...model.clauses.values()].entries()) {
    const own = clause.obligations.map((id) => found(obligations, id));
    clauses.set(clause.id, compileClause(clause, slot, own, names));
  }
  for (const [slot, decision] of [...model.decisions.values()].entries()) {
    decisions.set(decision.id, compileDecision(decision, slot, names));
  }
  const conditions = model.contradictions.map(({ when }) => when);
  return {
    model,
    readings,
    derived,
    clauses,
    obligations,
    decisions,
    contradictions: conditions.map((when) => compileCondition(when, names)),
    contradicted: compileOften({ kind: "any", of: conditions }, names).test,
    dated: [...model.facts.values()].map((fact, slot) => ({ slot, fact })).filter(({ fact }) => holdsDates(fact.type)),
    room: roomFor({
      derived: model.derived.size,
      clauses: model.clauses.size,
      obligations: model.obligations.size,
      decisions: model.decisions.size,
    }),
    names,
  };
}

function holdsDates(type: ValueType): boolean {
  if (type.kind === "list") return holdsDates(type.of);
  return type.kind === "record" ? [...type.fields.values()].some(holdsDates) : type.kind === "date";
}

/** A derived value is worked out when it is first asked for, and then kept for the rest of the evaluation. */
function compileDerived(id: string, slot: number, names: Names): CompiledValue {
  const derived = found(names.model.derived, id);
  const clauseSlot = names.clauseSlots.get(derived.clause) ?? -1;
  const { value } = derived;
  const { get, missing, because } =
    value.kind === "condition" ? truthAsValue(compileTruth(value.of, slot, names)) : compileValue(value, names);
  return {
    get: (frame: Frame): Operand => {
      const known = frame.derived[slot];
      if (known !== undefined) return known === unknownValue ? undefined : known;
      const answer = get(frame);
      frame.derived[slot] = answer === undefined ? unknownValue : answer;
      return answer;
    },
    missing,
    because: (frame, marks) => {
      marks.add(clauseSlot);
      because(frame, marks);
    },
  };
}

/** What an obligation comes to is kept: its clause is judged by it, and the result gives it too. */
function compileDuty(obligation: Obligation, slot: number, names: Names): CompiledObligation {
  const { run, missing } = compileObligation(obligation, names);
  return {
    run: (frame) => {
      const known = frame.obligations[slot];
      if (known !== undefined) return known;
      const state = run(frame);
      frame.obligations[slot] = state;
      return state;
    },
    missing,
  };
}

function slotsOf(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, slot) => [id, slot]));
}

function once<Thing>(made: Map<string, Thing>, id: string, make: () => Thing): Thing {
  const known = made.get(id);
  if (known !== undefined) return known;
  const thing = make();
  made.set(id, thing);
  return thing;
}

function found<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (thing === undefined) throw new Error(`the linker let an unknown name through: ${id}`);
  return thing;
}
