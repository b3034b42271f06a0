import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvedContent } from "../../engine/check/approved-content.ts";
import { loadProcedure } from "../../engine/index.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { completeCase } from "../oracle/generate.ts";
import { nested, outcomes, procedure } from "../support/cases.ts";

/** The drafts, and the clauses that each of them brings a version of. */
const drafts: Readonly<Record<string, readonly string[]>> = {
  "no-more-binders": [
    ...["2.5", "2.5.1", "2.6", "2.6.1", "2.6.2", "2.7.1", "2.7.4", "3.0.assessor.3", "3.0.assessor.4"],
  ],
  "wording-only": ["2.1.1", "2.9", "2.12"],
  "same-formula": ["2.1.3"],
  "twelve-people": ["2.1.3"],
};

const directoryOf = (draft: string): string => join("fixtures/drafts", draft);

describe.each(Object.entries(drafts))("the draft %s", (name, changed) => {
  const opened = openProcedure(directoryOf(name));
  const [first, second] = opened.revisions;

  it("has revision 1.0 as it is shipped, and beside it a draft of revision 1.1", () => {
    expect(opened.revisions.map(({ entry }) => [entry.revision, entry.status])).toEqual([
      ["1.0", "approved"],
      ["1.1", "draft"],
    ]);
    expect(first?.digest).toBe(procedure.revisions[0]?.digest);
    expect(second?.digest).not.toBe(first?.digest);
    expect(approvedContent(opened)).toEqual([]);
  });

  it("changes the clauses that it is said to change", () => {
    const versions = [...(second?.clauses.values() ?? [])].filter(({ revision }) => revision === "1.1");
    expect(versions.map(({ id }) => id)).toEqual(changed);
  });

  it("says that it is made up", () => {
    expect(readFileSync(join(directoryOf(name), "README.md"), "utf8")).toContain("The draft is not the publisher's.");
    expect(readFileSync(join(directoryOf(name), "procedure.yaml"), "utf8")).toContain("# Illustrative: ");
    expect(second?.entry.note).toMatch(/^An example, not the publisher's: /);
  });
});

describe("what a draft does to any complete case", () => {
  const numRuns = 2_000;

  it.each(["wording-only", "same-formula"])("%s: nothing", (name) => {
    const draft = loadProcedure(directoryOf(name));
    fc.assert(
      fc.property(completeCase, (kase) => {
        const facts = nested(kase.facts);
        const [before, after] = ["1.0", "1.1"].map((revision) => draft.evaluate({ ...kase, facts, revision }));
        const statuses = (result = before) =>
          Object.entries(result?.clauses ?? {}).map(([id, { status }]) => [id, status]);
        expect(after?.decisions).toEqual(before?.decisions);
        expect(after?.obligations).toEqual(before?.obligations);
        expect(after?.derived).toEqual(before?.derived);
        expect(statuses(after)).toEqual(statuses());
      }),
      { numRuns },
    );
  });

  it("twelve-people: with 11 or 12 people it comes to what it comes to with 10, and in any other to the same", () => {
    const draft = loadProcedure(directoryOf("twelve-people"));
    const headcount = "employer.peak_headcount";
    fc.assert(
      fc.property(completeCase, fc.integer({ min: 8, max: 15 }), (kase, people) => {
        const decide = (revision: string, count: number) =>
          outcomes(draft.evaluate({ ...kase, facts: nested({ ...kase.facts, [headcount]: count }), revision }));
        expect(decide("1.1", people)).toEqual(decide("1.0", people === 11 || people === 12 ? 10 : people));
      }),
      { numRuns },
    );
  });
});
