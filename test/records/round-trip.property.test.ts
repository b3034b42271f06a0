import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRules } from "../../engine/cli/rules.ts";
import { type EvaluationInput, ProblemsError } from "../../engine/index.ts";
import { assertAgreement } from "../../engine/interop/json-rules-engine/agreement.ts";
import { Replayer } from "../../engine/records/replay.ts";
import { anyCase, completeCase } from "../oracle/generate.ts";
import { fixtures, nested } from "../support/cases.ts";
import { Copies, seal } from "../support/sealed.ts";
import { codes, fields, recorded, replayed } from "./world.ts";

const rules = loadRules("rules/secor");
const copies = new Copies();

const randomCases = fc.oneof(completeCase, anyCase).map(({ facts, ...kase }) => ({ ...kase, facts: nested(facts) }));

/** The record of a case; nothing for one that is refused. */
function recordedOr(input: EvaluationInput): Buffer | undefined {
  try {
    return recorded(rules, input);
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}

describe("the records that are kept", () => {
  const kept = readdirSync("fixtures/records").filter((name) => name.endsWith(".json"));

  it.each(kept)("%s is still what comes out, on both engines", async (name) => {
    const bytes = readFileSync(join("fixtures/records", name));
    const replayer = new Replayer({ rules, engine: "0.1.0", confirm: assertAgreement });
    expect(await replayer.replay(name, bytes)).toMatchObject({ verdict: "identical", reasons: [], differences: [] });
  });

  it("are there", () => {
    expect(kept).toContain("maintenance-eleven-people.json");
  });
});

describe("a record", () => {
  it("of every fixture is what comes out, and is written the same each time", async () => {
    const replayer = new Replayer({ rules, engine: "1.2.3", confirm: async () => {} });
    for (const { case: name, asOf, readings, facts } of fixtures()) {
      const input = { case: name, asOf, facts, ...(readings === undefined ? {} : { readings }) };
      const bytes = recorded(rules, input);
      expect([name, (await replayer.replay(name, bytes)).verdict]).toEqual([name, "identical"]);
      expect(recorded(rules, JSON.parse(bytes.toString()).input).equals(bytes)).toBe(true);
    }
  });

  it("of any case is what comes out", async () => {
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(randomCases, async (input) => {
        const bytes = recordedOr(input);
        if (bytes === undefined) return;
        decided++;
        expect((await replayed(rules, bytes)).verdict).toBe("identical");
      }),
      { numRuns: 150 },
    );
    expect(decided).toBeGreaterThan(50);
  });
});

describe.each(["twelve-people", "no-more-binders", "wording-only", "same-formula"])(
  "with the revision of %s",
  (draft) => {
    const drafted = copies.of(join("fixtures/drafts", draft));
    const approved = copies.of(join("fixtures/drafts", draft));
    seal(approved, loadRules(approved).revisions.find(({ entry }) => entry.status === "draft")?.entry.revision ?? "");
    const later = [loadRules(drafted), loadRules(approved)];

    it("added later, as a draft and approved, a record is still what comes out", async () => {
      let decided = 0;
      await fc.assert(
        fc.asyncProperty(randomCases, async (input) => {
          const bytes = recordedOr(input);
          if (bytes === undefined) return;
          decided++;
          for (const some of later) {
            const found = await replayed(some, bytes);
            expect([found.verdict, codes(found), fields(found)]).toEqual(["identical", [], []]);
          }
        }),
        { numRuns: 60 },
      );
      expect(decided).toBeGreaterThan(20);
    });
  },
);
