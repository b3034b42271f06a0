import { compileProgram, type Program } from "../../engine/evaluate/program.ts";
import type { ClauseKind } from "../../engine/language/clause.ts";
import type { FactType } from "../../engine/language/fact.ts";
import type { Operator } from "../../engine/language/operators/operator.ts";
import { type OperatorName, operators } from "../../engine/language/operators/table.ts";
import type { ValueType } from "../../engine/language/value-type.ts";
import { valueType } from "../../engine/procedure/link/fact.ts";
import {
  type Clause,
  type Condition,
  type Decision,
  type Derived,
  evaluationDateId,
  type Fact,
  type Reference,
  type RevisionModel,
  type Value,
} from "../../engine/procedure/model.ts";

const shade: FactType = { type: "choice", options: { dark: "dark", light: "light", none_at_all: "none at all" } };
const stone: FactType = {
  type: "record",
  fields: {
    shade,
    found_on: { type: "date" },
    weight: { type: "number", unit: "grams" },
    polished: { type: "boolean" },
    veins: { type: "list", of: shade },
  },
};

/** The facts of a world that has two of everything, so that a fact can be compared with another of its type. */
export const factTypes: Readonly<Record<string, FactType>> = {
  "is.wet": { type: "boolean" },
  "is.dry": { type: "boolean" },
  "day.first": { type: "date" },
  "day.second": { type: "date" },
  "number.one": { type: "number", unit: "grams" },
  "number.two": { type: "number", unit: "grams" },
  "shade.upper": shade,
  "shade.lower": shade,
  "name.given": { type: "text" },
  "name.taken": { type: "text" },
  "list.shades": { type: "list", of: shade },
  "list.days": { type: "list", of: { type: "date" } },
  "list.numbers": { type: "list", of: { type: "number", unit: "grams" } },
  "list.stones": { type: "list", of: stone },
};

/** The types of the facts as the linker gives them. */
export const types: ReadonlyMap<string, ValueType> = new Map(
  Object.entries(factTypes).map(([id, type]) => [id, valueType(type)]),
);

/** A fact. */
export function fact(id: string): Reference {
  const type = types.get(id);
  if (type === undefined) throw new Error(`the world has no ${id}`);
  return { kind: "fact", type, id };
}

/** The evaluation date. */
export const asOf: Reference = { kind: "asOf", type: { kind: "date" }, id: evaluationDateId };

/** A derived value. */
export function derived(id: string, type: ValueType): Reference {
  return { kind: "derived", type, id };
}

/** A value written out. */
export function literal(value: (Value & { kind: "literal" })["value"], type: ValueType): Value {
  return { kind: "literal", type, value };
}

/** A field of an element of `list.stones`. */
export function field(name: string): Value & { kind: "item" } {
  const type = valueType(stone);
  if (type.kind !== "record") throw new Error("a stone has fields");
  const position = [...type.fields.keys()].indexOf(name);
  return { kind: "item", type: type.fields.get(name) ?? type, name, position };
}

/** An element of a list without fields. */
export function itself(type: ValueType): Value & { kind: "item" } {
  return { kind: "item", type, name: "this", position: undefined };
}

/** A comparison. */
export function compare(left: Value, operator: Operator | OperatorName, right?: Value): Condition {
  return { kind: "compare", operator: typeof operator === "string" ? operators[operator] : operator, left, right };
}

/** A question to a boolean fact. */
export function isTrue(id: string): Condition {
  return compare(fact(id), "equal", literal(true, { kind: "boolean" }));
}

/** The parts of the world that can be exchanged. */
export interface WorldParts {
  readonly clauses?: readonly Clause[];
  readonly decisions?: readonly Decision[];
  readonly derived?: readonly Derived[];
  readonly obligations?: RevisionModel["obligations"];
}

/** A clause that is nothing but its conditions. */
export function clause(
  id: string,
  conditions: Partial<Pick<Clause, "appliesWhen" | "requires" | "notEncoded">>,
): Clause {
  const kind: ClauseKind = "requirement";
  return {
    id,
    title: id,
    kind,
    section: "1",
    sectionTitle: "All",
    revision: "1.0",
    effective: "2020-01-01",
    summary: id,
    notEncoded: conditions.notEncoded,
    appliesWhen: conditions.appliesWhen,
    requires: conditions.requires,
    derived: [],
    obligations: [],
    interpretations: [],
  };
}

/** A decision that is nothing but its rows. */
export function decision(id: string, rows: readonly (readonly [outcome: string, when?: Condition])[]): Decision {
  return {
    id,
    title: id,
    outcomes: new Map(rows.map(([outcome]) => [outcome, outcome])),
    rows: rows.map(([outcome, when]) => ({ outcome, when, clauses: [] })),
  };
}

/** The world as a revision. */
export function worldModel(parts: WorldParts = {}): RevisionModel {
  const byId = <Thing extends { readonly id: string }>(things: readonly Thing[] = []) =>
    new Map(things.map((thing) => [thing.id, thing]));
  const facts = Object.entries(factTypes).map(
    ([id, type]): Fact => ({
      id,
      type: valueType(type),
      entry: { id, label: id, question: id, knownBy: "someone", orNone: true, ...type },
    }),
  );
  return {
    procedure: "world",
    title: "World",
    entry: { revision: "1.0", effective: "2020-01-01", status: "approved", note: "All of it." },
    effective: 0,
    until: undefined,
    digest: "sha256:0",
    governedBy: "day.first",
    interpretationsThroughout: [],
    parties: new Map([["someone", "someone"]]),
    applicants: new Set(["someone"]),
    headline: [],
    facts: byId(facts),
    contradictions: [],
    derived: byId(parts.derived),
    clauses: byId(parts.clauses),
    obligations: parts.obligations ?? new Map(),
    decisions: byId(parts.decisions),
    interpretations: new Map(),
    switchable: new Map(),
  };
}

/** The world, compiled. */
export function worldProgram(parts: WorldParts = {}, readings: Readonly<Record<string, string>> = {}): Program {
  return compileProgram(worldModel(parts), readings);
}
