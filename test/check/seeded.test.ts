import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checks } from "../../engine/check/table.ts";
import { Copies, change, put } from "../support/sealed.ts";
import { type Change, inShort, inspected } from "./found.ts";

const shipped = "rules/secor";
const copies = new Copies();

/** The shipped rules as a draft, so that nothing but the mistake is found. */
const draft = copies.of(shipped);
rmSync(join(draft, "seals"), { recursive: true });
put(
  draft,
  "procedure.yaml",
  readFileSync(join(draft, "procedure.yaml"), "utf8").replace(
    / {4}status: approved\n[\s\S]*? {4}note:(.*)\n {4}digest: .*\n/,
    "    status: draft\n    note:$1\n",
  ),
);

const inClauses = (file: string, from: string, to: string): Change => ({ file: `clauses/${file}.yaml`, from, to });
const inFile = (name: string, from: string, to: string): Change => ({ file: `${name}.yaml`, from, to });
const secondRevision = (effective: string): Change =>
  inFile(
    "procedure",
    "    note: The first revision.",
    `    note: The first.\n  - revision: "1.1"\n    effective: ${effective}\n    status: draft\n    note: The second revision.`,
  );

const fieldwork = `              to: { fact: audit.started_on }
              days:
                choose:
                  - when: { reading: day-counting, is: starting_day_counted }
                    then: 14
                  - otherwise: `;

/** Each mistake that `check` is for, put into the shipped rules, and what is found: code, file and line. */
const seeded: readonly (readonly [string, readonly Change[], string])[] = [
  [
    "a clause that can't affect any decision or duty",
    [inFile("decisions", '                - { clause: "2.6.1", is: unmet }\n', "")],
    "clause-without-effect clauses/2.6.yaml: appliesWhen: { fact: audit.submission_method, operator: equal, value: online }",
  ],
  [
    "an unused fact",
    [inClauses("2.6", "            - { fact: binder.wcb_information_accurate, operator: equal, value: true }\n", "")],
    "unused-fact facts.yaml: - id: binder.wcb_information_accurate",
  ],
  [
    "an unused derived value",
    [inClauses("2.6", "            - { fact: binder.action_plan_is_missing, operator: equal, value: false }\n", "")],
    "unused-derived-value clauses/2.6.yaml: binder.action_plan_is_missing:",
  ],
  [
    "an unused reading",
    [inClauses("2.7", "then: 35", "then: 36")],
    "unused-reading clauses/2.7.yaml: - when: { reading: day-counting, is: starting_day_counted }",
  ],
  [
    "a fact without question",
    [inFile("facts", "question: Who paid Energy Safety Canada's fees?", "question: Energy Safety Canada's fees.")],
    "fact-without-question facts.yaml: question: Energy Safety Canada's fees.",
  ],
  [
    "two facts with one question",
    [
      inFile(
        "facts",
        "question: Is the SECOR Code of Ethics signed?",
        "question: Who paid Energy Safety Canada's fees?",
      ),
    ],
    "fact-without-question facts.yaml: question: Who paid Energy Safety Canada's fees?",
  ],
  [
    "a fact without bounds",
    [inFile("facts", "    min: 1\n", "")],
    "fact-without-bounds facts.yaml: - id: employer.peak_headcount",
  ],
  [
    "a number in a summary that doesn't match the formula",
    [
      inClauses(
        "2.1",
        "A small employer never has more than 10 people",
        "A small employer never has more than 12 people",
      ),
    ],
    "summary-number-mismatch clauses/2.1.yaml: summary: >-",
  ],
  [
    "a number in a formula that doesn't match the summary",
    [inClauses("2.1", "operator: greaterThan, value: 10 }", "operator: greaterThan, value: 12 }")],
    "summary-number-mismatch clauses/2.1.yaml: summary: >-",
  ],
  [
    "one of several numbers in a formula that doesn't match the summary",
    [inClauses("2.7", `${fieldwork}15`, `${fieldwork}16`)],
    "summary-number-mismatch clauses/2.7.yaml: summary: >-",
  ],
  [
    "a date that doesn't exist",
    [inFile("procedure", "until: 2022-01-01", "until: 2022-02-30")],
    "not-a-date procedure.yaml: until: 2022-02-30",
  ],
  [
    "a date in a formula that doesn't exist",
    [
      inClauses(
        "2.6",
        "requires: { fact: registration.approved_on, operator: onOrBefore, value: { fact: audit.reference_date } }",
        "requires: { fact: registration.approved_on, operator: onOrBefore, value: 2019-09-31 }",
      ),
    ],
    "not-a-date clauses/2.6.yaml: requires: { fact: registration.approved_on, operator: onOrBefore, value: 2019-09-31 }",
  ],
  ["revisions out of order", [secondRevision("2018-01-01")], "revision-order procedure.yaml: effective: 2018-01-01"],
  [
    "versions out of order",
    [
      secondRevision("2022-01-01"),
      inClauses(
        "2.8-2.12",
        `      - revision: "1.0"
        effective: 2019-01-01
        summary: The audit passes`,
        `      - revision: "1.1"
        effective: 2022-01-01
        summary: It passes.
      - revision: "1.0"
        effective: 2019-01-01
        summary: The audit passes`,
      ),
    ],
    'version-order clauses/2.8-2.12.yaml: - revision: "1.0"',
  ],
  ["a gap between revisions", [secondRevision("2022-02-01")], "revision-gap procedure.yaml: effective: 2022-02-01"],
  ["revisions that overlap", [secondRevision("2021-12-01")], "overlapping-revisions procedure.yaml: until: 2022-01-01"],
  [
    "an effective date outside the revision",
    [
      inClauses(
        "2.8-2.12",
        "effective: 2019-01-01\n        summary: The audit passes",
        "effective: 2018-12-31\n        summary: The audit passes",
      ),
    ],
    "effective-date clauses/2.8-2.12.yaml: effective: 2018-12-31",
  ],
  [
    "an interpretation that no clause uses",
    [inClauses("2.6", "          - payment-scope\n", "")],
    "unused-interpretation interpretations.yaml: - id: payment-scope",
  ],
  [
    "an unclear clause that names no interpretation",
    [inClauses("2.8-2.12", "The audit passes Energy Safety Canada's", "The audit soon passes an adequate")],
    "unclear-without-interpretation clauses/2.8-2.12.yaml: summary: The audit soon passes an adequate quality-assurance review.",
  ],
  [
    "a cycle",
    [
      inClauses(
        "2.8-2.12",
        "appliesWhen: { fact: qa.status, operator: notEqual, value: pending }",
        "appliesWhen: { decision: certification, is: certified }",
      ),
    ],
    "cycle clauses/2.8-2.12.yaml: appliesWhen: { decision: certification, is: certified }",
  ],
  [
    "identical conditions in two clauses",
    [
      inClauses(
        "2.1",
        "            - { fact: employer.cycle_year, operator: equal, value: certification }",
        "            - { fact: employer.cycle_year, operator: equal, value: maintenance }",
      ),
    ],
    "identical-conditions clauses/2.1.yaml: all:",
  ],
  [
    "a unit mismatch",
    [
      inClauses(
        "2.8-2.12",
        "requires: { fact: audit.overall_score, operator: greaterThanInclusive, value: 60 }",
        "requires: { fact: audit.overall_score, operator: greaterThanInclusive, value: { fact: employer.peak_headcount } }",
      ),
    ],
    "wrong-type clauses/2.8-2.12.yaml: requires: { fact: audit.overall_score, operator: greaterThanInclusive, value: { fact: employer.peak_headcount } }",
  ],
];

describe("the shipped rules", () => {
  it.each([shipped, draft])("have nothing to find", async (directory) => {
    expect((await inspected(directory)).problems).toEqual([]);
  });

  it.each(seeded)("with %s yield exactly that", async (_mistake, changes, expected) => {
    const directory = copies.of(draft);
    for (const { file, from, to } of changes) change(directory, file, from, to);
    const { problems } = await inspected(directory);
    expect(problems.map((problem) => inShort(problem, directory))).toEqual([expected]);
  });

  it("yield the same in what was approved, and that it was changed", async () => {
    const tried = new Set<string>();
    for (const [mistake, changes, expected] of seeded) {
      const [code = ""] = expected.split(" ");
      // Of what keeps the rules from being read, nothing else is said.
      if (!checks.some((check) => check.code === code) || tried.has(code)) continue;
      tried.add(code);
      const directory = copies.of(shipped);
      for (const { file, from, to } of changes) change(directory, file, from, to);
      const found = (await inspected(directory)).problems.map((problem) => inShort(problem, directory));
      const own = found.filter((line) => !line.startsWith("approved-content-changed "));
      expect([mistake, own, found.length]).toEqual([mistake, [expected], 2]);
    }
  });
});
