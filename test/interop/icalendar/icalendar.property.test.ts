import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { EvaluationInput } from "../../../engine/index.ts";
import { dutyEvents } from "../../../engine/interop/icalendar/events.ts";
import { writeCalendar } from "../../../engine/interop/icalendar/write.ts";
import { completeCase, factIds } from "../../oracle/generate.ts";
import { nested, procedure } from "../../support/cases.ts";

/** Cases of the shipped procedure, with facts left out of some. */
const cases: fc.Arbitrary<EvaluationInput> = fc
  .tuple(completeCase, fc.oneof(fc.constant([]), fc.subarray([...factIds])))
  .map(([{ asOf, facts }, left]) => {
    const known = Object.entries(facts).filter(([id]) => !left.some((other) => other === id));
    return { asOf, revision: "1.0", facts: nested(Object.fromEntries(known)) };
  });

/** A calendar as a program that had no part in writing it reads it. */
function parsed(text: string): readonly ICAL.Event[] {
  const root = new ICAL.Component(ICAL.parse(text));
  return root.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

async function calendarOf(input: EvaluationInput, name = "a case", alarms: readonly number[] = [14, 3]) {
  const evaluation = procedure.evaluateWithWorkings(input);
  const duties = dutyEvents(evaluation, name);
  const text = await writeCalendar(duties.events, { maker: "maker", asOf: input.asOf, alarms });
  return { result: evaluation.result, program: evaluation.program, duties, text, events: parsed(text) };
}

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

describe("the calendar of a case", () => {
  it("has exactly the days of the result, each with its clause, and no two events of one identifier", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(cases, async (input) => {
        const { result, program, events } = await calendarOf(input);
        const due = Object.entries(result.obligations).filter(([, state]) => state.due !== null);
        const line = ([id, state]: (typeof due)[number]) =>
          `${state.due} Clause ${state.clause}: ${program.model.parties.get(state.bearer)} ${id}`;
        const byUid = new Map(
          dutyEvents(procedure.evaluateWithWorkings(input), "a case").events.map((e) => [e.uid, e]),
        );
        const read = events.map((event) => {
          const clause = /^Clause [^:]+:/.exec(event.description)?.[0];
          const bearer = event.component.getFirstPropertyValue("categories");
          return `${event.startDate.toString()} ${clause} ${bearer} ${byUid.get(event.uid)?.obligation}`;
        });
        expect(sorted(read)).toEqual(sorted(due.map(line)));
        expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
        seen += events.length;
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it("says of every duty in force whether it has its day, waits for it, or has none", async () => {
    let waiting = 0;
    await fc.assert(
      fc.property(cases, (input) => {
        const evaluation = procedure.evaluateWithWorkings(input);
        const { events, undated } = dutyEvents(evaluation, "a case");
        for (const { obligation, missing } of undated) {
          expect(evaluation.result.obligations[obligation]?.due).toBe(null);
          expect(evaluation.result.obligations[obligation]?.status).not.toBe("not_applicable");
          expect([obligation, missing.length]).not.toEqual([obligation, 0]);
        }
        const told = [...events, ...undated].map(({ obligation }) => obligation);
        expect(new Set(told).size).toBe(told.length);
        waiting += undated.length;
      }),
      { numRuns: 150 },
    );
    expect(waiting).toBeGreaterThan(20);
  });

  it("is made of lines that a reader may expect: ended by CR LF, and none above 75 bytes", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.string({ unit: "grapheme", minLength: 1 }), async (input, name) => {
        const { text, events } = await calendarOf(input, name);
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(events).toHaveLength(dutyEvents(procedure.evaluateWithWorkings(input), name).events.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the events of a calendar that is made anew", () => {
  const facts = (departed: string) => ({
    assessor: { departed_on: departed, replacement_trained_on: null },
    certificate: { anniversary: null },
  });
  const dueOf = (events: readonly ICAL.Event[]) => events.map((event) => event.startDate.toString());
  const of = (departed: string, asOf: string, name?: string) =>
    calendarOf({ asOf, revision: "1.0", facts: facts(departed) }, name);

  it("keep their identifiers when the dates move, and are known to be newer", async () => {
    const before = await of("2019-05-02", "2019-06-01");
    const after = await of("2019-05-12", "2019-06-02");
    expect([dueOf(before.events), dueOf(after.events)]).toEqual([["2019-07-31"], ["2019-08-10"]]);
    expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
    expect(after.events[0]?.sequence).toBe((before.events[0]?.sequence ?? 0) + 1);
  });

  it("are byte for byte the same for the same case", async () => {
    expect((await of("2019-05-02", "2019-06-01")).text).toBe((await of("2019-05-02", "2019-06-01")).text);
  });

  it("are not those of another case", async () => {
    const one = await of("2019-05-02", "2019-06-01", "one");
    const other = await of("2019-05-02", "2019-06-01", "other");
    expect(one.events[0]?.uid).not.toBe(other.events[0]?.uid);
    expect(one.events[0]?.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("the reminders", () => {
  const triggers = (event: ICAL.Event | undefined) =>
    event?.component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")));
  const facts = (trained: string | null) => ({
    assessor: { departed_on: "2019-05-02", replacement_trained_on: trained },
    certificate: { anniversary: null },
  });

  it("come at nine in the morning of the days asked for", async () => {
    const input = { asOf: "2019-06-01", revision: "1.0", facts: facts(null) };
    expect(triggers((await calendarOf(input)).events[0])).toEqual(["-P13DT15H", "-P2DT15H"]);
    expect(triggers((await calendarOf(input, "x", [0, 1])).events[0])).toEqual(["PT9H", "-PT15H"]);
    expect(triggers((await calendarOf(input, "x", [])).events[0])).toEqual([]);
  });

  it("stay out once the duty is done, and the event says that it is", async () => {
    const input = { asOf: "2019-06-01", revision: "1.0", facts: facts("2019-05-20") };
    const [event] = (await calendarOf(input)).events;
    expect([event?.summary.slice(0, 6), triggers(event)]).toEqual(["Done: ", []]);
  });
});
