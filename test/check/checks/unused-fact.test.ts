import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("unused-fact");
const fact = `  - id: reader.town
    type: text
    label: the reader's town
    question: In which town does the reader live?
    knownBy: reader
contradictions:`;
const added = { file: "facts.yaml", from: "\ncontradictions:", to: `\n${fact}` };

describe("an unused fact", () => {
  it("is one that no rule asks for, and is said once for all revisions", async () => {
    expect(await library.found(added)).toEqual(["unused-fact facts.yaml: - id: reader.town"]);
  });

  it("is none where a contradiction asks for it, or where it selects the revision", async () => {
    const contradiction = {
      file: "facts.yaml",
      from: "  - id: returned_before_loan",
      to: `  - id: nowhere
    when: { fact: reader.town, operator: equal, value: nowhere }
    says: Everybody lives somewhere.
  - id: returned_before_loan`,
    };
    expect(await library.found(added, contradiction)).toEqual([]);
  });

  it("is said of a later revision in which it is no longer asked for", async () => {
    const { problems } = await library.inspected({
      file: "clauses/all.yaml",
      from: '  - id: "2.2"\n',
      to: `      - revision: "3.0"
        effective: 2023-07-01
        summary: A child borrows nothing.
        appliesWhen: { fact: reader.is_child, operator: equal, value: true }
        requires: { fact: reader.fines, operator: isNone }

  - id: "2.2"
`,
    });
    expect(problems.map(({ code, remedy }) => [code, /revision [\d.]+/.exec(remedy)?.[0]])).toEqual([
      ["unused-fact", "revision 3.0"],
    ]);
  });
});
