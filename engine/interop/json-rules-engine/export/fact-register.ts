import { sayValue } from "../../../explain/value-words.ts";
import type { Condition, RevisionModel, Value } from "../../../procedure/model.ts";
import { type FactNames, knownIdOf, type ListFacts, listFactsOf } from "../fact-names.ts";

/** A fact that rules ask for, and the value that it has to hold. */
export interface RegisteredFact {
  readonly id: string;
  readonly value: Value;
  /** Whether rules ask for its elements too. */
  readonly isList: boolean;
}

/** The longest part of a formula that stands in the id of its fact. */
const longestWords = 80;

/** Names the facts that rules ask for, and remembers which value each has to hold. What was named keeps its name. */
export class FactRegister implements FactNames {
  readonly #model: RevisionModel;
  readonly #facts = new Map<string, RegisteredFact>();
  readonly #workedOut = new Map<Value | Condition, string>();

  constructor(model: RevisionModel) {
    this.#model = model;
  }

  /** Every fact that was named so far. */
  get facts(): readonly RegisteredFact[] {
    return [...this.#facts.values()];
  }

  value(value: Value): string {
    return this.#register(value, value, false);
  }

  list(value: Value): ListFacts {
    return listFactsOf(this.#register(value, value, true));
  }

  /** The id of the fact that says whether a condition holds that rules have no words for. */
  condition(condition: Condition): string {
    return this.#register(condition, { kind: "condition", type: { kind: "boolean" }, of: condition }, false);
  }

  knownId(id: string): string {
    return knownIdOf(id);
  }

  #register(part: Value | Condition, value: Value, isList: boolean): string {
    const id = this.#idOf(part, value);
    this.#facts.set(id, { id, value, isList: isList || this.#facts.get(id)?.isList === true });
    return id;
  }

  #idOf(part: Value | Condition, value: Value): string {
    if (value.kind === "fact" || value.kind === "derived" || value.kind === "asOf") return value.id;
    const known = this.#workedOut.get(part);
    if (known !== undefined) return known;
    const words = sayValue(value, { model: this.#model });
    const shown = words.length > longestWords ? `${words.slice(0, longestWords).trimEnd()}…` : words;
    // The number keeps two values apart that are said in the same words.
    const id = `worked out ${this.#workedOut.size + 1}: ${shown}`;
    this.#workedOut.set(part, id);
    return id;
  }
}
