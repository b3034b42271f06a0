import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { full } from "../../bench/contenders/library.ts";
import type { GivenCase } from "../../bench/hand-written/case.ts";
import { type ExportedPeer, exportedPeer } from "../../bench/peers/zen/exported/peer.ts";
import { completeCase, factIds } from "../oracle/generate.ts";
import { nested, procedure } from "../support/cases.ts";
import { zenLines } from "./zen-language.ts";

const [model] = procedure.revisions;
if (model === undefined) throw new Error("the procedure has no revision");
const peer = exportedPeer(model, false);
const withRows = exportedPeer(model, true);
const isInstalled = existsSync("bench/node_modules/@gorules/zen-engine");

/** The facts that are left out of a case: none, a few, or any number. */
const hidden = fc.oneof(fc.constant([]), fc.subarray([...factIds], { maxLength: 6 }), fc.subarray([...factIds]));

const incomplete = fc.tuple(completeCase, hidden).map(([{ asOf, facts }, left]): GivenCase => {
  const known = Object.entries(facts).filter(([id]) => !left.some((other) => other === id));
  return { asOf, facts: nested(Object.fromEntries(known)) };
});

/** What the library says of decisions, clauses and duties. The revision is named, for the governing date may be missing. */
function wanted({ asOf, facts }: GivenCase) {
  const { decisions, clauses, obligations } = procedure.evaluate({ asOf, facts, revision: "1.0" });
  const statusesOf = (kind: string, parts: Readonly<Record<string, { readonly status: string }>>) =>
    Object.entries(parts).map(([id, { status }]) => [`${kind} ${id}`, status] as const);
  return {
    outcomes: Object.fromEntries(Object.entries(decisions).map(([id, { outcome }]) => [id, outcome])),
    possible: Object.fromEntries(Object.entries(decisions).map(([id, { possible }]) => [id, [...possible].sort()])),
    statuses: Object.fromEntries([...statusesOf("clause", clauses), ...statusesOf("obligation", obligations)]),
  };
}

function said(one: ExportedPeer, made: unknown) {
  const possible = Object.entries(one.possible(made)).map(([id, some]) => [id, [...some].sort()] as const);
  return { outcomes: one.outcomes(made), possible: Object.fromEntries(possible), statuses: one.statuses(made) };
}

describe("the exported rules in ZEN's words", () => {
  it.each([
    ["as they are", peer],
    ["with a line for each row", withRows],
  ])("come to what the library comes to in cases with facts left out, %s", (_what, one) => {
    const run = zenLines(one.lines);
    const seen = { undetermined: 0, open: 0 };
    fc.assert(
      fc.property(incomplete, (given) => {
        const library = wanted(given);
        expect([given, said(one, run(one.read(given)))]).toEqual([given, library]);
        seen.undetermined += Object.values(library.statuses).filter((status) => status === "undetermined").length;
        seen.open += Object.values(library.outcomes).filter((outcome) => outcome === null).length;
      }),
      { numRuns: 400 },
    );
    expect(seen.undetermined).toBeGreaterThan(500);
    expect(seen.open).toBeGreaterThan(100);
  });

  it.skipIf(!isInstalled)("come to the same in ZEN, where it is installed", async () => {
    const { zenExported, zenExportedTraced } = await import("../../bench/contenders/zen-exported.ts");
    const [plain, traced, library] = [await zenExported.load(), await zenExportedTraced.load(), await full.load()];
    await fc.assert(
      fc.asyncProperty(incomplete, async (given) => {
        const expected = wanted(given);
        expect(said(peer, await plain.prepare(given)())).toEqual(expected);
        expect(said(withRows, await traced.prepare(given)())).toEqual(expected);
      }),
      { numRuns: 100 },
    );
    const [given] = fc.sample(completeCase, { numRuns: 1, seed: 1 });
    if (given === undefined) throw new Error("there is no case");
    const complete = { asOf: given.asOf, facts: nested(given.facts) };
    // What the benchmark compares is every decision, clause and duty.
    const made = await plain.prepare(complete)();
    const result = await library.prepare(complete)();
    expect(plain.outcomes(made)).toEqual(library.outcomes(result));
    expect(plain.statuses?.(made)).toEqual(library.statuses?.(result));
  });

  it("have a line for every part that can come to more than one thing, and none without use", () => {
    const keys = peer.lines.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const parts = keys.filter((key) => /^(clause|obligation|decision)_/.test(key));
    for (const key of keys.filter((one) => !parts.includes(one))) {
      expect([key, peer.lines.filter(({ value }) => value.includes(`$.${key} `)).length > 0]).toEqual([key, true]);
    }
    const constant = model.clauses.size + model.obligations.size + model.decisions.size - parts.length;
    expect(constant).toBeGreaterThan(0);
    expect(withRows.lines.length).toBeGreaterThan(keys.length);
  });

  it("are given what they ask for and nothing else, unknown only where null says it is none", () => {
    const text = peer.lines.map(({ value }) => value).join("\n");
    fc.assert(
      fc.property(incomplete, (given) => {
        for (const name of Object.keys(peer.read(given))) expect([name, text.includes(name)]).toEqual([name, true]);
      }),
      { numRuns: 50 },
    );
    const complete = fc.sample(completeCase, { numRuns: 50, seed: 2 });
    for (const { asOf, facts } of complete) {
      const names = Object.keys(peer.read({ asOf, facts: nested(facts) }));
      expect(names.filter((name) => name.endsWith("_is_unknown"))).toEqual([]);
    }
  });
});
