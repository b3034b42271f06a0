import type { Place } from "../place.ts";
import type { Problem, SourceCode } from "../problem.ts";
import type { SourceText } from "../source-text.ts";

/** What is found wrong while a document is converted, in the order in which it is come across. */
export class Reports {
  readonly problems: Problem[] = [];
  readonly source: SourceText;
  readonly #most: number;

  /** @param most how many are kept, but for one more, which tells that there are more */
  constructor(source: SourceText, most: number) {
    this.source = source;
    this.#most = most;
  }

  /** Reports a problem, and gives what stands in place of the value that can't be used. */
  add(
    code: SourceCode,
    message: string,
    place: Place,
    remedy: string,
    related?: Problem["related"],
    near?: string,
  ): undefined {
    if (this.problems.length > this.#most) return;
    this.problems.push({
      code,
      severity: "error",
      message,
      place,
      ...(near === undefined ? {} : { nearest: near }),
      remedy,
      ...(related === undefined ? {} : { related }),
    });
  }
}
