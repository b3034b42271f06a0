import { describe, expect, it } from "vitest";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { procedure } from "../support/cases.ts";
import { lend, library, ordinary, problemsOf } from "./library.ts";

const on = (applied: string | null) => ({ ...ordinary, loan: { applied_on: applied, returned_on: null } });

describe("the revision", () => {
  it.each([
    ["2020-01-01", "1.0"],
    ["2022-06-30", "1.0"],
    ["2022-07-01", "2.0"],
    ["2023-06-30", "2.0"],
  ])("on %s is %s: the first day counts, the last does not", (date, revision) => {
    const result = lend(on(date));
    expect(result.revision).toBe(revision);
    expect(result.governedBy).toEqual({ fact: "loan.applied_on", date });
  });

  it.each(["2019-12-31", "2023-07-01"])("on %s is none: an error that names what there is", (date) => {
    const [problem, ...others] = problemsOf(() => lend(on(date)));
    expect(others).toEqual([]);
    expect(problem?.code).toBe("no-governing-revision");
    expect(problem?.message).toContain(date);
    for (const revision of ["revision 1.0 (approved, from 2020-01-01", "2.0 (approved, from 2022-07-01"]) {
      expect(problem?.expected).toContain(revision);
    }
    // A draft governs on no date, but a case can be decided by it.
    expect(problem?.expected).not.toContain("3.0");
    expect(problem?.remedy).toContain("3.0");
  });

  it("is selected by the evaluation date where the governing fact is known to be none", () => {
    const result = lend(on(null), { asOf: "2022-08-01" });
    expect(result.revision).toBe("2.0");
    expect(result.governedBy).toEqual({ fact: "evaluation.as_of", date: "2022-08-01" });
    expect(problemsOf(() => lend(on(null), { asOf: "2019-08-01" }))[0]?.code).toBe("no-governing-revision");
    const [draft] = library.revisions.slice(-1);
    const onlyDraft = new Procedure(draft ? [draft] : []);
    const [problem] = problemsOf(() => onlyDraft.evaluate({ asOf: "2024-01-01", facts: on("2024-01-01") }));
    expect(problem?.expected).toContain("an approved revision, not only revision 3.0 (draft");
  });

  it.each([{ loan: { applied_on: "2022-08-01" } }, { "loan.applied_on": "2022-08-01" }])(
    "is selected however the governing fact is nested: %j",
    (facts) => {
      expect(lend(facts).revision).toBe("2.0");
    },
  );

  it("can be named, which the result then warns of, unless it governs anyhow", () => {
    const { revision, warnings } = lend(on("2021-01-01"), { revision: "2.0" });
    expect(revision).toBe("2.0");
    expect(warnings.map(({ code }) => code)).toEqual(["revision-overridden"]);
    expect(warnings[0]?.message).toContain("revision 1.0 governs");
    expect(lend(on("2021-01-01"), { revision: "1.0" }).warnings).toEqual([]);
  });

  it("can be a draft only when it is named, with a warning", () => {
    const codes = lend(on("2024-01-01"), { revision: "3.0", asOf: "2024-01-01" }).warnings.map(({ code }) => code);
    expect(codes).toEqual(["revision-overridden", "draft-revision"]);
  });

  it("that is not there is an error that names what there is", () => {
    const [problem] = problemsOf(() => lend(ordinary, { revision: "2" }));
    expect(problem?.code).toBe("unknown-revision");
    expect(problem?.expected).toContain("2.0 (approved, from 2022-07-01");
  });
});

describe("an unknown governing date", () => {
  const child = { reader: { age: 13, guardian_agrees: false, fines: [] } };

  it("settles only what every approved revision decides alike", () => {
    // At 13 one is a child by the first revision and none by the second.
    const open = lend(child);
    expect(open.decisions.lending).toEqual({
      outcome: null,
      possible: ["ask_guardian", "lend"],
      because: [],
      missing: ["loan.applied_on"],
    });
    expect(open.clauses["2.1"]).toMatchObject({ status: "undetermined", missing: ["loan.applied_on"] });
    const alike = lend({ reader: { ...child.reader, age: 9 } });
    expect(alike.decisions.lending?.outcome).toBe("ask_guardian");
    expect(alike.warnings.map(({ code }) => code)).toEqual(["revision-not-settled"]);
    expect(alike.governedBy).toEqual({ fact: "loan.applied_on", date: null });
  });

  it("settles nothing where no revision governs on the evaluation date", () => {
    const result = lend({ reader: { ...child.reader, age: 9 } }, { asOf: "2024-01-01" });
    expect(result.decisions.lending).toMatchObject({ outcome: null, missing: ["loan.applied_on"] });
    expect(Object.values(result.clauses).every(({ status }) => status === "undetermined")).toBe(true);
  });

  it("takes a reading that only the revision shown can switch", () => {
    const readings = { "fines-counted": "late_only" };
    const { revision, readings: relied } = library.evaluate({ asOf: "2021-04-01", facts: child, readings });
    expect([revision, relied]).toEqual(["1.0", ["fines-counted=late_only"]]);
  });

  it("names whatever any of the revisions still waits for", () => {
    const { decisions, clauses, derived } = lend({ reader: { fines: [] } });
    expect(decisions.lending?.missing).toEqual(["loan.applied_on", "reader.age", "reader.guardian_agrees"]);
    expect(clauses["2.1"]?.missing[0]).toBe("loan.applied_on");
    expect(Object.keys(derived)).toEqual(["reader.owed"]);
    expect(Object.keys(lend(child).derived)).not.toContain("reader.is_child");
  });

  it("is never settled otherwise by the date, once it is known", () => {
    for (let age = 5; age < 20; age++) {
      const reader = { ...child.reader, age };
      const open = lend({ reader }).decisions.lending;
      for (const date of ["2020-05-01", "2022-09-01"]) {
        const settled = lend({ reader, loan: { applied_on: date, returned_on: null } }).decisions.lending;
        expect(open?.possible).toContain(settled?.outcome);
      }
    }
  });
});

describe("the shipped procedure", () => {
  it("does not govern a case of 2023, and decides it with a warning where its revision is named", () => {
    const facts = { audit: { submitted_on: "2023-03-01" } };
    const [problem] = problemsOf(() => procedure.evaluate({ facts, asOf: "2023-03-02" }));
    expect(problem?.code).toBe("no-governing-revision");
    expect(problem?.expected).toContain("1.0 (approved, from 2019-01-01 up to, not including, 2022-01-01)");
    const { warnings } = procedure.evaluate({ facts, asOf: "2023-03-02", revision: "1.0" });
    expect(warnings.map(({ code }) => code)).toEqual(["revision-overridden"]);
  });
});

describe("an approved revision whose content is not the approved one", () => {
  it("decides with a warning", () => {
    const [first, ...others] = library.revisions;
    if (first === undefined) throw new Error("the library has revisions");
    const recorded = (digest: string) =>
      new Procedure([{ ...first, entry: { ...first.entry, digest } }, ...others])
        .evaluate({ asOf: "2021-04-01", facts: ordinary })
        .warnings.map(({ code }) => code);
    expect(recorded(first.digest)).toEqual([]);
    expect(recorded(`sha256:${"0".repeat(64)}`)).toEqual(["approved-content-changed"]);
  });
});
