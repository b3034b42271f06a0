import type { Check } from "../check.ts";
import { placeIn } from "../place.ts";
import { clausesWithEffect } from "../uses.ts";

/** Clauses with a formula on which nothing depends. */
export const clauseWithoutEffect: Check = {
  code: "clause-without-effect",
  severity: "warning",
  finds: "a clause with a formula that can't affect any decision or duty",
  why: "Whatever the clause demands, a case that breaks it is decided like one that keeps it.",
  run: (subject) => {
    const { model } = subject;
    const reached = clausesWithEffect(model);
    return [...model.clauses.values()].flatMap((clause) => {
      const { id, appliesWhen, requires, derived } = clause;
      const part = appliesWhen ? "appliesWhen" : requires ? "requires" : derived.length > 0 ? "derives" : undefined;
      if (part === undefined || reached.has(id)) return [];
      return [
        {
          subject: `clause ${id}`,
          message: `clause ${id} affects no decision and lays no duty on anyone`,
          ...placeIn(clause, part, subject),
          expected: "a decision, a duty or another clause that asks about it, or a duty of its own",
          remedy: `ask \`{ clause: "${id}", is: … }\` where it should count, or name it in the \`clauses:\` of the row that rests on it`,
        },
      ];
    });
  },
};
