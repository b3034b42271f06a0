import type { CompanionFact } from "../../../../engine/interop/json-rules-engine/export/companion-part.ts";
import { knownIdOf, readingId } from "../../../../engine/interop/json-rules-engine/fact-names.ts";
import { alwaysId, type Leaf, type RuleValue } from "../../../../engine/interop/json-rules-engine/rule-condition.ts";
import type { RevisionModel } from "../../../../engine/procedure/model.ts";
import { mayBeNone } from "../../none.ts";
import { literal } from "../expression.ts";
import { type Atom, atom, type Formula, failing } from "./formula.ts";
import { factName, unknownName } from "./names.ts";

const orders: Readonly<Record<string, string>> = {
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};

/**
 * The comparisons of exported rules as tests of ZEN, which takes what it isn't given for null. What is there is given,
 * so most facts are known where they aren't null; of a fact that may be none it is said where it is unknown.
 */
export class Leaves {
  /** The facts that a test asks for, and of those the ones whose value it looks at. */
  readonly asked = new Set<string>();
  readonly compared = new Set<string>();
  readonly #facts: ReadonlyMap<string, CompanionFact>;
  readonly #idOfKnown: ReadonlyMap<string, string>;
  readonly #readings: ReadonlySet<string>;
  readonly #model: RevisionModel;

  /** @param model the revision with what the facts are worked out from */
  constructor(facts: readonly CompanionFact[], model: RevisionModel) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.#idOfKnown = new Map(facts.map(({ id }) => [knownIdOf(id), id]));
    this.#readings = new Set([...model.switchable.keys()].map(readingId));
    this.#model = model;
  }

  /** A comparison with a fact on its left. No reading is switched, in none of the cases. */
  formula({ fact, operator, value }: Leaf): Formula {
    if (fact === alwaysId) return value === true;
    if (this.#readings.has(fact)) return operator === "notEqual";
    const known = this.#idOfKnown.get(fact);
    if (known !== undefined) return this.#known(known);
    // A rule that asks whether something isn't none asks beside it whether it is known.
    if (value === null) return operator === "equal" ? this.#none(fact) : this.#there(fact);
    return this.#compared(fact, operator, value);
  }

  /** Whether it has to be said of a fact that it is unknown, for null means that it is none. */
  mayBeNone(id: string): boolean {
    const fact = this.#facts.get(id);
    if (fact === undefined) throw new Error(`ZEN is given no fact ${id}`);
    if (fact.kind === "fact") return this.#model.facts.get(id)?.entry.orNone === true;
    const derived = this.#model.derived.get(id);
    return derived !== undefined && mayBeNone(derived.value, this.#model);
  }

  #known(id: string): Formula {
    if (this.#facts.get(id)?.kind === "asOf") return true;
    if (!this.mayBeNone(id)) return this.#there(id);
    this.asked.add(id);
    return atom(`${unknownName(id)} == null`);
  }

  #there(id: string): Formula {
    if (this.#facts.get(id)?.kind === "asOf") return true;
    return this.#presence(id);
  }

  #presence(id: string): Atom {
    this.asked.add(id);
    const known = this.mayBeNone(id) ? [`${unknownName(id)} == null`] : [];
    return atom(`${factName(id)} != null`, { implies: [...known, failing(`${factName(id)} == null`)] });
  }

  #none(id: string): Formula {
    if (!this.mayBeNone(id)) return false;
    return { kind: "all", of: [this.#known(id), atom(`${factName(id)} == null`)] };
  }

  #compared(id: string, operator: string, value: NonNullable<RuleValue>): Formula {
    const other = typeof value === "object" && "fact" in value ? value.fact : undefined;
    const sides = [id, ...(other === undefined ? [] : [other])];
    const there = sides.flatMap((side) => (this.#facts.get(side)?.kind === "asOf" ? [] : [this.#presence(side)]));
    for (const side of sides) this.compared.add(side);
    const right = other === undefined ? literal(value) : factName(other);
    const present = there.flatMap(({ text, implies }) => [text, ...implies]);
    switch (operator) {
      case "equal":
        // Null is equal to null, but to nothing that is written down.
        return other === undefined
          ? atom(`${factName(id)} == ${right}`, { implies: [...present, failing(`${factName(id)} != ${right}`)] })
          : atom(`${factName(id)} == ${right}`, { guards: there, implies: present });
      case "notEqual":
        if (typeof value === "boolean" && !this.mayBeNone(id)) return this.#compared(id, "equal", !value);
        return atom(`${factName(id)} != ${right}`, other === undefined ? { ofNone: `${factName(id)} == null` } : {});
      default: {
        const symbol = orders[operator];
        if (symbol === undefined) throw new Error(`ZEN has nothing for the operator ${operator}`);
        return atom(`${factName(id)} ${symbol} ${right}`, { guards: there, implies: present });
      }
    }
  }
}
