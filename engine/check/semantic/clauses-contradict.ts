import { statusBits } from "../../evaluate/frame.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { placedAt, relatedAt } from "./place.ts";

/** Two clauses that apply together in some case, can each be met, and can't be met together in any case. */
export const clausesContradict: Check = {
  code: "clauses-contradict",
  severity: "error",
  finds: "clauses that apply together and can't be met together",
  why: "Whoever is bound by both breaks one, whatever they do.",
  run: async (subject) => {
    const faults = await subject.evidence.faults();
    return faults.flatMap((fault) => (fault.kind === "contradiction" ? [contradiction(fault.clauses, subject)] : []));
  },
};

function contradiction(clauses: readonly [string, string], { opened, model, evidence }: Subject): Finding {
  const { sightings, examples } = evidence;
  const places = clauses.map((id) => sightings.demanding.indexOf(id)).sort((a, b) => a - b);
  const [first = "", second = ""] = places.map((place) => sightings.demanding[place]);
  const trial = sightings.bothApply.at(places[0] ?? -1, places[1] ?? -1);
  const applies = statusBits.met | statusBits.unmet;
  const example =
    trial &&
    examples.from(trial, ({ run: { program, frame } }) =>
      clauses.every((id) => ((program.clauses.get(id)?.statuses(frame) ?? 0) & applies) !== 0),
    );
  return {
    message: `clauses ${first} and ${second} apply together in some cases and can't both be met in any of them`,
    ...placedAt(opened, model.clauses.get(second)?.requires),
    expected: "demands that can be met together",
    remedy: "correct one of them, or say when each applies",
    ...relatedAt(opened, model.clauses.get(first)?.requires, `clause ${first} requires this`),
    ...(example === undefined ? {} : { example }),
  };
}
