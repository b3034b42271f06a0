import type { Check } from "../check.ts";
import { valuePlaceOf } from "../place.ts";
import { namesAsked } from "../uses.ts";

/** Facts that nothing asks for. */
export const unusedFact: Check = {
  code: "unused-fact",
  severity: "warning",
  finds: "a fact that no rule asks for",
  why: "Somebody is asked for something that decides nothing, or a rule that should ask for it asks for another fact.",
  run: (subject) => {
    const { model } = subject;
    const asked = namesAsked(model);
    return [...model.facts.values()].flatMap((fact) => {
      const { id } = fact;
      if (asked.has(id)) return [];
      return [
        {
          subject: `fact ${id}`,
          message: `no rule asks for the fact \`${id}\``,
          ...valuePlaceOf(fact, subject),
          remedy: `ask for it where it should count, or take it out; of an approved revision, retire it in revision ${model.entry.revision} or a later one`,
        },
      ];
    });
  },
};
