import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../engine/calendar/day.ts";
import { Procedure } from "../../engine/evaluate/procedure.ts";
import { compileProgram } from "../../engine/evaluate/program.ts";
import type { Result } from "../../engine/language/result.ts";
import { completeCase, factIds } from "../oracle/generate.ts";
import type { OracleCase } from "../oracle/oracle.ts";
import { nested, outcomes, procedure } from "../support/cases.ts";

const evaluate = (kase: OracleCase): Result => procedure.evaluate({ ...kase, facts: nested(kase.facts) });

const withFacts = (kase: OracleCase, change: Record<string, unknown>): OracleCase => ({
  ...kase,
  facts: { ...kase.facts, ...change },
});

const without = (kase: OracleCase, ids: readonly string[]): OracleCase => ({
  ...kase,
  facts: Object.fromEntries(Object.entries(kase.facts).filter(([id]) => !ids.includes(id))),
});

const dayOf = (text: unknown): number => {
  const day = parseDay(String(text));
  if (typeof day !== "number") throw new Error(`not a date: ${text}`);
  return day;
};

const inScope = { "audit.conducted_by": "secor_assessor" };

describe("headcount", () => {
  it("is inside at exactly 10 and outside at 11, whatever else holds", () => {
    fc.assert(
      fc.property(completeCase, (kase) => {
        const at = (people: number) => evaluate(withFacts(kase, { ...inScope, "employer.peak_headcount": people }));
        const ten = at(10);
        const eleven = at(11);
        expect(ten.clauses["2.1.3"]?.status).not.toBe("unmet");
        expect(ten.decisions.programme?.outcome).toBe("secor");
        expect(eleven.decisions.programme?.outcome).toMatch(/^mecor_or_cor/);
        const isCertification = kase.facts["audit.purpose"] === "certification";
        expect(eleven.decisions.eligibility?.outcome).toBe(isCertification ? "ineligible" : "eligible_this_year_only");
        expect(["eligible", "refer_to_one_year_certificate"]).toContain(ten.decisions.eligibility?.outcome);
        expect(eleven.clauses["2.1.3"]?.status).not.toBe("met");
      }),
    );
  });

  it("never helps by being larger", () => {
    fc.assert(
      fc.property(completeCase, fc.integer({ min: 1, max: 10 }), (kase, people) => {
        const outcome = (count: number) => outcomes(evaluate(withFacts(kase, { "employer.peak_headcount": count })));
        expect(outcome(people)).toEqual(outcome(10));
      }),
    );
  });
});

describe("due dates", () => {
  it("put every December certificate's maintenance audit on December 31", () => {
    fc.assert(
      fc.property(completeCase, fc.integer({ min: 1, max: 31 }), (kase, dayOfMonth) => {
        const { readings: _, ...plain } = kase;
        const anniversary = `2019-12-${String(dayOfMonth).padStart(2, "0")}`;
        const { obligations } = evaluate(
          withFacts(plain, {
            "audit.purpose": "maintenance",
            "employer.cycle_year": "maintenance",
            "certificate.anniversary": anniversary,
            "extension.granted_until": null,
          }),
        );
        expect(obligations.maintenance_audit?.due).toBe("2019-12-31");
      }),
    );
  });

  it("never let a later submission improve a maintenance outcome", () => {
    const rank = ["maintained", "pending", "not_maintained", "new_certification_required"];
    const timeless = completeCase.filter(
      ({ facts }) => facts["audit.purpose"] === "maintenance" && facts["audit.submitted_on"] !== null,
    );
    fc.assert(
      fc.property(timeless, fc.integer({ min: 1, max: 400 }), (kase, later) => {
        const submitted = dayOf(kase.facts["audit.submitted_on"]);
        const latest = dayOf("2021-12-31");
        const moved = formatDay(Math.min(submitted + later, latest));
        // What is completed or approved between the two submissions is no merit of the delay.
        const settledBefore = (id: string) => {
          const value = kase.facts[id];
          return value === null || dayOf(value) <= submitted || dayOf(value) > dayOf(moved);
        };
        const refreshersBefore = (["assessor.refreshers", "consultant.refreshers"] as const).every((id) =>
          (kase.facts[id] as readonly { completed_on: string }[]).every(
            ({ completed_on: on }) => dayOf(on) <= submitted || dayOf(on) > dayOf(moved),
          ),
        );
        fc.pre(
          refreshersBefore &&
            settledBefore("assessor.safety_program_development_on") &&
            settledBefore("consultant.safety_program_development_on") &&
            settledBefore("registration.approved_on"),
        );
        const outcome = (on: string) =>
          rank.indexOf(
            evaluate(withFacts(kase, { ...inScope, "audit.submitted_on": on })).decisions.maintenance?.outcome ?? "",
          );
        const before = outcome(formatDay(submitted));
        expect(before).not.toBe(-1);
        expect(outcome(moved)).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("unknown facts", () => {
  it("leave an outcome as it was, or open with the missing fact named, and never make another", () => {
    fc.assert(
      fc.property(completeCase, fc.constantFrom(...factIds), (kase, left) => {
        const whole = evaluate(kase);
        const partial = evaluate(without(kase, [left]));
        for (const [id, decision] of Object.entries(partial.decisions)) {
          if (decision.outcome !== null) expect(decision.outcome).toBe(whole.decisions[id]?.outcome);
          else {
            expect(decision.missing).toContain(left);
            expect(decision.possible).toContain(whole.decisions[id]?.outcome);
          }
        }
        for (const [id, clause] of Object.entries(partial.clauses)) {
          if (clause.status === "undetermined") expect(clause.missing).toEqual([left]);
          else expect(clause.status).toBe(whole.clauses[id]?.status);
        }
        for (const [id, obligation] of Object.entries(partial.obligations)) {
          if (obligation.status === "undetermined") expect(obligation.missing).toEqual([left]);
          else expect(obligation.status).toBe(whole.obligations[id]?.status);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("are only ever settled by more facts: nothing that was decided flips", () => {
    const subset = fc.subarray([...factIds]);
    fc.assert(
      fc.property(completeCase, subset, subset, (kase, hidden, hiddenToo) => {
        const less = evaluate(without(kase, [...hidden, ...hiddenToo]));
        const more = evaluate(without(kase, hidden));
        for (const [id, decision] of Object.entries(less.decisions)) {
          const later = more.decisions[id];
          if (decision.outcome !== null) expect(later?.outcome).toBe(decision.outcome);
          expect(later?.possible.filter((outcome) => !decision.possible.includes(outcome))).toEqual([]);
        }
        for (const [id, clause] of Object.entries(less.clauses)) {
          if (clause.status !== "undetermined") expect(more.clauses[id]?.status).toBe(clause.status);
        }
        for (const [id, obligation] of Object.entries(less.obligations)) {
          if (obligation.status === "undetermined") continue;
          expect(more.obligations[id]?.status).toBe(obligation.status);
        }
        for (const [id, value] of Object.entries(less.derived)) expect(more.derived[id]).toBe(value);
      }),
      { numRuns: 5_000 },
    );
  });

  it("are named only where they are unknown, and where they could settle something they are named", () => {
    fc.assert(
      fc.property(completeCase, fc.subarray([...factIds]), (kase, hidden) => {
        const { decisions } = evaluate(without(kase, hidden));
        for (const { outcome, possible, missing } of Object.values(decisions)) {
          expect(missing.filter((id) => !hidden.some((other) => other === id))).toEqual([]);
          expect(missing.length > 0).toBe(outcome === null);
          if (outcome !== null) expect(possible).toEqual([outcome]);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("order", () => {
  it("of clauses, facts, derived values and decisions in the files changes no result", () => {
    const [model] = procedure.revisions;
    if (model === undefined) throw new Error("the procedure has a revision");
    const shuffled = <Thing>(things: ReadonlyMap<string, Thing>, order: readonly number[]) => {
      const entries = [...things];
      const ranks = entries.map((entry, at) => ({ entry, rank: order[at % order.length] ?? 0 }));
      return new Map(ranks.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
    };
    const order = fc.array(fc.integer(), { minLength: 80, maxLength: 80 });
    fc.assert(
      fc.property(completeCase, fc.subarray([...factIds]), order, (kase, hidden, ranks) => {
        const partial = without(kase, hidden);
        const other = new Procedure([
          {
            ...model,
            facts: shuffled(model.facts, ranks),
            derived: shuffled(model.derived, ranks),
            clauses: shuffled(model.clauses, ranks),
            obligations: shuffled(model.obligations, ranks),
            decisions: shuffled(model.decisions, ranks),
          },
        ]);
        const sortedLists = (result: Result) =>
          JSON.parse(JSON.stringify(result), (_key, value: unknown) => {
            if (Array.isArray(value)) return value.map((part) => JSON.stringify(part)).sort();
            return value;
          });
        const input = { ...partial, facts: nested(partial.facts) };
        expect(sortedLists(other.evaluate(input))).toEqual(sortedLists(procedure.evaluate(input)));
      }),
      { numRuns: 200 },
    );
  });
});

describe("evaluation", () => {
  it("gives the same result for the same input, and leaves the input alone", () => {
    fc.assert(
      fc.property(completeCase, (kase) => {
        const input = { ...kase, facts: nested(kase.facts) };
        const before = JSON.stringify(input);
        expect(procedure.evaluate(input)).toEqual(procedure.evaluate(input));
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });

  it("compiles any revision under any readings that it says can be switched", () => {
    const [model] = procedure.revisions;
    if (model === undefined) throw new Error("the procedure has a revision");
    expect([...model.switchable.keys()].sort()).toEqual([
      "anniversary-or-quarter",
      "auditor-exemption",
      "day-counting",
      "missed-time-limit",
      "refresher-validity",
      "role-breach",
    ]);
    for (const [id, [alternative = ""]] of model.switchable) {
      expect(compileProgram(model, { [id]: alternative }).readings).toEqual({ [id]: alternative });
    }
  });
});
