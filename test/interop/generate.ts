import fc from "fast-check";
import type { FunctionRow } from "../../engine/language/expressions/expression.ts";
import { expressions } from "../../engine/language/expressions/table.ts";
import type { FactType } from "../../engine/language/fact.ts";
import type { Known, Operand } from "../../engine/language/known.ts";
import { operators } from "../../engine/language/operators/table.ts";
import type { ValueType } from "../../engine/language/value-type.ts";
import type { Condition, Reference, Value } from "../../engine/procedure/model.ts";
import { asOf, compare, derived, fact, factTypes, field, itself, literal, types } from "./world.ts";

type Scope = Reference | undefined;

/** Few values of each type, so that two of them are often the same. */
const written: Readonly<Record<"boolean" | "date" | "number" | "choice" | "text", readonly Known[]>> = {
  boolean: [true, false],
  date: [0, 1, 2, 59],
  number: [-1, 0, 0.1, 0.3, 2],
  choice: ["dark", "light", "none_at_all"],
  text: ["a", "b", "constructor", ""],
};

/** The derived values of the generated worlds, and their types. */
export const derivedTypes: Readonly<Record<string, ValueType>> = {
  "derived.verdict": { kind: "boolean" },
  "derived.day": { kind: "date" },
  "derived.amount": { kind: "number", unit: "grams", integer: false },
};
/** The clauses, decisions and readings of the generated worlds. */
export const clauseIds = ["1", "2", "3"] as const;
export const outcomes = ["good", "fair", "poor"] as const;
export const decisionIds = ["first", "second"] as const;
export const alternatives = ["plain", "fancy"] as const;

/** A value for a fact of a type; a list element or a field of it may be unknown, none of them none. */
function operandOf(type: FactType): fc.Arbitrary<Operand> {
  switch (type.type) {
    case "list":
      return fc.array(fc.option(operandOf(type.of), { nil: undefined, freq: 6 }), { maxLength: 3 });
    case "record":
      return fc.tuple(
        ...Object.values(type.fields).map((part) => fc.option(operandOf(part), { nil: undefined, freq: 5 })),
      );
    case "integer":
      return fc.constantFrom(...written.number);
    default:
      return fc.constantFrom(...written[type.type]);
  }
}

/** The facts of a case, in their slots: each known, none or unknown. */
export const someFacts: fc.Arbitrary<readonly Operand[]> = fc.tuple(
  ...Object.values(factTypes).map((type) =>
    fc.oneof(
      { weight: 6, arbitrary: operandOf(type) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.constant(undefined) },
    ),
  ),
);

const lists = [...types].flatMap(([id, type]) => (type.kind === "list" ? [fact(id)] : []));

function elementOf(scope: Scope): ValueType | undefined {
  return scope?.type.kind === "list" ? scope.type.of : undefined;
}

/** What has a name and the type: facts, fields of the element in scope, derived values, the evaluation date. */
function named(fits: (type: ValueType) => boolean, scope: Scope, deep: boolean): readonly Value[] {
  const element = elementOf(scope);
  const items =
    element === undefined ? [] : element.kind === "record" ? [...element.fields.keys()].map(field) : [itself(element)];
  const derivedValues = deep ? Object.entries(derivedTypes).map(([id, type]) => derived(id, type)) : [];
  const facts = [...types.keys()].map(fact);
  // Three times the items, for inside a list the questions are about its elements.
  return [...facts, ...items, ...items, ...items, ...derivedValues, asOf].filter(({ type }) => fits(type));
}

const days: ValueType = { kind: "number", unit: "days", integer: true };

/** A value that the library can't work out: date arithmetic, arithmetic, questions to lists, branches. */
function workedOut(kind: ValueType["kind"], scope: Scope, depth: number): fc.Arbitrary<Value> | undefined {
  const of = (part: ValueType["kind"]) => fc.constantFrom(...named((type) => type.kind === part, scope, false));
  const call = (name: "addDays" | "plus" | "latest" | "endOf", operands: fc.Arbitrary<readonly Value[]>) =>
    operands.map((values): Value => {
      const body = { period: "month" };
      const row: FunctionRow = { ...(expressions[name] as FunctionRow) };
      return { kind: "function", type: { kind: "date" }, row, body, operands: values };
    });
  const inList = (name: "count" | "sum" | "max", list: Reference, part: Value | undefined): fc.Arbitrary<Value> => {
    const row = expressions[name];
    if (row.family !== "aggregate") throw new Error(`${name} asks a question about a list`);
    const type: ValueType = { kind: kind === "date" ? "date" : "number", unit: undefined, integer: false };
    return fc
      .option(condition(list, depth - 1, false), { nil: undefined, freq: 4 })
      .map((where) => ({ kind: "aggregate", type, row, list, field: part, where }));
  };
  const choose = fc.tuple(condition(scope, depth - 1, false), of(kind), of(kind)).map(([when, one, other]): Value => {
    const branches = [
      { when, value: one },
      { when: undefined, value: other },
    ];
    return { kind: "choose", type: one.type, branches };
  });
  if (kind === "date") {
    return fc.oneof(
      call(
        "addDays",
        of("date").map((date) => [date, literal(1, days)]),
      ),
      call("latest", fc.tuple(of("date"), of("date"))),
      call(
        "endOf",
        of("date").map((date) => [date]),
      ),
      inList("max", fact("list.stones"), field("found_on")),
      choose,
    );
  }
  if (kind === "number") {
    return fc.oneof(
      call("plus", fc.tuple(of("number"), of("number"))),
      inList("sum", fact("list.numbers"), itself({ kind: "number", unit: "grams", integer: false })),
      inList("count", fact("list.stones"), undefined),
      inList("sum", fact("list.stones"), field("weight")),
      choose,
    );
  }
  return kind === "boolean" || kind === "choice" ? choose : undefined;
}

function isWritten(kind: ValueType["kind"]): kind is keyof typeof written {
  return kind in written;
}

/** A value of a type, by itself or outside a list. */
export function valueFor(type: ValueType, depth: number): fc.Arbitrary<Value> {
  return single(type, undefined, depth, false);
}

function single(type: ValueType, scope: Scope, depth: number, deep: boolean): fc.Arbitrary<Value> {
  const { kind } = type;
  const values = isWritten(kind) ? written[kind] : [];
  const options: fc.WeightedArbitrary<Value>[] = [];
  if (values.length > 0) {
    options.push({ weight: 4, arbitrary: fc.constantFrom(...values).map((value) => literal(value, type)) });
  }
  const others = named((other) => other.kind === kind, scope, deep);
  if (others.length > 0) options.push({ weight: 4, arbitrary: fc.constantFrom(...others) });
  const more = depth > 0 ? workedOut(kind, scope, depth) : undefined;
  if (more !== undefined) options.push({ weight: 1, arbitrary: more });
  return fc.oneof(...options);
}

function listOf(type: ValueType, scope: Scope): fc.Arbitrary<Value> {
  const fits = (other: ValueType) => other.kind === "list" && other.of.kind === type.kind;
  const others = named(fits, scope, false);
  const values = isWritten(type.kind) ? written[type.kind] : [];
  const literals = fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 })
    .map((value) => literal(value, { kind: "list", of: type }));
  return others.length === 0 ? literals : fc.oneof(literals, fc.constantFrom(...others));
}

function comparison(scope: Scope, depth: number, deep: boolean): fc.Arbitrary<Condition> {
  const options = Object.values(operators).flatMap((operator) => {
    const lefts = named((type) => operator.takes.includes(type.kind), scope, deep);
    return lefts.flatMap((left): readonly fc.Arbitrary<Condition>[] => {
      if (operator.right === "nothing") return [fc.constant(compare(left, operator))];
      if (operator.right === "list") {
        return [listOf(left.type, scope).map((right) => compare(left, operator, right))];
      }
      const wanted = operator.right === "element" && left.type.kind === "list" ? left.type.of : left.type;
      // A list of records can't be asked for one of them: there is no writing one out.
      if (wanted.kind === "record" || wanted.kind === "list") return [];
      return [single(wanted, scope, depth, deep).map((right) => compare(left, operator, right))];
    });
  });
  // Lists of values have few operators, and are to be asked as often as all else.
  return fc.oneof(...options);
}

const made = new Map<string, fc.Arbitrary<Condition>>();

/**
 * Conditions nested up to a depth.
 *
 * @param scope the list whose element is looked at
 * @param deep whether they may ask for derived values, clauses, decisions and readings
 */
export function condition(scope: Scope, depth: number, deep: boolean): fc.Arbitrary<Condition> {
  const key = `${scope?.id} ${depth} ${deep}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const arbitrary = fc.oneof(...optionsOf(scope, depth, deep));
  made.set(key, arbitrary);
  return arbitrary;
}

function optionsOf(scope: Scope, depth: number, deep: boolean): fc.WeightedArbitrary<Condition>[] {
  const options: fc.WeightedArbitrary<Condition>[] = [{ weight: 3, arbitrary: comparison(scope, depth, deep) }];
  if (deep) options.push({ weight: 1, arbitrary: question });
  if (depth <= 0) return options;
  const part = condition(scope, depth - 1, deep);
  const several = fc.array(part, { minLength: 1, maxLength: 3 });
  options.push(
    { weight: 2, arbitrary: several.map((of): Condition => ({ kind: "all", of })) },
    { weight: 2, arbitrary: several.map((of): Condition => ({ kind: "any", of })) },
    { weight: 1, arbitrary: part.map((of): Condition => ({ kind: "not", of })) },
  );
  for (const list of lists) {
    const where = condition(list, depth - 1, deep);
    const kind = fc.constantFrom("some" as const, "every" as const);
    options.push({
      weight: 1,
      arbitrary: fc.tuple(kind, where).map(([some, asked]): Condition => ({ kind: some, list, where: asked })),
    });
  }
  return options;
}

/** Questions to clauses, decisions and readings. */
const question: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("clause" as const),
    clause: fc.constantFrom(...clauseIds),
    is: fc.constantFrom("met" as const, "unmet" as const, "not_applicable" as const),
  }),
  fc.record({
    kind: fc.constant("decision" as const),
    decision: fc.constantFrom(...decisionIds),
    is: fc.subarray([...outcomes], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("reading" as const),
    reading: fc.constant("style"),
    is: fc.constantFrom(...alternatives),
  }),
);
