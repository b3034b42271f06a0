import { describe, expect, it } from "vitest";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { Watch } from "../../engine/evaluate/watch.ts";
import type { Truth } from "../../engine/language/truth.ts";
import { conditionsIn } from "../../engine/procedure/conditions.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { findCases } from "../../engine/testing/find.ts";
import { readFixtures, runFixture } from "../../engine/testing/fixture.ts";

describe.each(["rules/secor", "fixtures/procedures/library"])("the conditions of %s", (directory) => {
  const opened = openProcedure(directory);

  it("all stand where they were read", () => {
    for (const model of opened.revisions) {
      const placed = conditionsIn(model);
      expect(placed.length).toBeGreaterThan(5);
      for (const { condition } of placed) {
        const spot = opened.origins.of(condition);
        const written: unknown = spot && Reflect.get(spot.container, spot.key);
        const key = condition.kind === "compare" ? "operator" : condition.kind;
        expect(Object.keys(Object(written))).toContain(key);
      }
      const rows = [...model.decisions.values()].flatMap((decision) => decision.rows);
      for (const row of rows) {
        const spot = opened.origins.of(row);
        expect(Reflect.get(Object(spot && Reflect.get(spot.container, spot.key)), "outcome")).toBe(row.outcome);
      }
    }
  });
});

describe("watching", () => {
  const procedure = new Procedure(openProcedure("rules/secor").revisions);
  const fixtures = readFixtures(findCases(["fixtures/cases"]));

  it("tells of a clause's demand what the clause came to, and of a condition with parts what its parts say", () => {
    let told = 0;
    for (const fixture of fixtures) {
      if (!("document" in fixture) || runFixture(procedure, fixture).result === undefined) continue;
      const { content } = fixture.document;
      const { program, frame, result } = procedure.evaluateWithWorkings({ ...content, asOf: content.asOf ?? "" });
      const truths = new Map<unknown, Truth>();
      new Watch(program).run(frame, (placed, truth) => {
        if (placed.list === undefined) truths.set(placed.condition, truth);
      });
      for (const { condition } of conditionsIn(program.model)) {
        if (!truths.has(condition)) continue;
        if (condition.kind === "not") {
          const inner = truths.get(condition.of);
          expect(truths.get(condition)).toBe(inner === undefined ? undefined : !inner);
        }
        if (condition.kind === "all" && condition.of.some((part) => truths.get(part) === false)) {
          expect(truths.get(condition)).toBe(false);
        }
      }
      for (const { id, requires, appliesWhen } of program.model.clauses.values()) {
        const status = result.clauses[id]?.status;
        if (requires === undefined || (appliesWhen !== undefined && truths.get(appliesWhen) !== true)) continue;
        told += 1;
        if (status === "met") expect(truths.get(requires)).toBe(true);
        if (status === "unmet") expect(truths.get(requires)).toBe(false);
        if (status === "undetermined") expect(truths.get(requires)).toBe(undefined);
      }
    }
    expect(told).toBeGreaterThan(1_000);
  });
});
