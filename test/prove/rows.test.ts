import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDay, yearMonthDay } from "../../engine/calendar/day.ts";
import type { FunctionRow } from "../../engine/language/expressions/expression.ts";
import { expressions } from "../../engine/language/expressions/table.ts";
import type { Operand } from "../../engine/language/known.ts";
import { operators } from "../../engine/language/operators/table.ts";
import { literalDate, type SymbolicDate } from "../../engine/language/smt/date.ts";
import { literalNumber } from "../../engine/language/smt/number.ts";
import { identical, none, type Symbolic } from "../../engine/language/smt/symbolic.ts";
import { not, whole } from "../../engine/language/smt/term.ts";
import { Script } from "../../engine/prove/encode/script.ts";
import { declareDate } from "../../engine/prove/encode/variable.ts";
import { Solver } from "../../engine/prove/solver.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await Solver.start();
});
afterAll(() => solver.stop());

const effort = 5_000_000;
const codes = ["late", "damage", "other"];

/** A value as a term: what the encoding makes of one that is written out. */
function symbolic(value: Operand, isDate = false): Symbolic {
  if (value === null || value === undefined) return none;
  if (typeof value === "boolean") return { kind: "boolean", none: "false", term: String(value) };
  if (typeof value === "string") return { kind: "code", none: "false", term: whole(codes.indexOf(value)) };
  if (typeof value === "number") return isDate ? literalDate(value) : literalNumber(value);
  const elements = value.map((part) => symbolic(part, isDate));
  return { kind: "list", none: "false", length: whole(elements.length), elements };
}

const numbers = fc.constantFrom<Operand>(null, -1, 0, 0.1, 0.3, 0.300001, 10, 1e9);
const words = fc.constantFrom<Operand>(null, ...codes);
const days = fc.oneof(fc.constant<Operand>(null), fc.integer({ min: 10_950, max: 10_960 }));
const scalars: Readonly<Record<string, fc.Arbitrary<Operand>>> = {
  number: numbers,
  choice: words,
  date: days,
  boolean: fc.constantFrom<Operand>(null, true, false),
  text: words,
  list: fc.oneof(fc.constant<Operand>(null), fc.array(fc.constantFrom(...codes), { maxLength: 3 })),
};

describe.each(Object.values(operators))("the term of the operator $name", (operator) => {
  it.each(operator.takes)("is true of a %s exactly where the test is", async (kind) => {
    const left = scalars[kind] ?? numbers;
    const element = kind === "list" ? words : left;
    const right =
      operator.right === "list"
        ? fc.oneof(
            fc.constant<Operand>(null),
            fc.array(
              element.filter((value) => value !== null),
              { maxLength: 3 },
            ),
          )
        : element;
    const cases = fc.sample(fc.tuple(left, right), { numRuns: 40, seed: 7 });
    const isDate = kind === "date";
    const wrong = [];
    for (const [a, b] of cases) {
      const said = operator.test(a, operator.right === "nothing" ? undefined : b);
      const answer = await solver.ask(operator.smt(symbolic(a, isDate), symbolic(b, isDate)), [], effort);
      if ((answer.kind === "possible") !== said) wrong.push([a, b, said]);
    }
    expect(wrong).toEqual([]);
  });
});

/** The years of the dates tried: a century that is no leap year, and one that is, among them. */
const years = { from: 1895, to: 2105 };
const someDay = fc.oneof(
  fc.integer({ min: -27_393, max: 49_000 }),
  fc.constantFrom("1896-02-29", "1900-02-28", "2000-02-29", "2004-02-29", "2096-02-29", "2100-02-28").map(dayNumber),
  fc
    .tuple(fc.integer({ min: 1896, max: 2104 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => dayNumber(`${year}-${String(month).padStart(2, "0")}-28`)),
);

function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/** A date that the solver must work out, although there is only one. */
function pinned(day: number, script: Script): SymbolicDate {
  const { symbolic: date } = declareDate({ script, bounds: { years, longestList: 0 } });
  script.constrain(identical(date, literalDate(day)));
  return date;
}

const amounts = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.constantFrom(12, 24, -12, 365));
const bodies: Readonly<Record<string, readonly unknown[]>> = {
  addDays: [{}],
  addMonths: [{ rounding: "up" }, { rounding: "down" }],
  addYears: [{ rounding: "up" }, { rounding: "down" }],
  startOf: [{ period: "month" }, { period: "quarter" }, { period: "year" }],
  endOf: [{ period: "month" }, { period: "quarter" }, { period: "year" }],
};

describe("the terms of the calendar", () => {
  it.each(Object.keys(bodies))("of %s give the day that the evaluator gives, and no other", async (name) => {
    const row = expressions[name as keyof typeof expressions] as FunctionRow;
    const wrong = [];
    for (const body of bodies[name] ?? []) {
      for (const [day, amount] of fc.sample(fc.tuple(someDay, amounts), { numRuns: 25, seed: 11 })) {
        const script = new Script();
        const count = name === "addYears" ? Math.sign(amount) * (Math.abs(amount) % 5) : amount;
        const operands = name.startsWith("add") ? [day, count] : [day];
        const expected = Number(row.apply(operands, body));
        const date = pinned(day, script);
        const result = row.smt(name.startsWith("add") ? [date, literalNumber(count)] : [date], body, script);
        if (result.kind !== "date") throw new Error(`${name} gives a ${result.kind}`);
        // By its number and by its parts: either can be what a comparison asks for.
        const { year, month, dayOfMonth } = yearMonthDay(expected);
        const parts = result.parts();
        const same = `(and (= ${result.number()} ${whole(expected)}) (= ${parts.year} ${year}) (= ${parts.month} ${month}) (= ${parts.day} ${dayOfMonth}))`;
        await solver.tell(`(push)\n${script.take()}`);
        const can = await solver.ask(same, [], effort);
        const must = await solver.ask(not(same), [], effort);
        await solver.tell("(pop)");
        if (can.kind !== "possible" || must.kind !== "impossible") {
          wrong.push([formatDay(day), body, count, formatDay(expected), can.kind, must.kind]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("the terms of arithmetic", () => {
  const decimals = fc.constantFrom(-2, 0, 0.1, 0.2, 0.3, 1, 7, 100);

  it.each(["plus", "minus", "times", "percentage"])("of %s are exact", async (name) => {
    const row = expressions[name as keyof typeof expressions] as FunctionRow;
    const wrong = [];
    for (const pair of fc.sample(fc.tuple(decimals, decimals), { numRuns: 60, seed: 3 })) {
      const expected = row.apply(pair, {});
      const result = row.smt(pair.map(literalNumber), {}, new Script());
      // A third has no decimals that say it; the evaluator has the nearest number.
      if (typeof expected === "number" && String(expected).length > 12) continue;
      const goal = expected === null ? none : literalNumber(Number(expected));
      if ((await solver.ask(identical(result, goal), [], effort)).kind !== "possible") wrong.push([...pair, expected]);
    }
    expect(wrong).toEqual([]);
  });
});
