import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvedContent } from "../../engine/check/approved-content.ts";
import { replaceFiles } from "../../engine/cli/replace-files.ts";
import { type EvaluationInput, loadProcedure, ProblemsError, type Procedure } from "../../engine/index.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { planDraft } from "../../engine/procedure/revise.ts";
import { anyCase, completeCase } from "../oracle/generate.ts";
import { nested } from "../support/cases.ts";
import { changes, writeVersions } from "../support/later-revision.ts";
import { Copies, seal } from "../support/sealed.ts";

const copies = new Copies();

/** A procedure, and cases of it. */
interface World {
  readonly rules: string;
  readonly draft: string;
  readonly effective: string;
  /** The fact that selects the revision. */
  readonly governedBy: string;
  readonly cases: fc.Arbitrary<EvaluationInput & { readonly flat: Readonly<Record<string, unknown>> }>;
}

const worlds: readonly World[] = [
  {
    rules: "rules/secor",
    draft: "1.1",
    effective: "2022-01-01",
    governedBy: "audit.submitted_on",
    cases: fc.oneof(completeCase, anyCase).map((kase) => ({ ...kase, flat: kase.facts, facts: nested(kase.facts) })),
  },
  {
    rules: "fixtures/procedures/library",
    draft: "3.1",
    effective: "2024-01-01",
    governedBy: "loan.applied_on",
    cases: libraryCases(),
  },
];

function libraryCases(): World["cases"] {
  const day = fc
    .date({ min: new Date("2019-06-01"), max: new Date("2025-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const fine = fc.record({ reason: fc.constantFrom("late", "damage"), amount: fc.integer({ min: 0, max: 9 }) });
  const facts = fc.record(
    {
      "loan.applied_on": fc.option(day),
      "loan.returned_on": fc.option(day),
      "reader.age": fc.integer({ min: 8, max: 18 }),
      "reader.guardian_agrees": fc.boolean(),
      "reader.fines": fc.option(fc.array(fine, { maxLength: 3 })),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(facts, day).map(([flat, asOf]) => ({ asOf, flat, facts: nested(flat) }));
}

/** What becomes of a case: the result, or the problems with which it is refused. */
function outcome(procedure: Procedure, { flat: _, ...input }: EvaluationInput & { readonly flat?: unknown }): unknown {
  try {
    return procedure.evaluate(input);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
}

function isBefore(date: unknown, day: string): boolean {
  return typeof date === "string" && date < day;
}

/** How many sets of changes are tried, and cases for each. */
const rounds = 8;
const casesEach = 60;

describe.each(worlds)("a later revision of $rules", ({ rules, draft, effective, governedBy, cases }) => {
  const original = loadProcedure(rules);

  it("decides nothing about dates before it, as a draft or approved, and something about those after", () => {
    let different = 0;
    fc.assert(
      fc.property(changes, fc.array(cases, { minLength: casesEach, maxLength: casesEach }), (wanted, some) => {
        const copy = copies.of(rules);
        replaceFiles([planDraft(copy, { revision: draft, effective, note: "Later." }).file]);
        writeVersions(copy, draft, effective, wanted);
        const withDraft = loadedOr(copy);
        // What the changes retire may be asked for elsewhere, which the linker refuses: another set is tried.
        fc.pre(withDraft !== undefined);
        if (withDraft === undefined) return;
        for (const { entry } of original.revisions.filter(({ entry }) => entry.status === "draft"))
          seal(copy, entry.revision);
        seal(copy, draft);
        const approved = loadProcedure(copy);
        const altered = approvedContent(openProcedure(copy)).filter(({ severity }) => severity === "error");
        expect(altered).toEqual([]);
        for (const kase of some) {
          const date = kase.flat[governedBy] ?? (kase.flat[governedBy] === null ? kase.asOf : undefined);
          const expected = outcome(original, kase);
          if (isGoverned(expected)) expect(outcome(withDraft, kase)).toEqual(expected);
          if (isBefore(date, effective) && isGoverned(expected)) expect(outcome(approved, kase)).toEqual(expected);
          const [before, after] = [original.revisions.at(-1)?.entry.revision ?? "", draft].map((revision) =>
            JSON.stringify(essence(outcome(approved, { ...kase, revision }))),
          );
          if (before !== after) different++;
        }
      }),
      { numRuns: rounds },
    );
    expect(different).toBeGreaterThan(0);
  });
});

function loadedOr(directory: string): Procedure | undefined {
  try {
    return loadProcedure(directory);
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

/** Whether some revision governs: where none does, the error names all that there are, and so one more. */
function isGoverned(expected: unknown): boolean {
  return !(Array.isArray(expected) && expected.some(({ code }) => code === "no-governing-revision"));
}

/** What is decided, without the names of the revision. */
function essence(result: unknown): unknown {
  if (typeof result !== "object" || result === null || !("decisions" in result)) return "refused";
  const { decisions, obligations } = result as { readonly decisions: unknown; readonly obligations: unknown };
  return [decisions, obligations];
}
