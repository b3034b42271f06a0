import type { Decision } from "../../procedure/model.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { placedAt } from "./place.ts";

/** Cases that come to the last row of a decision though their answer to something that other rows ask is named in none. */
export const gapHidden: Check = {
  code: "gap-hidden",
  severity: "warning",
  finds: "several answers that no row of a decision names and that the last row takes",
  why: "The last row takes whatever nobody thought of, as if nothing stood in the way.",
  run: (subject) => [...subject.model.decisions.values()].flatMap((decision) => gapsIn(decision, subject)),
};

function gapsIn(decision: Decision, { opened, evidence }: Subject): readonly Finding[] {
  const { id, rows } = decision;
  const seen = evidence.sightings.decisions.get(id);
  const last = rows.at(-1);
  if (seen === undefined || last === undefined) return [];
  return seen.alternatives.flatMap(({ of, id: source, unnamed }, at): readonly Finding[] => {
    const left = unnamed.flatMap((answer, place) => {
      const trial = seen.left.at(at, place);
      return trial === undefined ? [] : [{ answer, trial }];
    });
    // One answer that is left is the natural one for what is otherwise.
    const shown = left.at(-1);
    if (shown === undefined || left.length < 2) return [];
    const example = evidence.examples.from(shown.trial, ({ run: { program, frame }, rows: look }) => {
      if (look(id)?.isLast !== true) return false;
      if (of === "decision") return program.decisions.get(source)?.possible(frame)[0] === shown.answer;
      return frame.facts[program.names.factSlots.get(source) ?? -1] === shown.answer;
    });
    const answers = left.map(({ answer }) => `\`${answer}\``);
    const what = of === "decision" ? `outcomes of decision \`${source}\`` : `options of \`${source}\``;
    return [
      {
        message: `the last row of decision \`${id}\` takes ${answers.length} ${what} that no row names: ${answers.join(", ")}`,
        ...placedAt(opened, last),
        expected: "a row for each answer that matters, and one at most that is left for the last row",
        remedy:
          "name them in the rows that they belong to; if the last row is meant for all of them, say why in a comment",
        ...(example === undefined ? {} : { example }),
      },
    ];
  });
}
