import { describe, expect, it } from "vitest";
import { changed, decided, findingsIn, type TextChange } from "./findings.ts";

const library = "fixtures/procedures/library";
const facts = "facts.yaml";
const decisions = "decisions.yaml";
const rows = `        rows:
          - outcome: refuse
            when: { clause: "2.2", is: unmet }
          - outcome: ask_guardian
            when: { clause: "2.1", is: unmet }
          - outcome: lend
`;
/** A choice with four options, for rows to pick from. */
const card: TextChange = [
  facts,
  "contradictions:",
  `  - id: reader.card
    type: choice
    options: { valid: valid, expired: expired, lost: lost, blocked: blocked }
    label: the reader's card
    question: How is the card?
    knownBy: library
contradictions:`,
];

/** What is found in the first revision with other rows for its decision. */
async function found(changedRows: string, ...changes: readonly TextChange[]) {
  const opened = changed(library, [[decisions, rows, `        rows:\n${changedRows}`], ...changes]);
  const findings = (await findingsIn(opened)).filter(({ revision }) => revision === "1.0");
  return { opened, findings, short: findings.map(({ code, text, related }) => [code, text, ...related].join(" | ")) };
}

describe("a row that never decides", () => {
  it("is found, with the row that decides instead and a case", async () => {
    const { opened, findings, short } = await found(`          - outcome: refuse
            when: { clause: "2.2", is: unmet }
          - outcome: refuse
            when: { fact: reader.age, operator: lessThan, value: 14 }
          - outcome: ask_guardian
            when: { clause: "2.1", is: unmet }
          - outcome: lend
`);
    expect(short).toEqual(["row-unreachable | - outcome: ask_guardian | - outcome: refuse"]);
    const [finding] = findings;
    const result = finding && decided(opened, finding);
    expect(result?.decisions.lending?.outcome).toBe("refuse");
    expect(result?.clauses["2.1"]?.status).toBe("unmet");
  });

  it("is found where it is the last one", async () => {
    const { findings, short } = await found(`          - outcome: refuse
            when: { fact: reader.age, operator: lessThan, value: 14 }
          - outcome: ask_guardian
            when: { fact: reader.age, operator: greaterThan, value: 13 }
          - outcome: lend
`);
    expect(short).toEqual(["row-unreachable | - outcome: lend | - outcome: ask_guardian"]);
    expect(findings[0]?.message).toBe(
      "the last row of decision `lending` never decides: the rows before it take every case",
    );
  });

  it("is not one that decides in few cases", async () => {
    const { short } = await found(`          - outcome: refuse
            when: { fact: reader.age, operator: lessThan, value: 14 }
          - outcome: refuse
            when: { fact: reader.age, operator: greaterThan, value: 14 }
          - outcome: ask_guardian
            when:
              all:
                - { clause: "2.2", is: met }
                - { fact: reader.owed, operator: equal, value: 7 }
          - outcome: lend
`);
    expect(short).toEqual([]);
  });
});

describe("an overlap that the order hides", () => {
  it("is found at the row that wins, with the one that loses and a case in which both hold", async () => {
    const { opened, findings, short } = await found(`          - outcome: ask_guardian
            when: { clause: "2.1", is: unmet }
          - outcome: refuse
            when: { clause: "2.2", is: unmet }
          - outcome: lend
`);
    expect(short).toEqual(["overlap-hidden | - outcome: ask_guardian | - outcome: refuse"]);
    const [finding] = findings;
    const result = finding && decided(opened, finding);
    expect(result?.decisions.lending?.outcome).toBe("ask_guardian");
    expect(result?.clauses["2.2"]?.status).toBe("unmet");
  });

  it("is none where the worse outcome comes first, or the rows exclude each other", async () => {
    const { short } = await found(`          - outcome: ask_guardian
            when: { fact: reader.age, operator: lessThan, value: 14 }
          - outcome: refuse
            when: { fact: reader.age, operator: greaterThan, value: 140 }
          - outcome: lend
`);
    expect(short).toEqual([]);
  });

  it("is none with a row whose outcome says that the decision does not arise", async () => {
    const { short } = await found(
      `          - outcome: ask_guardian
            when: { clause: "2.1", is: unmet }
          - outcome: not_applicable
            when: { fact: loan.applied_on, operator: isNone }
          - outcome: lend
`,
      [
        decisions,
        "            says: The book can't be lent.\n",
        "            says: No.\n          - outcome: not_applicable\n            says: Nobody asked.\n",
      ],
    );
    expect(short).toEqual([]);
  });
});

describe("a gap that the order hides", () => {
  const two = `          - outcome: refuse
            when: { fact: reader.card, operator: equal, value: blocked }
          - outcome: ask_guardian
            when: { fact: reader.card, operator: equal, value: expired }
          - outcome: lend
`;

  it("is found at the last row, with the answers that it takes unnamed and a case", async () => {
    const { opened, findings, short } = await found(two, card);
    expect(short).toEqual(["gap-hidden | - outcome: lend"]);
    expect(findings[0]?.message).toBe(
      "the last row of decision `lending` takes 2 options of `reader.card` that no row names: `valid`, `lost`",
    );
    expect(findings[0]?.example?.facts).toMatchObject({ reader: { card: "lost" } });
    expect(findings[0] && decided(opened, findings[0]).decisions.lending?.outcome).toBe("lend");
  });

  it("is none where one answer is left, or another row takes it", async () => {
    expect(
      (
        await found(
          two.replace(
            "value: expired",
            "value: expired }\n          - outcome: ask_guardian\n            when: { fact: reader.card, operator: equal, value: lost",
          ),
          card,
        )
      ).short,
    ).toEqual([]);
    expect(
      (await found(two.replace("operator: equal, value: expired", "operator: in, value: [expired, lost]"), card)).short,
    ).toEqual([]);
  });

  it("is none where a row asks for everything but some answers", async () => {
    expect((await found(two.replace("equal, value: expired", "notEqual, value: valid"), card)).short).toEqual([]);
  });

  it("is none where the last row has the worst outcome, for then the rows list what is allowed", async () => {
    const allowed = `          - outcome: lend
            when: { fact: reader.card, operator: equal, value: valid }
          - outcome: refuse
`;
    expect((await found(allowed, card)).short).toEqual([]);
  });
});
