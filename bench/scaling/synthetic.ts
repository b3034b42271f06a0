/** Clauses in one file, and under one decision. */
const together = 50;

/**
 * The rule files of a procedure with so many clauses, by their names: each clause demands something; one in ten derives a
 * date too and sets a duty by it; each file of fifty has a decision. Facts grow with the clauses, one to five of them.
 */
export function syntheticRules(clauses: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ["procedure.yaml", procedureText(clauses)],
    ["facts.yaml", factsText(factCount(clauses))],
    ["decisions.yaml", decisionsText(clauses)],
  ]);
  for (let from = 0; from < clauses; from += together) {
    const ids = Array.from({ length: Math.min(together, clauses - from) }, (_, at) => from + at);
    const section = from / together + 1;
    const text = `section: "${section}"\ntitle: Section ${section}\nclauses:\n${ids.map((at) => clauseText(at, clauses)).join("")}`;
    files.set(`clauses/${String(section).padStart(3, "0")}.yaml`, text);
  }
  return files;
}

/** The facts of a case of such a procedure. */
export interface SyntheticFacts {
  readonly given: { readonly on: string; readonly done_on: string };
  /** The amounts, in the order of their facts. */
  readonly amount: Readonly<Record<string, number>>;
}

/** A case of such a procedure in which everything is known; another for every number. */
export function syntheticFacts(clauses: number, number: number): SyntheticFacts {
  const amounts = Array.from(
    { length: factCount(clauses) },
    (_, at) => [`f${at}`, (at * 7 + number * 13) % 100] as const,
  );
  const day = String((number % 28) + 1).padStart(2, "0");
  return { given: { on: `2020-05-${day}`, done_on: `2020-06-${day}` }, amount: Object.fromEntries(amounts) };
}

function factCount(clauses: number): number {
  return Math.ceil(clauses / 5);
}

function idOf(at: number): string {
  return `${Math.floor(at / together) + 1}.${(at % together) + 1}`;
}

function procedureText(clauses: number): string {
  const ids = Array.from({ length: clauses }, (_, at) => `  - "${idOf(at)}"\n`).join("");
  return `procedure: synthetic
title: A procedure of any size
publisher: Nobody
description: Made for measuring how the time grows with the clauses.
governedBy: given.on
parties:
  applicant: the applicant
headline:
  - decision_1
sourceClauses:
${ids}revisions:
  - revision: "1.0"
    effective: 2020-01-01
    status: approved
    approval: { by: Nobody, on: 2019-12-01 }
    note: The only one.
`;
}

function factsText(count: number): string {
  const dates = ["given.on", "given.done_on"].map(
    (id) =>
      `  - id: ${id}\n    label: the day ${id}\n    question: On which day?\n    knownBy: applicant\n    type: date\n    orNone: true\n`,
  );
  const amounts = Array.from(
    { length: count },
    (_, at) =>
      `  - id: amount.f${at}\n    label: amount ${at}\n    question: How many?\n    knownBy: applicant\n    type: integer\n    unit: pieces\n    min: 0\n    max: 100\n`,
  );
  return `facts:\n${[...dates, ...amounts].join("")}`;
}

function clauseText(at: number, clauses: number): string {
  const head = `  - id: "${idOf(at)}"
    title: Clause ${at}
    kind: ${at % 10 === 0 ? "obligation" : "requirement"}
    versions:
      - revision: "1.0"
        effective: 2020-01-01
        summary: An amount stays within its limit.
        requires: { fact: amount.f${at % factCount(clauses)}, operator: lessThanInclusive, value: ${99 - (at % 3)} }
`;
  if (at % 10 !== 0) return head;
  return `${head}        derives:
          limit.d${at}:
            addDays:
              to: { fact: given.on }
              days: ${10 + (at % 30)}
        obligations:
          duty_${at}:
            bearer: applicant
            duty: Do it in time.
            due: { fact: limit.d${at} }
            done: { fact: given.done_on }
`;
}

function decisionsText(clauses: number): string {
  const texts: string[] = [];
  for (let from = 0; from < clauses; from += together) {
    const ids = Array.from({ length: Math.min(together, clauses - from) }, (_, at) => idOf(from + at));
    const rows = ids.map((id) => `                - { clause: "${id}", is: unmet }\n`).join("");
    texts.push(`  - id: decision_${from / together + 1}
    title: Is the section kept?
    versions:
      - revision: "1.0"
        outcomes:
          - outcome: kept
            says: The section is kept.
          - outcome: broken
            says: The section is not kept.
        rows:
          - outcome: broken
            when:
              any:
${rows}          - outcome: kept
`);
  }
  return `decisions:\n${texts.join("")}`;
}
