import { capital, sentence } from "../../explain/names.ts";
import type { Behaviour } from "../report.ts";
import { allEffects, directions, saySubject } from "./effect-groups.ts";
import { many, some } from "./words.ts";

/** So many things that are not proved are named. */
const mostNamed = 6;

/** How sure a report is, in words. */
export interface Proof {
  /** What was proved and what was not, each a sentence. */
  readonly sentences: readonly string[];
  /** What a proof takes for granted, each a sentence; none where nothing needed the solver. */
  readonly assumptions: readonly string[];
}

/** How sure a report is: what “proved” means in it, and what is not proved. */
export function proofOf(behaviour: Behaviour): Proof {
  const { fromYear, toYear, longestList, assumptions, tried } = behaviour.scope;
  const effects = allEffects(behaviour);
  const findings = effects.flatMap((effect) => directions.map((direction) => effect[direction]));
  const bySolver = findings.some((finding) => finding.kind === "ruled-out" && finding.by === "solver");
  const byIdentity = findings.some((finding) => finding.kind === "ruled-out" && finding.by === "identity");
  const elements = many(longestList, "element");
  const open = effects.filter((effect) => directions.some((direction) => effect[direction].kind === "not-found"));
  const sentences = [
    bySolver && `Proved for all cases whose dates lie in ${fromYear}–${toYear}, lists up to ${elements}.`,
    byIdentity && !bySolver && "Proved for every case, where the formulas are the same on both sides.",
    open.length > 0 && `Not proved for ${some(open.map(saySubject), mostNamed)}: cases that were not tried may differ.`,
    tried > 0 && `${capital(many(tried, "case"))} ran through the evaluator on both sides.`,
  ];
  return {
    sentences: sentences.filter((each) => each !== false),
    assumptions: bySolver ? assumptions.map(sentence) : [],
  };
}
