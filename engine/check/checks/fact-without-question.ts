import type { Check, Finding } from "../check.ts";

/** Facts whose question asks nothing, or asks for something else. */
export const factWithoutQuestion: Check = {
  code: "fact-without-question",
  severity: "warning",
  finds: "a fact whose question is none, or is that of another fact",
  why: "Whoever is asked can't tell what to answer, or answers one thing twice.",
  run: ({ model, opened }) => {
    const first = new Map<string, { readonly other: string; readonly related: NonNullable<Finding["related"]> }>();
    return [...model.facts.values()].flatMap((fact): readonly Finding[] => {
      const { id, entry } = fact;
      const spot = opened.origins.of(fact);
      const place = spot?.document.keyPlace(spot.container, "question");
      const found = { subject: `fact ${id}`, ...(place === undefined ? {} : { place }) };
      if (!/[\p{L}\p{N}][^?]*\?/u.test(entry.question)) {
        const expected = "words that end with a question mark";
        const remedy = "write the question as one would ask it, such as `On which day …?`";
        return [{ ...found, message: `the question of the fact \`${id}\` asks nothing`, expected, remedy }];
      }
      const words = entry.question.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ");
      const same = first.get(words);
      if (same === undefined) {
        first.set(words, { other: id, related: place ? [{ place, message: "the other one asks it here" }] : [] });
        return [];
      }
      const message = `the facts \`${same.other}\` and \`${id}\` ask the same question`;
      return [{ ...found, message, remedy: "say in each what tells it from the other", related: same.related }];
    });
  },
};
