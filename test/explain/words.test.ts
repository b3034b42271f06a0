import { describe, expect, test } from "vitest";
import { parseDay } from "../../engine/calendar/day.ts";
import { clauseFormula } from "../../engine/explain/clause-formula.ts";
import { sayCondition } from "../../engine/explain/condition-words.ts";
import { sayKnown } from "../../engine/explain/known.ts";
import { derivedPhrase, fieldPhrase, indefinite, sentence } from "../../engine/explain/names.ts";
import { digits, measured } from "../../engine/explain/numbers.ts";
import { outlineLines, outlineOf } from "../../engine/explain/outline.ts";
import { sayValue } from "../../engine/explain/value-words.ts";
import { wrap } from "../../engine/explain/wrap.ts";
import type { Known } from "../../engine/language/known.ts";
import { type OperatorName, operators } from "../../engine/language/operators/table.ts";
import type { Condition, Value } from "../../engine/procedure/model.ts";
import { model } from "./allotment.ts";

const scope = { model };

function fact(id: string): Value {
  const found = model.facts.get(id);
  if (found === undefined) throw new Error(`no fact ${id}`);
  return { kind: "fact", type: found.type, id };
}

/** A written value as the linker makes it: of the type that it stands beside, and without a unit of its own. */
function written(value: Known, beside: Value): Value {
  const type = beside.type.kind === "number" ? { ...beside.type, unit: undefined } : beside.type;
  return { kind: "literal", type, value };
}

function compare(id: string, operator: OperatorName, value?: Known): Condition {
  const right = value === undefined ? undefined : written(value, fact(id));
  return { kind: "compare", operator: operators[operator], left: fact(id), right };
}

function day(text: string): number {
  const parsed = parseDay(text);
  if (typeof parsed !== "number") throw new Error(text);
  return parsed;
}

describe("conditions in words", () => {
  test.each<[string, Condition]>([
    ["the size of the plot is at most 200 square metres", compare("plot.size", "lessThanInclusive", 200)],
    ["the size of the plot is more than 1 square metre", compare("plot.size", "greaterThan", 1)],
    ["the kind of gardener is a club", compare("gardener.kind", "equal", "club")],
    ["the kind of gardener is not “a club”", compare("gardener.kind", "notEqual", "club")],
    [
      "the kind of gardener is one of someone who lives in town or a club",
      compare("gardener.kind", "in", ["resident", "club"]),
    ],
    ["the gardener agrees to the rules", compare("gardener.agrees", "equal", true)],
    ["it is not so that the gardener agrees to the rules", compare("gardener.agrees", "equal", false)],
    ["the wish for a shed is no", compare("gardener.shed_wanted", "notEqual", true)],
    ["the day of the visit is on or before 2021-01-31", compare("plot.visited_on", "onOrBefore", day("2021-01-31"))],
    ["there is a day of the visit", compare("plot.visited_on", "exists")],
    ["there is no day of the visit", compare("plot.visited_on", "isNone")],
    ["there are crops of last year", compare("plot.crops", "exists")],
    ["there are no crops of last year", compare("plot.crops", "isNone")],
    ["the plants on the plot includes roses", compare("plot.plants", "contains", "rose")],
    ["the plants on the plot does not include roses", compare("plot.plants", "doesNotContain", "rose")],
    ["clause 2.2 (Size) is not met", { kind: "clause", clause: "2.2", is: "unmet" }],
    ["clause 2.2 (Size) does not apply", { kind: "clause", clause: "2.2", is: "not_applicable" }],
    [
      "the decision on letting is “let” or “not applicable”",
      { kind: "decision", decision: "letting", is: ["let", "not_applicable"] },
    ],
    [
      "the question of course validity is read as “forever”",
      { kind: "reading", reading: "course-validity", is: "forever" },
    ],
  ])("%s", (words, condition) => {
    expect(sayCondition(condition, scope)).toBe(words);
  });

  const small = compare("plot.size", "lessThan", 200);
  const agreed = compare("gardener.agrees", "equal", true);
  const visited = compare("plot.visited_on", "exists");

  test("joins conditions, with brackets where two ways of joining meet", () => {
    const condition: Condition = { kind: "all", of: [small, { kind: "any", of: [agreed, visited] }] };
    expect(sayCondition(condition, scope)).toBe(
      "the size of the plot is less than 200 square metres and (the gardener agrees to the rules or there is a day of the visit)",
    );
  });

  test("turns a comparison round only where that means the same", () => {
    const late = compare("plot.visited_on", "after", day("2021-01-31"));
    expect(sayCondition({ kind: "not", of: small }, scope)).toBe("the size of the plot is at least 200 square metres");
    expect(sayCondition({ kind: "not", of: late }, scope)).toBe(
      "it is not so that the day of the visit is after 2021-01-31",
    );
    expect(sayCondition({ kind: "not", of: visited }, scope)).toBe("there is no day of the visit");
    expect(sayCondition({ kind: "not", of: { kind: "not", of: small } }, scope)).toBe(sayCondition(small, scope));
    expect(sayCondition({ kind: "not", of: { kind: "clause", clause: "2.2", is: "met" } }, scope)).toBe(
      "clause 2.2 (Size) is not met or does not apply",
    );
    expect(
      sayCondition({ kind: "not", of: { kind: "decision", decision: "letting", is: ["let", "refused"] } }, scope),
    ).toBe("the decision on letting is neither “let” nor “refused”");
  });

  test("outlines what is nested", () => {
    const condition: Condition = {
      kind: "all",
      of: [small, { kind: "not", of: { kind: "any", of: [agreed, visited] } }],
    };
    expect(outlineLines(outlineOf(condition, scope))).toEqual([
      "all of these:",
      "  the size of the plot is less than 200 square metres",
      "  none of these:",
      "    the gardener agrees to the rules",
      "    there is a day of the visit",
    ]);
  });
});

describe("values in words", () => {
  test.each([
    [
      "plot.reckoned_on",
      "the day of the request where there is a day of the request and otherwise the evaluation date",
    ],
    ["water.regular_deadline", "30 days after the day of the request"],
    [
      "harvest.shared_part",
      "the sum of shared kilograms over the crops of last year as a percentage of the sum of grown kilograms over the crops of last year",
    ],
    ["plot.is_too_large", "whether the size of the plot is more than 200 square metres"],
  ])("%s", (id, words) => {
    const derived = model.derived.get(id);
    expect(derived && sayValue(derived.value, scope)).toBe(words);
  });

  test("a derived value goes by its name", () => {
    expect(sayValue({ kind: "derived", type: { kind: "date" }, id: "plot.reckoned_on" }, scope)).toBe(
      "the plot reckoned-on date",
    );
    expect(sayValue({ kind: "derived", type: { kind: "boolean" }, id: "plot.is_too_large" }, scope)).toBe(
      "“plot is too large”",
    );
  });

  test("known values are said by their type", () => {
    const course = model.facts.get("gardener.courses");
    if (course === undefined) throw new Error("no courses");
    const saying = { type: course.type, declared: course.entry };
    expect(sayKnown(undefined, saying)).toBe("unknown");
    expect(sayKnown(null, saying)).toBe("none");
    expect(sayKnown([], saying)).toBe("nothing");
    expect(
      sayKnown(
        [
          ["bees", day("2020-02-29")],
          ["soil", undefined],
        ],
        saying,
      ),
    ).toBe("course Bees and Wasps, taken on 2020-02-29; course The Living Soil, taken on unknown");
    expect(sayKnown(true, { type: { kind: "boolean" }, declared: undefined })).toBe("yes");
  });
});

describe("a clause's formula", () => {
  const formula = (id: string) => {
    const clause = model.clauses.get(id);
    if (clause === undefined) throw new Error(`no clause ${id}`);
    return clauseFormula(clause, model).flatMap(({ heading, outline }) => [heading, ...outlineLines(outline, "  ")]);
  };

  test("says when it applies, what it requires, what it defines and the duties in it", () => {
    expect(formula("3.1")).toEqual([
      "Applies when",
      "  there is a day of the request",
      "Requires",
      "  “water is late” does not hold",
      "The water regular deadline is",
      "  30 days after the day of the request",
      "“water is late” holds when",
      "  all of these:",
      "    the day the water was paid is after the water regular deadline",
      "    it is not so that the day the water was paid is on or before the day until which the payment may wait",
      "Duty of the gardener",
      "  Pay the water.",
      "    by the water regular deadline",
      "    done on the day the water was paid",
    ]);
  });

  test("says what is asked of the elements of a list", () => {
    expect(formula("2.4")).toEqual([
      "Requires",
      "  at least one of the gardener's courses is such that:",
      "    all of these:",
      "      its taken-on date is on or before the plot reckoned-on date",
      "      at least one of these:",
      "        the question of course validity is read as “forever”",
      "        the plot reckoned-on date is before 2 years after its taken-on date",
    ]);
    expect(formula("2.5")).toEqual([
      "Requires",
      "  each of the plants on the plot is such that:",
      "    it is one of beans or roses",
    ]);
    expect(formula("3.2").at(-1)).toBe("    until 1 year after the day of the request");
  });
});

describe("names and numbers", () => {
  test("ids become phrases", () => {
    expect(derivedPhrase("score.overall", false)).toBe("score overall");
    expect(derivedPhrase("water.water_deadline", true)).toBe("water deadline");
    expect(derivedPhrase("plot.reckoned_on", true)).toBe("plot reckoned-on date");
    expect(fieldPhrase("needed_from", { kind: "date" })).toBe("needed-from date");
    expect(fieldPhrase("grown", { kind: "number", unit: "kilograms", integer: false })).toBe("grown kilograms");
    expect(fieldPhrase("share", { kind: "number", unit: "percent", integer: false })).toBe("share");
    expect(indefinite("the hour")).toBe("an hour");
    expect(indefinite("the extension")).toBe("an extension");
    expect(indefinite("the unit")).toBe("a unit");
    expect(sentence("is it so?")).toBe("Is it so?");
    expect(sentence("it is so")).toBe("It is so.");
  });

  test("units are in the plural, but for one; percent is a sign", () => {
    expect(measured(1, "people")).toBe("1 person");
    expect(measured(2, "people")).toBe("2 people");
    expect(measured(1, "days")).toBe("1 day");
    expect(measured(1, "entries")).toBe("1 entry");
    expect(measured(0.5, "square_metres")).toBe("0.5 square metres");
    expect(measured(80, "percent")).toBe("80%");
    expect(measured(7, undefined)).toBe("7");
  });

  test("a number is never shown as if it met a limit that it misses", () => {
    expect(digits(12.345678)).toBe("12.345678");
    expect(digits(100 / 3)).toBe("33.33");
    expect(digits(79.9999999)).toBe("79.9999999");
    expect(digits(200 / 3, 66.67)).toBe("66.667");
    expect(digits(66.6711111, 66.67)).toBe("66.671");
    for (const value of [79.999999999, 80.000000001, 1 / 3, 59.99999999991]) {
      for (const limit of [80, 60, 0, 100]) {
        expect(Math.sign(Number(digits(value, limit)) - limit)).toBe(Math.sign(value - limit));
      }
    }
  });

  test("lines are wrapped between words, and hang under the first", () => {
    expect(wrap("one two three four", 12, "- ")).toEqual(["- one two", "  three four"]);
    expect(wrap("unbreakable", 4)).toEqual(["unbreakable"]);
    expect(wrap("  ", 10, "- ")).toEqual([]);
  });
});
