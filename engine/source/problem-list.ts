import type { SourceLimits } from "./limits.ts";
import type { Place } from "./place.ts";
import type { Problem, SourceCode } from "./problem.ts";

/** The problems of one file, as they are found. */
export class ProblemList {
  readonly #limits: SourceLimits;
  readonly #problems: Problem[] = [];

  constructor(limits: SourceLimits) {
    this.#limits = limits;
  }

  get count(): number {
    return this.#problems.length;
  }

  add(code: SourceCode, message: string, place: Place, remedy: string): void {
    this.#problems.push({ code, severity: "error", message, place, remedy });
  }

  /** Takes those on lines without a problem so far: what is wrong in the form of a line makes its content look wrong. */
  take(problems: readonly Problem[]): void {
    const lines = new Set(this.#problems.map(({ place }) => place?.line));
    this.#problems.push(...problems.filter(({ place }) => !lines.has(place?.line)));
  }

  /** In the order of their places, and no more than the limit. */
  list(): readonly Problem[] {
    const ordered = this.#problems.toSorted(byPlace);
    const { maxProblems } = this.#limits;
    const [next] = ordered.slice(maxProblems);
    if (next === undefined) return ordered;
    return [
      ...ordered.slice(0, maxProblems),
      {
        code: "more-problems",
        severity: "error",
        message: "there are more problems from here on",
        ...(next.place === undefined ? {} : { place: next.place }),
        remedy: "correct the problems above first",
      },
    ];
  }
}

function byPlace(a: Problem, b: Problem): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
