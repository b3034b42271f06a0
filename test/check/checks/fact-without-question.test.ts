import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("fact-without-question");
const question = "question: How old is the reader?";

describe("a fact without a question", () => {
  it.each(["The reader's age.", '"?"', "Give the age of the reader"])("is one that asks nothing: %s", async (words) => {
    expect(await library.found({ file: "facts.yaml", from: question, to: `question: ${words}` })).toEqual([
      `fact-without-question facts.yaml: question: ${words}`,
    ]);
  });

  it("is one that asks what another asks", async () => {
    const to = "question: Does the  guardian, agree?";
    const { problems } = await library.inspected({ file: "facts.yaml", from: question, to });
    expect(problems.map(({ message, related }) => [message, related?.[0]?.place.line])).toEqual([
      ["the facts `reader.age` and `reader.guardian_agrees` ask the same question", 21],
    ]);
  });

  it("may go on after its question mark", async () => {
    const to = "question: How old is the reader? (On the day of the loan.)";
    expect(await library.found({ file: "facts.yaml", from: question, to })).toEqual([]);
  });
});
