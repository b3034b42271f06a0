import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Evaluation, EvaluationInput } from "../../engine/evaluate/procedure.ts";
import { loadProcedure } from "../../engine/index.ts";

/** A small procedure with one of each: every kind of fact, duty, derived value and condition that a report can meet. */
export const allotment = loadProcedure("test/explain/allotment");

/** The only revision of it. */
export const model = (() => {
  const [only] = allotment.revisions;
  if (only === undefined) throw new Error("the small procedure has no revision");
  return only;
})();

/** A request in which everything is in order. */
export const goodRequest = {
  "plot.asked_on": "2021-03-01",
  "plot.size": 100,
  "plot.plants": ["bean"],
  "plot.crops": null,
  "plot.visited_on": "2021-03-05",
  "gardener.kind": "resident",
  "gardener.agrees": true,
  "gardener.shed_wanted": false,
  "gardener.courses": [{ course: "soil", taken_on: "2020-05-05" }],
  "water.paid_on": "2021-03-20",
  "water.more_time_until": null,
} as const satisfies Record<string, unknown>;

/** An evaluation of the good request with some facts changed; `undefined` makes one unknown. */
export function request(changes: Record<string, unknown> = {}, input: Partial<EvaluationInput> = {}): Evaluation {
  const facts = { ...goodRequest, ...changes };
  return allotment.evaluateWithWorkings({ asOf: "2021-04-01", facts, ...input });
}

const directory = "test/explain/reports";

/** The names of the cases whose reports are kept beside them. */
export const keptCases = readdirSync(directory)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(".yaml", ""));

/** The evaluation of a kept case. */
export function keptCase(name: string): Evaluation {
  const input = parse(readFileSync(`${directory}/${name}.yaml`, "utf8")) as EvaluationInput;
  return allotment.evaluateWithWorkings({
    facts: input.facts,
    asOf: input.asOf,
    case: name,
    ...(input.readings === undefined ? {} : { readings: input.readings }),
  });
}

/** What is kept for a case, by the ending of its name. */
export function kept(name: string, ending: "txt" | "markdown.txt" | "trace.txt"): string {
  return readFileSync(`${directory}/${name}.${ending}`, "utf8");
}
