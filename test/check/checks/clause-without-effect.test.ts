import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("clause-without-effect");
const row = `          - outcome: ask_guardian
            when: { clause: "2.1", is: unmet }
`;
const finding =
  "clause-without-effect clauses/all.yaml: appliesWhen: { fact: reader.is_child, operator: equal, value: true }";

describe("a clause without effect", () => {
  it("is one that no decision asks about", async () => {
    expect(await library.found({ file: "decisions.yaml", from: row, to: "" })).toEqual([finding]);
  });

  it("is none where a row rests on it", async () => {
    const to = `          - outcome: ask_guardian
            when: { fact: reader.guardian_agrees, operator: equal, value: false }
            clauses: ["2.1"]
`;
    expect(await library.found({ file: "decisions.yaml", from: row, to })).toEqual([]);
  });

  it("is none where a clause with an effect asks about it", async () => {
    const asked = {
      file: "clauses/all.yaml",
      from: "appliesWhen: { fact: reader.fines, operator: exists }",
      to: 'appliesWhen: { clause: "2.1", is: not_applicable }',
    };
    expect(await library.found({ file: "decisions.yaml", from: row, to: "" }, asked)).toEqual([]);
  });

  it("is none where it lays a duty on someone", async () => {
    const duty = {
      file: "clauses/all.yaml",
      from: "        requires: { fact: reader.guardian_agrees, operator: equal, value: true }\n",
      to: `        obligations:
          ask_guardian:
            bearer: reader
            duty: ask the guardian
            performedWhen: { fact: reader.guardian_agrees, operator: equal, value: true }
`,
    };
    expect(await library.found({ file: "decisions.yaml", from: row, to: "" }, duty)).toEqual([]);
  });

  it("is one that only another without effect asks about", async () => {
    const alone = {
      file: "clauses/all.yaml",
      from: '  - id: "3"\n',
      to: `  - id: "2.3"
    title: Grown readers
    kind: permission
    versions:
      - revision: "1.0"
        effective: 2020-01-01
        summary: Whoever is no child needs nobody's word.
        appliesWhen: { clause: "2.1", is: not_applicable }

  - id: "3"
`,
    };
    expect(await library.found({ file: "decisions.yaml", from: row, to: "" }, alone)).toEqual([
      finding,
      'clause-without-effect clauses/all.yaml: appliesWhen: { clause: "2.1", is: not_applicable }',
    ]);
  });
});
