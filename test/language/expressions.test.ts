import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../engine/calendar/day.ts";
import { loadProcedure } from "../../engine/index.ts";
import type { AggregateRow, FunctionRow } from "../../engine/language/expressions/expression.ts";
import { type ExpressionName, expressions } from "../../engine/language/expressions/table.ts";
import type { Known } from "../../engine/language/known.ts";
import type { ValueType } from "../../engine/language/value-type.ts";
import { withCopy } from "../procedure/malformed.ts";

type Name = Exclude<ExpressionName, "choose">;
const rows = Object.entries(expressions) as [Name, FunctionRow | AggregateRow][];

function functionRow(name: Name): FunctionRow {
  const row = expressions[name];
  if (row.family !== "function") throw new Error(`${name} is no function`);
  return row;
}

function aggregateRow(name: Name): AggregateRow {
  const row = expressions[name];
  if (row.family !== "aggregate") throw new Error(`${name} is no question about a list`);
  return row;
}

const date: ValueType = { kind: "date" };
const text: ValueType = { kind: "text" };
const none: ValueType = { kind: "none" };
const boolean: ValueType = { kind: "boolean" };
const number = (unit?: string): ValueType => ({ kind: "number", unit, integer: false });
const integer = (unit?: string): ValueType => ({ kind: "number", unit, integer: true });

function day(written: string): number {
  const read = parseDay(written);
  if (typeof read !== "number") throw new Error(read.reason);
  return read;
}

it.each(rows)("the expression %s has its own name", (name, row) => {
  expect(row.name).toBe(name);
});

describe("the type of an expression", () => {
  it.each<[Name, ValueType[], ValueType]>([
    ["addDays", [date, integer()], date],
    ["addDays", [date, integer("days")], date],
    ["addDays", [none, integer()], date],
    ["addMonths", [date, integer("months")], date],
    ["addYears", [date, integer("years")], date],
    ["startOf", [date], date],
    ["endOf", [date], date],
    ["endOf", [none], date],
    ["earliest", [date, date, date], date],
    ["latest", [date, none], date],
    ["plus", [integer(), integer()], integer()],
    ["plus", [integer("euros"), integer()], integer("euros")],
    ["plus", [integer(), number("euros"), integer("euros")], number("euros")],
    ["plus", [none, number("euros")], number("euros")],
    ["minus", [number("euros"), integer("euros")], number("euros")],
    ["times", [number("euros"), integer()], number("euros")],
    ["times", [integer(), integer("people")], integer("people")],
    ["times", [integer(), integer()], integer()],
    ["percentage", [integer("points"), integer("points")], number("percent")],
    ["percentage", [number(), integer()], number("percent")],
  ])("%s of %j is %j", (name, operands, type) => {
    expect(functionRow(name).type(operands)).toEqual(type);
  });

  it.each<[Name, ValueType[], number, string]>([
    ["addDays", [integer(), integer()], 0, "a date"],
    ["addDays", [date, number()], 1, "a whole number of days"],
    ["addDays", [date, integer("years")], 1, "a whole number of days"],
    ["addDays", [date, date], 1, "a whole number of days"],
    ["addDays", [date, none], 1, "a whole number of days"],
    ["addMonths", [date, integer("days")], 1, "a whole number of months"],
    ["addYears", [text, integer()], 0, "a date"],
    ["addYears", [date, integer("months")], 1, "a whole number of years"],
    ["startOf", [integer()], 0, "a date"],
    ["endOf", [boolean], 0, "a date"],
    ["earliest", [date, integer(), text], 1, "a date"],
    ["latest", [text, date], 0, "a date"],
    ["plus", [integer(), date], 1, "a number"],
    ["plus", [integer("euros"), integer(), integer("people")], 2, "a number of euros, as the others"],
    ["minus", [text, integer()], 0, "a number"],
    ["minus", [integer("euros"), integer("people")], 1, "a number of euros, as the others"],
    ["times", [integer("euros"), integer(), integer("euros")], 2, "a bare number, since another already has a unit"],
    ["times", [integer(), boolean], 1, "a number"],
    ["percentage", [integer("points"), integer("people")], 1, "a number of points, as the others"],
    ["percentage", [integer(), text], 1, "a number"],
  ])("%s of %j is refused at operand %i", (name, operands, operand, expected) => {
    expect(functionRow(name).type(operands)).toEqual({ operand, expected });
  });

  it.each<[Name, ValueType, ValueType]>([
    ["sum", number("euros"), number("euros")],
    ["sum", integer("points"), integer("points")],
    ["min", date, date],
    ["max", number("euros"), number("euros")],
    ["count", text, integer()],
  ])("%s of a field that is %j is %j", (name, field, type) => {
    expect(aggregateRow(name).type(field)).toEqual(type);
  });

  it("is refused for fields that can't be added up or compared", () => {
    expect(aggregateRow("sum").takes).toEqual(["number"]);
    expect(aggregateRow("min").takes).toEqual(["number", "date"]);
    expect(aggregateRow("max").takes).toEqual(["number", "date"]);
    expect(aggregateRow("count").takes).toEqual([]);
  });
});

describe("the result of an expression", () => {
  it.each<[Name, object, string[], string]>([
    ["addDays", { days: 28 }, ["2019-02-01", "28"], "2019-03-01"],
    ["addDays", { days: -1 }, ["2020-03-01", "-1"], "2020-02-29"],
    ["addMonths", { rounding: "down" }, ["2019-01-31", "1"], "2019-02-28"],
    ["addMonths", { rounding: "up" }, ["2019-01-31", "1"], "2019-03-01"],
    ["addYears", { rounding: "down" }, ["2020-02-29", "3"], "2023-02-28"],
    ["addYears", { rounding: "up" }, ["2020-02-29", "3"], "2023-03-01"],
    ["startOf", { period: "quarter" }, ["2019-08-20"], "2019-07-01"],
    ["startOf", { period: "month" }, ["2019-08-20"], "2019-08-01"],
    ["endOf", { period: "quarter" }, ["2019-08-20"], "2019-09-30"],
    ["endOf", { period: "year" }, ["2019-08-20"], "2019-12-31"],
    ["earliest", [], ["2019-08-20", "2019-08-19", "2020-01-01"], "2019-08-19"],
    ["latest", [], ["2019-08-20", "2019-08-19", "2020-01-01"], "2020-01-01"],
  ])("%s %j of %j is %s", (name, body, written, result) => {
    const operands = written.map((operand) => (operand.length === 10 ? day(operand) : Number(operand)));
    expect(formatDay(Number(functionRow(name).apply(operands, body)))).toBe(result);
  });

  it.each<[Name, number[], number | null]>([
    ["plus", [0.1, 0.2], 0.3],
    ["plus", [1, 2, 3], 6],
    ["minus", [0.3, 0.1], 0.2],
    ["minus", [1, 3], -2],
    ["times", [0.1, 3], 0.3],
    ["times", [2, 3, 4], 24],
    ["percentage", [53.3, 66.625], 80],
    ["percentage", [1, 8], 12.5],
    ["percentage", [0, 8], 0],
    ["percentage", [8, 0], null],
    ["percentage", [0, 0], null],
  ])("%s of %j is %s", (name, operands, result) => {
    expect(functionRow(name).apply(operands, {})).toBe(result);
  });

  it.each<[Name, Known[], number | null]>([
    ["sum", [0.1, 0.2], 0.3],
    ["sum", [], 0],
    ["min", [3, 1, 2], 1],
    ["min", [], null],
    ["max", [3, 1, 2], 3],
    ["max", [], null],
    ["count", [true, true], 2],
    ["count", [], 0],
  ])("%s of the values %j is %s", (name, values, result) => {
    expect(aggregateRow(name).fold(values)).toBe(result);
  });

  it("is refused, and not guessed, for a value of a kind that the rules can't have let through", () => {
    expect(() => functionRow("plus").apply(["1", 2], {})).toThrow("expected a number");
  });
});

describe("an expression in words", () => {
  const functions = rows.flatMap(([name, row]) => (row.family === "function" ? [[name, row] as const] : []));
  const aggregates = rows.flatMap(([name, row]) => (row.family === "aggregate" ? [[name, row] as const] : []));

  it.each(functions)("names its operands once each: %s", (name, row) => {
    const words = row.phrase(["OPERAND A", "OPERAND B"], { period: "quarter", rounding: "up" });
    expect(words.match(/OPERAND [AB]/g)).toHaveLength(name === "startOf" || name === "endOf" ? 1 : 2);
    expect(words).not.toMatch(/undefined|\[object/);
  });

  it.each(aggregates)("names the list, and the field that it looks at: %s", (_name, row) => {
    const words = row.phrase("FIELD", "LIST", "number");
    expect(words).toContain("LIST");
    if (row.takes.length > 0) expect(words).toContain("FIELD");
  });

  it("says one month and two months, one year and two years", () => {
    for (const [name, unit] of [
      ["addMonths", "month"],
      ["addYears", "year"],
    ] as const) {
      expect(functionRow(name).phrase(["it", "1"], {})).toMatch(new RegExp(`\\b${unit}\\b`));
      expect(functionRow(name).phrase(["it", "2"], {})).toMatch(new RegExp(`\\b${unit}s\\b`));
    }
  });
});

/** For each function, itself with one operand that can be known, none or unknown, and its result where that is known. */
const holes: Readonly<Record<Exclude<Name, "sum" | "min" | "max" | "count">, readonly [string, unknown]>> = {
  addDays: ["{ addDays: { to: { fact: loan.returned_on }, days: 2 } }", "2021-03-22"],
  addMonths: ["{ addMonths: { to: { fact: loan.returned_on }, months: 2, rounding: up } }", "2021-05-20"],
  addYears: ["{ addYears: { to: { fact: loan.returned_on }, years: 2, rounding: up } }", "2023-03-20"],
  startOf: ["{ startOf: { period: month, of: { fact: loan.returned_on } } }", "2021-03-01"],
  endOf: ["{ endOf: { period: month, of: { fact: loan.returned_on } } }", "2021-03-31"],
  earliest: ["{ earliest: [{ fact: loan.applied_on }, { fact: loan.returned_on }] }", "2021-03-01"],
  latest: ["{ latest: [{ fact: loan.returned_on }, { fact: loan.applied_on }] }", "2021-03-20"],
  percentage: ["{ percentage: { part: 1, whole: { fact: probe.most } } }", 25],
  plus: ["{ plus: [1, { fact: probe.most }] }", 5],
  minus: ["{ minus: [{ fact: probe.most }, 1] }", 3],
  times: ["{ times: [2, { fact: probe.most }] }", 8],
};

describe("an operand", () => {
  const first = "          reader.is_child: { fact: reader.age, operator: lessThan, value: 14 }\n";
  const probes = Object.entries(holes).map(
    ([name, [written]]) => `          probe.${name.toLowerCase()}: ${written}\n`,
  );
  const most = "          probe.most: { max: { in: reader.fines, of: amount } }\n";
  const change = { file: "clauses/all.yaml", find: first, replace: `${first}${most}${probes.join("")}` };
  const procedure = withCopy([change], loadProcedure);
  const derivedOf = (facts: object) => procedure.evaluate({ asOf: "2021-04-01", revision: "1.0", facts }).derived;

  const known = derivedOf({
    loan: { applied_on: "2021-03-01", returned_on: "2021-03-20" },
    reader: { fines: [{ reason: "late", amount: 4 }] },
  });
  const missing = derivedOf({ loan: { applied_on: "2021-03-01", returned_on: null }, reader: { fines: [] } });
  const unknown = derivedOf({ loan: { applied_on: "2021-03-01" } });
  // What is none settles it, whatever else is unknown.
  const both = derivedOf({ loan: { returned_on: null } });

  it.each(Object.entries(holes))("that is known, none or unknown makes the result so: %s", (name, [, result]) => {
    const id = `probe.${name.toLowerCase()}`;
    expect(known[id]).toBe(result);
    expect(missing[id]).toBe(null);
    expect(Object.hasOwn(unknown, id)).toBe(false);
  });

  it("that is none makes the result none while another is unknown", () => {
    expect(both["probe.earliest"]).toBe(null);
    expect(both["probe.latest"]).toBe(null);
  });
});
