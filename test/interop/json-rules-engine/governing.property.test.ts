import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EvaluationInput, loadProcedure, ProblemsError, type Procedure } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import type { ExportedRules } from "../../../engine/interop/json-rules-engine/export/export.ts";
import { completeCase, factIds } from "../../oracle/generate.ts";
import { nested, procedure } from "../../support/cases.ts";
import { codesOf, expectAgreement, exported, saidBy } from "./exported.ts";

const library = loadProcedure("fixtures/procedures/library");
const files = library.revisions.map((model) => exported(model, library.revisions));
const shipped = exported(procedure.revisions[0], procedure.revisions);

/** What became of the cases of a property. */
type Tally = Record<"refused" | "contradictory" | "of another" | "in doubt" | "agreed", number>;

const noneYet = (): Tally => ({ refused: 0, contradictory: 0, "of another": 0, "in doubt": 0, agreed: 0 });

/** Holds rules to the library: they decide what it decides by their revision, and refuse what it refuses or leaves open. */
async function expectNoMoreThan(by: Procedure, file: ExportedRules, input: EvaluationInput, seen: Tally) {
  const refused = codesOf(() => by.evaluate(input));
  const given = codesOf(() => factsOf(file, input));
  if (refused.length > 0) {
    if (given.length === 0) {
      expect((await saidBy(file, input)).contradictions).not.toEqual([]);
      seen.contradictory += 1;
      return;
    }
    // The library looks at contradictions once it has found a revision, which need not be this one.
    const others = ["no-governing-revision", "revision-not-settled", "unknown-revision"];
    expect(refused.includes("contradiction") ? others : refused).toEqual(expect.arrayContaining([...given]));
    seen.refused += 1;
    return;
  }
  const { revision, warnings } = by.evaluate(input);
  if (warnings.some(({ code }) => code === "revision-not-settled")) {
    expect(given).toEqual([expect.stringMatching(/^(revision-not-settled|no-governing-revision)$/)]);
    seen["in doubt"] += 1;
  } else if (revision !== file.revision) {
    expect(given).toEqual([input.revision === undefined ? "no-governing-revision" : "unknown-revision"]);
    seen["of another"] += 1;
  } else {
    await expectAgreement(file, by, input);
    seen.agreed += 1;
  }
}

describe("rules of one revision", () => {
  it("decide no case that the library decides by another, or refuses, or leaves open", async () => {
    const seen = noneYet();
    const around = ["2019-12-31", "2020-01-01", "2022-06-30", "2022-07-01", "2023-06-30", "2023-07-01"];
    const day = fc.constantFrom(...around);
    const loan = fc.record({ applied_on: fc.option(day), returned_on: fc.option(day) }, { requiredKeys: [] });
    const reader = fc.record(
      { age: fc.integer({ min: 8, max: 20 }), guardian_agrees: fc.boolean(), fines: fc.constant([]) },
      { requiredKeys: [] },
    );
    const named = fc.constantFrom(undefined, undefined, undefined, "1.0", "2.0", "3.0");
    await fc.assert(
      fc.asyncProperty(day, loan, reader, named, async (asOf, lent, person, revision) => {
        const facts = { loan: lent, reader: person };
        const input = { asOf, facts, ...(revision !== undefined && { revision }) };
        for (const file of files) await expectNoMoreThan(library, file, input, seen);
      }),
      { numRuns: 300 },
    );
    for (const kind of ["refused", "of another", "in doubt", "agreed"] as const) {
      expect([kind, seen[kind] > 50]).toEqual([kind, true]);
    }
  });

  it("do so in a procedure of one revision, whose governing date may be unknown", async () => {
    const seen = noneYet();
    const day = fc.constantFrom("2018-12-31", "2019-01-01", "2020-05-04", "2021-12-31", "2022-01-01");
    const submitted = fc.oneof({ weight: 2, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) });
    const hidden = fc.oneof(fc.constant([]), fc.constant(["audit.submitted_on"]), fc.subarray([...factIds]));
    await fc.assert(
      fc.asyncProperty(completeCase, day, submitted, hidden, fc.boolean(), async (kase, asOf, on, left, named) => {
        const all = { ...kase.facts, "audit.submitted_on": on };
        const known = Object.entries(all).filter(([id]) => !left.some((other) => other === id));
        const { readings } = kase;
        await expectNoMoreThan(
          procedure,
          shipped,
          {
            asOf,
            facts: nested(Object.fromEntries(known)),
            ...(readings && { readings }),
            ...(named && { revision: "1.0" }),
          },
          seen,
        );
      }),
      { numRuns: 300 },
    );
    for (const kind of ["refused", "in doubt", "agreed"] as const) {
      expect([kind, seen[kind] > 20]).toEqual([kind, true]);
    }
  });
});

/** The one thing that is said of a case. */
function saidOf(file: ExportedRules | undefined, input: EvaluationInput) {
  if (file === undefined) throw new Error("there is no such file");
  try {
    factsOf(file, input);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code, message, expected, remedy }) => ({ code, message, expected, remedy }));
  }
  return [];
}

describe("the refusal of a case that is not for the rules", () => {
  const [first, , draft] = files;
  const on = (applied_on: string | null) => ({ asOf: "2021-04-01", facts: { loan: { applied_on } } });
  const period = "revision 1.0 (approved, from 2020-01-01 up to, not including, 2022-07-01)";
  const override = 'name `revision: "1.0"` in the case, to decide by these all the same';

  it("names the period of the revision, and what to do, where none governs", () => {
    expect(saidOf(first, on("2019-12-31"))).toEqual([
      {
        code: "no-governing-revision",
        message:
          "no approved revision is in force on 2019-12-31 (`loan.applied_on`), and these are the rules of revision 1.0",
        expected: `a date within ${period}`,
        remedy: `check the date, or ${override}`,
      },
    ]);
  });

  it("names the revision that governs instead", () => {
    expect(saidOf(first, { ...on(null), asOf: "2022-07-01" })).toEqual([
      {
        code: "no-governing-revision",
        message: "revision 2.0 is in force on 2022-07-01 (`evaluation.as_of`), and these are the rules of revision 1.0",
        expected: `a date within ${period}`,
        remedy: `check the date, take the rules of revision 2.0, or ${override}`,
      },
    ]);
  });

  it("says that nothing is settled while the governing date is unknown, and others may govern", () => {
    const unknown = { asOf: "2021-04-01", facts: {} };
    const said = (doubt: string) => ({
      code: "revision-not-settled",
      message: `\`loan.applied_on\` is unknown, so it is not settled that revision 1.0 governs, whose rules these are: ${doubt}`,
      expected: `\`loan.applied_on\`, a date within ${period}`,
      remedy: `give the date, or ${override}`,
    });
    expect(saidOf(first, unknown)).toEqual([said("revision 2.0 may govern instead")]);
    expect(saidOf(first, { ...unknown, asOf: "2019-12-31" })).toEqual([
      said("no revision governs on the evaluation date, 2019-12-31"),
    ]);
  });

  it("names the revision that a case asks for", () => {
    expect(saidOf(first, { ...on("2021-01-01"), revision: "2.0" })).toEqual([
      {
        code: "unknown-revision",
        message: "the case names revision 2.0, and these are the rules of revision 1.0",
        expected: period,
        remedy: `take the rules of the revision that the case names, or ${override}`,
      },
    ]);
  });

  it("says of a draft that it governs no case, and takes one that names it", () => {
    expect(saidOf(draft, on("2024-01-01"))).toEqual([
      {
        code: "no-governing-revision",
        message: "these are the rules of revision 3.0, a draft, which governs no case",
        expected: "rules of an approved revision, not of revision 3.0 (draft, from 2023-07-01 on)",
        remedy:
          'take the rules of an approved revision, or name `revision: "3.0"` in the case, to decide by these all the same',
      },
    ]);
    expect(saidOf(draft, { ...on("2024-01-01"), revision: "3.0" })).toEqual([]);
  });

  it("gives way to what is wrong with the governing date itself", () => {
    expect(saidOf(first, { asOf: "2024-01-01", facts: { loan: { applied_on: "2021-02-30" } } })).toEqual([
      expect.objectContaining({ code: "not-a-date" }),
    ]);
  });

  it("does not depend on what stands in the file beside the companion's part", () => {
    if (first === undefined) throw new Error("there is no such file");
    const { companion } = first;
    expect(codesOf(() => factsOf({ companion }, on("2022-07-01")))).toEqual(["no-governing-revision"]);
  });

  it("meets a file that does not say which other revisions there are", () => {
    if (first === undefined) throw new Error("there is no such file");
    const { others, ...companion } = first.companion;
    expect(others.map(({ entry }) => entry.revision)).toEqual(["2.0"]);
    // What another version may have written.
    const older = { companion } as ExportedRules;
    expect(saidOf(older, on("2021-01-01"))).toMatchObject([{ code: "bundle-unreadable" }]);
  });
});
