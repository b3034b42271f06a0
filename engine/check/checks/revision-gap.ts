import type { Problem } from "../../source/problem.ts";
import type { ProcedureCheck, Rule } from "../check.ts";

const rule: Rule = {
  code: "revision-gap",
  severity: "warning",
  finds: "days between two revisions on which none governs",
  why: "A case of such a day is refused, because nothing governs it.",
};

/** Revisions that end before the next one takes effect. */
export const revisionGap: ProcedureCheck = {
  rules: [rule],
  run: ({ revisions, sources }) => {
    const { document } = sources.procedure;
    return revisions.flatMap((model, at): readonly Problem[] => {
      const next = revisions[at + 1];
      if (next === undefined || model.until === undefined || model.until >= next.effective) return [];
      const { revision, until } = model.entry;
      const place = document.valuePlace(model.entry, "until");
      return [
        {
          code: rule.code,
          severity: rule.severity,
          subject: `revision ${next.entry.revision}`,
          message: `from ${until} up to, not including, ${next.entry.effective} no revision governs`,
          place: document.valuePlace(next.entry, "effective"),
          expected: `revision ${revision} until ${next.entry.effective}, when revision ${next.entry.revision} takes effect`,
          remedy: "correct one of the two dates",
          related: [{ place, message: `revision ${revision} ends here` }],
        },
      ];
    });
  },
};
