import type { SourceDocument } from "../source/document.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";

/** Where in a rule file something stands: a document, and the container and key that lead to it. */
export interface Spot {
  readonly document: SourceDocument;
  readonly container: object;
  readonly key: string | number;
}

/** What can be said of a problem beside its code and message. */
export interface Details {
  readonly expected?: string;
  readonly remedy: string;
  readonly related?: readonly { readonly spot: Spot; readonly message: string }[];
  /** Whether the key is at fault and not its value. */
  readonly atKey?: boolean;
}

/** Collects the problems of the rule files, so that all of them are reported at once. */
export class Reporter {
  readonly problems: Problem[] = [];

  /** Reports a problem at a spot. */
  report(code: string, spot: Spot, message: string, details: Details): void {
    this.add({
      code,
      severity: "error",
      message,
      place: details.atKey ? keyPlace(spot) : valuePlace(spot),
      ...(details.expected === undefined ? {} : { expected: details.expected }),
      remedy: details.remedy,
      ...(details.related === undefined
        ? {}
        : { related: details.related.map((other) => ({ place: valuePlace(other.spot), message: other.message })) }),
    });
  }

  /** Reports a name that stands for nothing, with the nearest one that does. */
  unknownName(what: string, name: string, known: Iterable<string>, spot: Spot, atKey = false): void {
    const near = nearest(name, [...known]);
    this.add({
      code: `unknown-${what.replaceAll(" ", "-")}`,
      severity: "error",
      message: `there is no ${what} \`${name}\``,
      place: atKey ? keyPlace(spot) : valuePlace(spot),
      expected: `the id of ${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? `declare it, or name a ${what} that there is` : `write \`${near}\``,
    });
  }

  private add(problem: Problem): void {
    // What several revisions share is linked once for each; the same problem is said once.
    const same = this.problems.some(
      (other) =>
        other.code === problem.code &&
        other.message === problem.message &&
        other.place?.file === problem.place?.file &&
        other.place?.line === problem.place?.line &&
        other.place?.column === problem.place?.column,
    );
    if (!same) this.problems.push(problem);
  }
}

/** The place of a value. */
export function valuePlace(spot: Spot): Place {
  return spot.document.valuePlace(spot.container, spot.key);
}

function keyPlace(spot: Spot): Place {
  return spot.document.keyPlace(spot.container, spot.key);
}

/** The spot of a part of what stands at a spot. */
export function within(spot: Spot, container: object, key: string | number): Spot {
  return { document: spot.document, container, key };
}
