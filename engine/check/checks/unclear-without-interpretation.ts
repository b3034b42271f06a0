import type { Check } from "../check.ts";
import { placeIn } from "../place.ts";
import { unclearWords } from "./unclear-words.ts";

/** Clauses that leave something open and don't say how it is read. */
export const unclearWithoutInterpretation: Check = {
  code: "unclear-without-interpretation",
  severity: "warning",
  finds: "a clause whose summary leaves something open, and that names no interpretation",
  why: "The formula has chosen one reading, and nothing tells those concerned that there are others.",
  run: (subject) =>
    [...subject.model.clauses.values()].flatMap((clause) => {
      const { id, summary, interpretations, notEncoded } = clause;
      const [words] = unclearWords.exec(summary) ?? [];
      if (words === undefined || interpretations.length > 0 || notEncoded !== undefined) return [];
      return [
        {
          subject: `clause ${id}`,
          message: `clause ${id} says "${words}", which can be read in several ways, and names no interpretation`,
          ...placeIn(clause, "summary", subject),
          expected: "`interpretations:` with the entry that says how it is read",
          remedy:
            "register the question, the reading and the alternatives in interpretations.yaml, and name the entry here",
        },
      ];
    }),
};
