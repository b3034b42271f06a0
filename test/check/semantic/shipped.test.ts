import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { asDraft, changed, decided, type Found, findingsIn, lineOf, type TextChange } from "./findings.ts";

const rules = "rules/secor";

/** Whether the comment above the finding says that it is meant. */
function isAllowed(directory: string, { at, code }: Found): boolean {
  const [file = "", line] = at.split(":");
  const before = readFileSync(join(directory, file), "utf8")
    .split("\n")
    .slice(0, Number(line) - 1);
  const comment = before.slice(before.findLastIndex((one) => !one.trim().startsWith("#")) + 1);
  return comment.some((one) => one.trim().startsWith(`# allow ${code}: `));
}

/** What is found in the shipped rules after a change, but for what is meant. */
async function seeded(...changes: readonly TextChange[]) {
  const opened = changed(rules, [...asDraft, ...changes]);
  const known = new Set(allowedOutcomes);
  const findings = await findingsIn(opened);
  return { opened, findings: findings.filter(({ code, text }) => !known.has(`${code} ${text}`)) };
}

const allowedOutcomes = ["not_yet_submitted", "not_yet_received", "refer_to_one_year_certificate"].map(
  (outcome) => `overlap-hidden - outcome: ${outcome}`,
);

describe("the shipped rules", () => {
  it("have no finding but those that are meant, each with its reason", async () => {
    const findings = await findingsIn(openProcedure(rules));
    expect(findings.filter((one) => !isAllowed(rules, one))).toEqual([]);
    expect(new Set(findings.map(({ code, text }) => `${code} ${text}`))).toEqual(new Set(allowedOutcomes));
  });

  it("ask the solver nothing, for cases show all that there is", async () => {
    const { Evidence } = await import("../../../engine/check/evidence.ts");
    const { goalsOf } = await import("../../../engine/check/evidence/goals.ts");
    for (const model of openProcedure(rules).revisions) {
      const { sightings } = new Evidence(model);
      expect(sightings.open).toEqual([]);
      expect(goalsOf(sightings)).toEqual([]);
    }
  });

  it.each(readdirSync("fixtures/drafts"))("have none in the draft %s either", async (draft) => {
    const directory = join("fixtures/drafts", draft);
    const findings = await findingsIn(openProcedure(directory));
    expect(findings.filter((one) => !isAllowed(directory, one))).toEqual([]);
  });
});

/** One mistake in the shipped rules: what is written instead, and where and with which code it is to be found. */
const mistakes: readonly (readonly [name: string, change: TextChange, code: string, at: string])[] = [
  [
    "a limit that no number passes",
    ["clauses/2.1.yaml", "operator: greaterThan, value: 10", "operator: lessThan, value: 1"],
    "condition-never-true",
    lineOf(rules, "clauses/2.1.yaml", "operator: greaterThan, value: 10"),
  ],
  [
    "a limit that every number passes",
    ["clauses/2.1.yaml", "operator: greaterThan, value: 10", "operator: greaterThan, value: 0"],
    "condition-always-true",
    lineOf(rules, "clauses/2.1.yaml", "operator: greaterThan, value: 10"),
  ],
  [
    "a row that asks for too little and takes what the next one is for",
    [
      "decisions.yaml",
      "              all:\n                - { fact: employer.cycle_year",
      "              any:\n                - { fact: employer.cycle_year",
    ],
    "row-unreachable",
    lineOf(rules, "decisions.yaml", "          - outcome: mecor_or_cor_next_year\n            when"),
  ],
  [
    "a mild row that comes too early",
    [
      "decisions.yaml",
      `          - outcome: invalid
            when:
              any:`,
      `          - outcome: valid
            when: { clause: "2.2.2", is: met }
          - outcome: invalid
            when:
              any:`,
    ],
    "overlap-hidden",
    lineOf(rules, "decisions.yaml", "          - outcome: invalid\n            when"),
  ],
  [
    "an outcome that is left out of a list",
    [
      "decisions.yaml",
      `                    - at_discretion
            clauses:
              - "2.9"
              - "2.10"`,
      `            clauses:
              - "2.9"
              - "2.10"`,
    ],
    "gap-hidden",
    // One line further up than before.
    lineOf(rules, "decisions.yaml", "          - outcome: certified\n\n").replace(
      /\d+$/,
      (line) => `${Number(line) - 1}`,
    ),
  ],
  [
    "a limit that another clause makes impossible",
    [
      "clauses/2.7.yaml",
      "operator: onOrBefore, value: { fact: audit.online_deadline }",
      "operator: before, value: { fact: registration.approved_on }",
    ],
    "clauses-contradict",
    lineOf(rules, "clauses/2.7.yaml", "operator: onOrBefore, value: { fact: audit.online_deadline }"),
  ],
  [
    "a duty that begins before there is a day to reckon from",
    [
      "clauses/2.8-2.12.yaml",
      "appliesWhen: { fact: qa.completed_on, operator: exists }",
      "appliesWhen: { fact: qa.status, operator: equal, value: passed }",
    ],
    "deadline-on-none",
    lineOf(rules, "clauses/2.8-2.12.yaml", "keepUntil:").replace(/\d+$/, (line) => `${Number(line) + 1}`),
  ],
];

describe("a mistake in the shipped rules", () => {
  it.each(mistakes)("is found at its line, and nothing else: %s", async (_name, change, code, at) => {
    const { opened, findings } = await seeded(change);
    expect(findings.map((one) => `${one.code} ${one.at}`)).toEqual([`${code} ${at}`]);
    // The example is a case that the evaluator takes.
    expect(findings[0] && Object.keys(decided(opened, findings[0]).decisions)).toHaveLength(7);
  });
});
