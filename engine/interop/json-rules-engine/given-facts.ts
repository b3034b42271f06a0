import { CalendarRangeError } from "../../calendar/day.ts";
import type { Names } from "../../evaluate/compile/names.ts";
import { compileValue } from "../../evaluate/compile/value.ts";
import { type Frame, statusBits } from "../../evaluate/frame.ts";
import type { Known, Operand } from "../../language/known.ts";
import type { Reference, Value } from "../../procedure/model.ts";
import type { Element } from "./element.ts";
import { type FactNames, knownIdOf, type ListFacts, listFactsOf, readingId } from "./fact-names.ts";
import { alwaysId } from "./rule-condition.ts";

/** A value that json-rules-engine can't work out, so that it was given the evaluator's. */
export interface WorkedOut {
  /** The id of the fact under which it was given. */
  readonly id: string;
  readonly value: Value;
  readonly element: Element | undefined;
  readonly given: Operand;
}

/**
 * The facts of one case as json-rules-engine gets them. An unknown fact is not given, none is `null`, a date is a day
 * number. Since the library takes a missing fact for an ordinary `undefined`, there is a second fact for each, which
 * says whether the first is known. A fact is given when a rule first asks for it.
 *
 * What a derived value, a clause or a decision came to is a fact too, taken from the evaluator; the rules made of that
 * part itself are what checks it.
 */
export class GivenFacts implements FactNames {
  readonly names: Names;
  readonly frame: Frame;
  readonly #values = new Map<string, Known | null>([[alwaysId, true]]);
  readonly #slots: ReadonlyMap<string, number>;
  readonly #workedOut = new Map<Value, Map<string, WorkedOut>>();
  readonly #elements = new Map<string, readonly Element[]>();
  #workedOutCount = 0;

  constructor(names: Names, frame: Frame) {
    this.names = names;
    this.frame = frame;
    // A frame holds the facts in the order in which the revision declares them.
    this.#slots = new Map([...names.model.facts.keys()].map((id, slot) => [id, slot]));
  }

  /** Every fact that was asked for so far, by id. */
  get values(): ReadonlyMap<string, Known | null> {
    return this.#values;
  }

  /** Every value that had to be worked out for a rule so far. */
  get workedOut(): readonly WorkedOut[] {
    return [...this.#workedOut.values()].flatMap((byElement) => [...byElement.values()]);
  }

  /** The id of the fact that says whether the fact with this id is known. */
  knownId(id: string): string {
    return knownIdOf(id);
  }

  /** Gives a value. @returns the id of its fact */
  value(value: Value, element: Element | undefined): string {
    const { id, operand } = this.#find(value, element);
    return this.#give(id, operand);
  }

  /** Gives a list. */
  list(value: Value, element: Element | undefined): ListFacts {
    const { id, operand } = this.#find(value, element);
    const elements = Array.isArray(operand) ? (operand as readonly Operand[]) : undefined;
    const known = (elements ?? []).filter((part) => part !== undefined);
    const facts = listFactsOf(this.#give(id, operand));
    this.#values.set(facts.elements, known as Known);
    if (elements !== undefined) this.#values.set(facts.length, elements.length);
    this.#values.set(facts.complete, elements !== undefined && known.length === elements.length);
    return facts;
  }

  /** Gives the list of the statuses that a clause may still come to. @returns the id of its fact */
  statuses(clause: string): string {
    return this.#give(statusesId(clause), this.statusesOf(clause));
  }

  /** Gives the list of the outcomes that a decision may still come to. @returns the id of its fact */
  outcomes(decision: string): string {
    return this.#give(outcomesId(decision), this.outcomesOf(decision));
  }

  /** Gives the alternative that is switched on, none where none is. @returns the id of its fact */
  reading(interpretation: string): string {
    const { readings } = this.names;
    const chosen = Object.hasOwn(readings, interpretation) ? readings[interpretation] : undefined;
    return this.#give(readingId(interpretation), chosen ?? null);
  }

  /** The elements of a list; none of them where the list is none or unknown. */
  elements(list: Reference): readonly Element[] {
    const known = this.#elements.get(list.id);
    if (known !== undefined) return known;
    const operand = this.referenceOf(list);
    const parts = Array.isArray(operand) ? (operand as readonly Operand[]) : [];
    const elements = parts.map((value, at): Element => ({ id: `${list.id}[${at}]`, value }));
    this.#elements.set(list.id, elements);
    return elements;
  }

  /** A fact, a derived value or the evaluation date, as the evaluator has it. */
  referenceOf({ kind, id }: Reference): Operand {
    if (kind === "asOf") return this.frame.asOf;
    if (kind === "derived") return this.names.derived(id).get(this.frame);
    return this.frame.facts[this.#slots.get(id) ?? -1];
  }

  /** The statuses that, by the evaluator, a clause may still come to. */
  statusesOf(clause: string): readonly string[] {
    const set = this.names.clause(clause).statuses(this.frame);
    return Object.entries(statusBits).flatMap(([status, bit]) => ((set & bit) === 0 ? [] : [status]));
  }

  /** The outcomes that, by the evaluator, a decision may still come to. */
  outcomesOf(decision: string): readonly string[] {
    return this.names.decision(decision).possible(this.frame);
  }

  /** Runs something with the frame looking at a list element; nothing where a date it works out can't be written. */
  look<Seen>(element: Element | undefined, run: () => Seen): Seen | undefined {
    const { frame } = this;
    const outer = frame.item;
    frame.item = element?.value;
    try {
      return run();
    } catch (error) {
      // The evaluator stops at the first part that settles a condition; here every part is worked out.
      if (error instanceof CalendarRangeError) return undefined;
      throw error;
    } finally {
      frame.item = outer;
    }
  }

  #find(value: Value, element: Element | undefined): { readonly id: string; readonly operand: Operand } {
    switch (value.kind) {
      case "fact":
      case "derived":
      case "asOf":
        return { id: value.id, operand: this.referenceOf(value) };
      case "item":
        return itemOf(element, value.name, value.position);
      default: {
        const { id, given } = this.#workOut(value, element);
        return { id, operand: given };
      }
    }
  }

  #workOut(value: Value, element: Element | undefined): WorkedOut {
    const byElement = this.#workedOut.get(value) ?? new Map<string, WorkedOut>();
    this.#workedOut.set(value, byElement);
    const where = element?.id ?? "";
    const known = byElement.get(where);
    if (known !== undefined) return known;
    this.#workedOutCount += 1;
    const at = element === undefined ? "" : ` at ${element.id}`;
    const compiled = compileValue(value, this.names);
    const workedOut: WorkedOut = {
      id: `worked-out ${nameOf(value)} ${this.#workedOutCount}${at}`,
      value,
      element,
      given: this.look(element, () => compiled.get(this.frame)),
    };
    byElement.set(where, workedOut);
    return workedOut;
  }

  #give(id: string, operand: Operand): string {
    if (operand !== undefined) this.#values.set(id, operand);
    this.#values.set(this.knownId(id), operand !== undefined);
    return id;
  }
}

function nameOf(value: Value): string {
  return value.kind === "function" || value.kind === "aggregate" ? value.row.name : value.kind;
}

/** The id of the fact that holds the statuses a clause may still come to. */
export function statusesId(clause: string): string {
  return `statuses of clause ${clause}`;
}

/** The id of the fact that holds the outcomes a decision may still come to. */
export function outcomesId(decision: string): string {
  return `outcomes of decision ${decision}`;
}

/** A field of a list element, or the element itself where it has no fields. */
export function itemOf(
  element: Element | undefined,
  name: string,
  position: number | undefined,
): { readonly id: string; readonly operand: Operand } {
  const { id = "no element", value } = element ?? {};
  if (position === undefined) return { id, operand: value };
  return { id: `${id}.${name}`, operand: Array.isArray(value) ? (value[position] as Operand) : undefined };
}
