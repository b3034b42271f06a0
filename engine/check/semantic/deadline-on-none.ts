import type { Check, Finding } from "../check.ts";
import { placedAt } from "./place.ts";

/** A duty that applies in a case in which the day that it is due on is worked out from none, so that it is never due. */
export const deadlineOnNone: Check = {
  code: "deadline-on-none",
  severity: "error",
  finds: "a duty that applies while the day until which it is due is none",
  why: "A duty that is due on no day is never late, and nobody is told when it has to be done.",
  run: ({ opened, model, evidence }) =>
    [...evidence.sightings.neverDue].map(([id, trial]): Finding => {
      const { due, keepUntil } = model.obligations.get(id) ?? {};
      const example = evidence.examples.from(trial, ({ run: { program, frame } }) => {
        const state = program.obligations.get(id)?.run(frame);
        return state !== undefined && state.status !== "not_applicable" && state.due === null;
      });
      const ends = keepUntil === undefined ? "due on no day" : "to be kept until no day";
      return {
        message: `the duty \`${id}\` applies in cases in which it is ${ends}, because the date that this is worked out from is none`,
        ...placedAt(opened, keepUntil ?? due),
        expected: "a date in every case in which the duty applies",
        remedy: "let it apply only where there is that date (`exists`), or say which day counts instead (`choose`)",
        ...(example === undefined ? {} : { example }),
      };
    }),
};
