import type { Contradiction, RevisionModel } from "../procedure/model.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import type { Locate, ReadFacts } from "./facts.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/** Thrown for a case whose facts contradict each other. */
export class ContradictionError extends ProblemsError {
  /** The revision that refuses the case. */
  readonly model: RevisionModel;
  /** What can't be, and is so in this case. */
  readonly contradictions: readonly Contradiction[];

  constructor(model: RevisionModel, contradictions: readonly Contradiction[], problems: readonly Problem[]) {
    super(problems);
    this.model = model;
    this.contradictions = contradictions;
  }
}

/** @throws ContradictionError where the facts of a case contradict each other, with the places where they were given. */
export function refuseContradictions(
  program: Program,
  frame: Frame,
  read: ReadFacts,
  locate: Locate | undefined,
): void {
  const { model } = program;
  const holding = model.contradictions.filter((_one, at) => program.contradictions[at]?.test(frame) === true);
  if (holding.length === 0) return;
  const problems = holding.map((contradiction) => problemOf(contradiction, read, locate));
  throw new ContradictionError(model, holding, problems);
}

function problemOf({ facts, says }: Contradiction, read: ReadFacts, locate: Locate | undefined): Problem {
  const places = facts.flatMap((id) => {
    const spot = read.spots.get(id);
    const place = spot && locate?.(spot.container, spot.key, "value");
    return place === undefined ? [] : [{ place, message: `\`${id}\` is given here` }];
  });
  const [first, ...others] = places;
  return {
    code: "contradiction",
    severity: "error",
    message: `${facts.map((id) => `\`${id}\``).join(" and ")} contradict each other: ${says}`,
    ...(first === undefined ? {} : { place: first.place }),
    remedy: "correct one of these facts, or leave out the one that is not known",
    ...(others.length === 0 ? {} : { related: others }),
  };
}
