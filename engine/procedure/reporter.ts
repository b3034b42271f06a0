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

/** Another place that plays a part, and what happens there. */
export interface RelatedSpot {
  readonly spot: Spot;
  readonly message: string;
  /** Whether the key is meant and not its value. */
  readonly atKey?: boolean;
}

/** What can be said of a problem beside its code and message. */
export interface Details {
  readonly expected?: string;
  readonly nearest?: string;
  readonly remedy: string;
  readonly related?: readonly RelatedSpot[];
  /** Whether the key is at fault and not its value. */
  readonly atKey?: boolean;
  /** Whether the same message elsewhere is the same mistake, met again in a later version. */
  readonly once?: boolean;
}

/** More names than these are too many to list in a message. */
const mostNames = 8;

/** Collects the problems of the rule files, so that all of them are reported at once. */
export class Reporter {
  readonly problems: Problem[] = [];

  /** Reports a problem at a spot. */
  report(code: string, spot: Spot, message: string, details: Details): void {
    const { expected, nearest: near, remedy, related, atKey = false, once = false } = details;
    this.add(
      {
        code,
        severity: "error",
        message,
        place: placeOf(spot, atKey),
        ...(expected === undefined ? {} : { expected }),
        ...(near === undefined ? {} : { nearest: near }),
        remedy,
        ...(related === undefined || related.length === 0
          ? {}
          : { related: related.map((other) => ({ place: placeOf(other.spot, other.atKey), message: other.message })) }),
      },
      once,
    );
  }

  /** Reports a name that stands for nothing, with the nearest one that does. */
  unknownName(what: string, name: string, known: Iterable<string>, spot: Spot): void {
    const names = [...known];
    const near = nearest(name, names);
    // A name that is quoted in the file must be quoted in what replaces it.
    const quote = spot.document.sourceText(spot.container, spot.key)?.startsWith('"') ? '"' : "`";
    const article = /^[aeiou]/.test(what) ? "an" : "a";
    const declare = names.length === 0 ? "declare it" : `declare it, or name ${article} ${what} that there is`;
    this.report(`unknown-${what.split(" ")[0]}`, spot, `there is no ${what} \`${name}\``, {
      expected:
        names.length > 0 && names.length <= mostNames
          ? `${names.length === 1 ? "" : "one of "}${names.map((one) => `\`${one}\``).join(", ")}`
          : `the id of ${article} ${what}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? declare : `write ${quote}${near}${quote}`,
    });
  }

  /** Takes a problem found elsewhere, unless it was said before. */
  add(problem: Problem, once = false): void {
    // What several revisions share is linked once for each; the same problem is said once.
    const same = this.problems.some(
      (other) =>
        other.code === problem.code &&
        other.message === problem.message &&
        (once ||
          (other.place?.file === problem.place?.file &&
            other.place?.line === problem.place?.line &&
            other.place?.column === problem.place?.column)),
    );
    if (!same) this.problems.push(problem);
  }
}

/** The place of a value. */
export function valuePlace(spot: Spot): Place {
  return spot.document.valuePlace(spot.container, spot.key);
}

function placeOf(spot: Spot, atKey: boolean | undefined): Place {
  return atKey === true ? spot.document.keyPlace(spot.container, spot.key) : valuePlace(spot);
}

/** The spot of a part of what stands at a spot. */
export function within(spot: Spot, container: object, key: string | number): Spot {
  return { document: spot.document, container, key };
}
