import { describe, expect, it } from "vitest";
import { comparable, describeType, type ValueType } from "../../engine/language/value-type.ts";

const date: ValueType = { kind: "date" };
const boolean: ValueType = { kind: "boolean" };
const text: ValueType = { kind: "text" };
const none: ValueType = { kind: "none" };
const number = (unit?: string, integer = false): ValueType => ({ kind: "number", unit, integer });
const choice = (...options: string[]): ValueType => ({ kind: "choice", options });
const list = (of: ValueType): ValueType => ({ kind: "list", of });
const record = (...fields: [string, ValueType][]): ValueType => ({ kind: "record", fields: new Map(fields) });

describe("a type", () => {
  it.each<[ValueType, string]>([
    [boolean, "yes or no (true or false)"],
    [date, "a date"],
    [number(), "a number"],
    [number("euros"), "a number of euros"],
    [number("working_days", true), "a whole number of working days"],
    [choice("late", "damage"), "one of `late`, `damage`"],
    [text, "text"],
    [list(date), "a list, each element a date"],
    [
      list(record(["reason", text], ["amount", number("euros")])),
      "a list, each element an element with `reason`, `amount`",
    ],
    [none, "none"],
  ])("is said in words: %j", (type, words) => {
    expect(describeType(type)).toBe(words);
  });

  it.each<[ValueType, ValueType, boolean]>([
    [date, date, true],
    [date, number(), false],
    [boolean, boolean, true],
    [boolean, choice("true"), false],
    [text, text, true],
    [text, choice("late"), false],
    [number("euros"), number("euros"), true],
    [number("euros"), number("euros", true), true],
    [number("euros"), number(), true],
    [number("euros"), number("people"), false],
    [choice("late", "damage"), choice("damage", "other"), true],
    [choice("late"), choice("damage"), false],
    [list(date), list(date), true],
    [list(date), date, false],
    [list(number("euros")), list(number("people")), false],
    [none, date, false],
    [none, none, true],
  ])("can be compared with another, whichever stands first: %j, %j: %s", (left, right, fits) => {
    expect(comparable(left, right)).toBe(fits);
    expect(comparable(right, left)).toBe(fits);
  });
});
