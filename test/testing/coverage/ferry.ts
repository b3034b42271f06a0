import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type EvaluationInput, Procedure } from "../../../engine/evaluate/procedure.ts";
import { type OpenProcedure, openProcedure } from "../../../engine/procedure/open.ts";
import { type Coverage, coverageOf } from "../../../engine/testing/coverage/coverage.ts";
import { sayOpen, sayPart } from "../../../engine/testing/coverage/words.ts";
import type { FixtureRun } from "../../../engine/testing/fixture.ts";

/** The rules of a small ferry, in which every kind of goal occurs. */
const files: Readonly<Record<string, string>> = {
  "procedure.yaml": `procedure: ferry
title: Carriage by the ferry
publisher: An imaginary town
description: Who may come aboard.
governedBy: trip.booked_on
parties: { passenger: the passenger, crew: the crew }
headline: [boarding]
sourceClauses: ["1", "2", "3", "4", "5", "6"]
revisions:
  - { revision: "1", effective: 2020-01-01, until: 2021-01-01, status: approved, approval: { by: The town, on: 2019-12-01 }, note: First. }
  - { revision: "2", effective: 2021-01-01, status: draft, note: Second. }
`,
  "facts.yaml": `facts:
  - { id: trip.booked_on, type: date, orNone: true, label: the day of booking, question: When?, knownBy: passenger }
  - { id: trip.paid_on, type: date, orNone: true, label: the day of payment, question: When?, knownBy: passenger }
  - { id: trip.weight, type: integer, unit: kilograms, min: 0, label: the weight, question: How heavy?, knownBy: crew }
  - id: trip.dogs
    type: list
    label: the dogs
    question: Which dogs?
    knownBy: passenger
    of: { type: record, fields: { muzzled: { type: boolean } } }
`,
  "interpretations.yaml": `interpretations:
  - id: heavy
    question: How heavy is heavy?
    reading: More than 100 kilograms.
    why: So it was always done.
    alternatives: [{ id: stricter, says: More than 50. }]
`,
  "decisions.yaml": `decisions:
  - id: boarding
    title: May the passenger come aboard?
    versions:
      - revision: "1"
        outcomes:
          - { outcome: aboard, says: Come aboard. }
          - { outcome: ashore, says: Stay ashore. }
        rows:
          - { outcome: ashore, when: { clause: "3", is: unmet } }
          - { outcome: ashore, when: { fact: trip.is_heavy, operator: equal, value: true } }
          - { outcome: aboard }
`,
  "clauses/all.yaml": `section: "1"
title: All of it
clauses:
  - id: "1"
    title: Welcome
    kind: informative
    versions: [{ revision: "1", effective: 2020-01-01, summary: Says hello., notEncoded: It greets. }]
  - id: "2"
    title: Heavy loads
    kind: definition
    versions:
      - revision: "1"
        effective: 2020-01-01
        summary: What is heavy.
        interpretations: [heavy]
        derives:
          trip.is_heavy:
            fact: trip.weight
            operator: greaterThan
            value: { choose: [{ when: { reading: heavy, is: stricter }, then: 50 }, { otherwise: 100 }] }
  - id: "3"
    title: Dogs
    kind: requirement
    versions:
      - revision: "1"
        effective: 2020-01-01
        summary: Every dog is muzzled.
        requires: { every: { in: trip.dogs, where: { item: muzzled, operator: equal, value: true } } }
  - id: "4"
    title: Payment
    kind: obligation
    versions:
      - revision: "1"
        effective: 2020-01-01
        summary: Pay within three days.
        appliesWhen: { fact: trip.booked_on, operator: exists }
        obligations:
          payment:
            bearer: passenger
            duty: Pay.
            due: { addDays: { to: { fact: trip.booked_on }, days: 3 } }
            done: { fact: trip.paid_on }
      - revision: "2"
        effective: 2021-01-01
        summary: Pay within five days.
        appliesWhen: { fact: trip.booked_on, operator: exists }
        obligations:
          payment:
            bearer: passenger
            duty: Pay.
            due: { addDays: { to: { fact: trip.booked_on }, days: 5 } }
            done: { fact: trip.paid_on }
  - id: "5"
    title: Weighing
    kind: obligation
    versions:
      - revision: "1"
        effective: 2020-01-01
        summary: The crew weighs the load, and notes that it did.
        obligations:
          weighing: { bearer: crew, duty: Weigh., performedWhen: { fact: trip.weight, operator: exists } }
          note: { bearer: crew, duty: Note it. }
  - id: "6"
    title: Light loads
    kind: permission
    versions:
      - revision: "1"
        effective: 2020-01-01
        summary: A light load may stand on deck.
        appliesWhen: { fact: trip.is_heavy, operator: equal, value: false }
`,
};

/** A procedure in a directory that is there until it is dropped. */
export interface Ferry {
  readonly directory: string;
  readonly opened: OpenProcedure;
  readonly procedure: Procedure;
  readonly drop: () => void;
}

/** Writes the rules of the ferry, with texts replaced in some of their files. */
export function ferry(changes: readonly (readonly [string, string])[] = []): Ferry {
  const directory = mkdtempSync(join(tmpdir(), "ferry-"));
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      changes.reduce((before, [from, to]) => before.replaceAll(from, to), text),
    );
  }
  const opened = openProcedure(directory);
  const drop = () => rmSync(directory, { recursive: true, force: true });
  return { directory, opened, procedure: new Procedure(opened.revisions), drop };
}

/** A fixture that was run, and passed unless said otherwise. */
export function ran({ procedure }: Ferry, input: EvaluationInput, passed = true): FixtureRun {
  const evaluation = procedure.evaluateWithWorkings(input);
  const name = input.case ?? "case";
  const { result } = evaluation;
  return { file: `${name}.yaml`, name, title: undefined, passed, differences: [], problems: [], result, evaluation };
}

/** Every combination of values that can matter to the ferry, unknown ones included. */
export function everyCase(revision: "1" | "2"): readonly EvaluationInput[] {
  const year = revision === "1" ? "2020" : "2021";
  const booked = [`${year}-03-01`, null, undefined];
  const paid = [`${year}-03-02`, `${year}-03-20`, null, undefined];
  const weights = [20, 70, 200, undefined];
  const dogs = [[], [{ muzzled: true }], [{ muzzled: true }, { muzzled: false }], undefined];
  return booked.flatMap((booked_on) =>
    paid.flatMap((paid_on) =>
      weights.flatMap((weight) =>
        dogs.flatMap((list) =>
          [`${year}-03-02`, `${year}-03-30`].flatMap((asOf) =>
            [{}, { heavy: "stricter" }].map(
              (readings): EvaluationInput => ({
                facts: { trip: { booked_on, paid_on, weight, dogs: list } },
                asOf,
                readings,
                revision,
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What is open, in words. */
export function openIn(coverage: Coverage): readonly string[] {
  return coverage.goals.filter(({ cases }) => cases === 0).map((goal) => `${sayPart(goal.part)}: ${sayOpen(goal)}`);
}

/** What is open after some runs, in words. */
export function openAfter({ opened }: Ferry, runs: readonly FixtureRun[]): readonly string[] {
  return openIn(coverageOf(opened, runs));
}
