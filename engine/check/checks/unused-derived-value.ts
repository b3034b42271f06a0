import type { Check } from "../check.ts";
import { keyPlaceOf } from "../place.ts";
import { namesAsked } from "../uses.ts";

/** Derived values that nothing asks for. */
export const unusedDerivedValue: Check = {
  code: "unused-derived-value",
  severity: "warning",
  finds: "a derived value that no rule asks for",
  why: "It is worked out and shown, and decides nothing: a rule that should ask for it asks for something else.",
  run: (subject) => {
    const { model } = subject;
    const asked = namesAsked(model);
    return [...model.derived.values()].flatMap((derived) => {
      const { id, clause } = derived;
      if (asked.has(id)) return [];
      return [
        {
          subject: `derived value ${id}`,
          message: `no rule asks for \`${id}\`, which clause ${clause} derives`,
          ...keyPlaceOf(derived, subject),
          remedy: "ask for it where it should count, or take it out",
        },
      ];
    });
  },
};
