import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lend, library, ordinary, problemsOf } from "./library.ts";

const reader = (change: object) => ({ ...ordinary, reader: { ...ordinary.reader, ...change } });

describe("facts", () => {
  it("are nested by their dots, or have the dots in their keys", () => {
    const flat = {
      "loan.applied_on": "2021-03-01",
      "loan.returned_on": "2021-03-20",
      "reader.age": 30,
      reader: { guardian_agrees: false, fines: [] },
    };
    expect(lend(flat)).toEqual(lend(ordinary));
  });

  it("are unknown where the key is missing or undefined, and none where it is null", () => {
    expect(lend(reader({ fines: undefined })).clauses["2.2"]?.status).toBe("undetermined");
    expect(lend(reader({ fines: null })).clauses["2.2"]?.status).toBe("not_applicable");
    expect(lend(reader({ fines: [{ reason: "late" }] })).clauses["2.2"]).toMatchObject({
      status: "undetermined",
      missing: ["reader.fines"],
    });
  });

  it.each([
    ["a misspelled name", { ...ordinary, reader: { aeg: 3 } }, "unknown-fact", "write `age`"],
    ["a misspelled group", { ...ordinary, raeder: { age: 3 } }, "unknown-fact", "`raeder`"],
    ["a group that is a value", { ...ordinary, reader: 3 }, "wrong-type", "`age`, `guardian_agrees`, `fines`"],
    ["a fact given twice", { ...ordinary, "reader.age": 3 }, "fact-twice", "`reader.age`"],
    ["none where it can't be", reader({ age: null }), "none-not-allowed", "`reader.age`"],
    ["text for a number", reader({ age: "30" }), "wrong-type", "a whole number of years"],
    ["a fraction for a whole number", reader({ age: 30.5 }), "wrong-type", "a whole number of years"],
    ["no number at all", reader({ age: Number.NaN }), "wrong-type", "a whole number of years"],
    ["endlessly much", reader({ age: Number.POSITIVE_INFINITY }), "wrong-type", "a whole number of years"],
    ["too little", reader({ age: -1 }), "out-of-bounds", "at least 0 years"],
    ["too much", reader({ age: 151 }), "out-of-bounds", "at most 150 years"],
    [
      "too many decimals",
      reader({ fines: [{ reason: "late", amount: 0.1234567 }] }),
      "too-many-decimals",
      "6 decimals",
    ],
    [
      "a number that is not what was written",
      reader({ fines: [{ reason: "late", amount: 0.00035800000000000003 }] }),
      "too-many-decimals",
      "6 decimals",
    ],
    ["text for yes or no", reader({ guardian_agrees: "yes" }), "wrong-type", "yes or no"],
    ["an element for a list", reader({ fines: {} }), "wrong-type", "a list"],
    ["a value for an element", reader({ fines: [3] }), "wrong-type", "entry 1 of `reader.fines`"],
    ["an unknown field", reader({ fines: [{ reson: "late" }] }), "unknown-field", "`reason`"],
    ["an unknown option", reader({ fines: [{ reason: "lat" }] }), "unknown-option", "`late`"],
    [
      "none in an element",
      reader({ fines: [{ reason: null }] }),
      "none-not-allowed",
      "`reason` in entry 1 of `reader.fines`",
    ],
    ["the word none", { loan: { applied_on: "none" } }, "wrong-type", "write null, without quotes"],
    ["the word unknown", reader({ age: "unknown" }), "wrong-type", "leave the fact out"],
    ["an impossible date", { loan: { applied_on: "2021-02-29" } }, "not-a-date", "2021-02-29"],
    ["a date without zeros", { loan: { applied_on: "2021-3-1" } }, "not-a-date", "2021-03-01"],
    ["a year", { loan: { applied_on: "2021" } }, "not-a-date", "2021"],
    ["a date and time", { loan: { applied_on: "2021-03-01T00:00:00Z" } }, "not-a-date", "2021-03-01"],
    ["a date object", { loan: { applied_on: new Date(0) } }, "wrong-type", "a date"],
    ["a date of another age", { loan: { returned_on: "0201-03-01" } }, "out-of-bounds", "check the year"],
  ])("are refused: %s", (_what, facts, code, words) => {
    const problems = problemsOf(() => lend(facts, { asOf: "2021-04-01" }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(JSON.stringify(problems)).toContain(words);
    expect(problems[0]?.remedy).not.toBe("");
  });

  it("are refused with all their problems at once", () => {
    const problems = problemsOf(() => lend({ loan: { applied_on: "x" }, reader: { age: "x", fnes: [] } }));
    expect(problems.map(({ code }) => code)).toEqual(["not-a-date", "wrong-type", "unknown-fact"]);
  });

  it("are refused where they contradict each other, both named", () => {
    const problems = problemsOf(() => lend({ loan: { applied_on: "2021-03-01", returned_on: "2021-02-28" } }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "contradiction" });
    expect(problems[0]?.message).toContain("`loan.returned_on` and `loan.applied_on`");
  });

  it("do not contradict each other while one is unknown or none", () => {
    expect(problemsOf(() => lend({ loan: { applied_on: "2021-03-01" } }))).toEqual([]);
    expect(problemsOf(() => lend({ loan: { applied_on: null, returned_on: "2021-02-28" } }))).toEqual([]);
  });

  it("after the evaluation date are plans: used as given, with a warning", () => {
    const planned = { ...ordinary, loan: { applied_on: "2021-03-01", returned_on: "2021-04-20" } };
    const { obligations, warnings } = lend(planned);
    expect(obligations.return_book?.status).toBe("fulfilled_late");
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ code: "future-date", facts: ["loan.returned_on"] });
    expect(lend(planned, { asOf: "2021-04-20" }).warnings).toEqual([]);
  });

  it("of any shape are read or refused with problems, and never anything else", () => {
    fc.assert(
      fc.property(
        fc.object({ maxDepth: 4, key: fc.constantFrom("loan", "reader", "age", "fines", "__proto__", "x") }),
        (facts) => {
          for (const problem of problemsOf(() => lend(facts))) expect(problem.code).toMatch(/^[a-z-]+$/);
        },
      ),
    );
  });

  it.each([undefined, null, [], "x"])("are a block of keys: %s is none", (facts) => {
    expect(problemsOf(() => lend(facts as unknown as object))[0]?.code).toBe("wrong-type");
  });

  it("inherited or hostile are no facts", () => {
    const inherited: object = Object.create({ "reader.age": 3 });
    expect(problemsOf(() => lend(inherited)).map(({ code }) => code)).toEqual(["wrong-type"]);
    expect(lend(Object.assign(inherited, { loan: {} })).decisions.lending?.missing).toContain("reader.age");
    const hostile: object = JSON.parse('{"__proto__": {"age": 3}, "constructor": 1}');
    expect(problemsOf(() => lend(hostile)).map(({ code }) => code)).toEqual(["unknown-fact", "unknown-fact"]);
    expect(Object.hasOwn(Object.prototype, "age")).toBe(false);
  });
});

describe("the input", () => {
  it.each([undefined, null, [], "x"])("is a block of keys: %s is none", (input) => {
    expect(problemsOf(() => library.evaluate(input as never))[0]?.code).toBe("wrong-type");
  });

  it("has no keys but its own: a misspelled one could decide otherwise", () => {
    const input = { asOf: "2021-04-01", facts: ordinary, reading: { "fines-counted": "late_only" } };
    expect(problemsOf(() => library.evaluate(input))[0]).toMatchObject({ code: "unknown-key", nearest: "readings" });
  });

  it("can be a case file as it was read", () => {
    const file = { case: "x", title: "X", asOf: "2021-04-01", facts: ordinary, expect: {} };
    expect(library.evaluate(file).case).toBe("x");
  });
});

describe("the evaluation date", () => {
  it.each([undefined, null, "2019-2-3", "yesterday", 20190203, { toString: 3 }])(
    "must be a date: %j is none",
    (asOf) => {
      const input = { facts: ordinary, asOf: asOf as unknown as string };
      expect(problemsOf(() => library.evaluate(input))[0]?.code).toBe("not-a-date");
    },
  );
});

describe("readings", () => {
  const fined = reader({ fines: [{ reason: "damage", amount: 11 }] });
  const evaluate = (readings: Record<string, string>) =>
    library.evaluate({ asOf: "2021-04-01", facts: fined, readings });

  it("can be switched, which the result says", () => {
    expect(evaluate({}).decisions.lending?.outcome).toBe("refuse");
    expect(evaluate({}).readings).toEqual(["fines-counted"]);
    const switched = evaluate({ "fines-counted": "late_only" });
    expect(switched.decisions.lending?.outcome).toBe("lend");
    expect(switched.readings).toEqual(["fines-counted=late_only"]);
  });

  it("that are not there are refused with the nearest", () => {
    const problems = (readings: Record<string, string>) => problemsOf(() => evaluate(readings));
    expect(problems({ "fine-counted": "late_only" })[0]).toMatchObject({
      code: "unknown-interpretation",
      nearest: "fines-counted",
    });
    expect(problems({ "fines-counted": "lateonly" })[0]).toMatchObject({
      code: "unknown-alternative",
      nearest: "late_only",
    });
  });
});
