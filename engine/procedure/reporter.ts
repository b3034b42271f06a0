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
/** Nor does anyone look up more places than these before doing something about it. */
const mostPlaces = 4;

/** The kinds of name that mean something only in what declares them. */
const scoped: ReadonlySet<string> = new Set(["option", "field", "outcome", "alternative"]);

/** Collects the problems of the rule files, so that all of them are reported at once. */
export class Reporter {
  readonly #files: readonly string[];
  readonly #problems: Problem[] = [];
  /** The places that ask for each name that stands for nothing. */
  readonly #unknown = new Map<string, { readonly at: number; readonly places: readonly Place[] }>();

  /** @param files the rule files, in the order in which a reader goes through them */
  constructor(files: readonly string[]) {
    this.#files = files;
  }

  /** The problems as a reader meets them: file by file, each from top to bottom. */
  get problems(): readonly Problem[] {
    return this.#problems.toSorted((a, b) => this.#inOrder(a.place, b.place));
  }

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

  /**
   * Reports a name that stands for nothing, with the nearest one that does; once, with all the places that ask for it.
   *
   * @param known the names that there are. Those of `scoped` kinds belong to what is asked, so that the same name
   *   elsewhere is another mistake
   */
  unknownName(what: string, name: string, known: Iterable<string>, spot: Spot): void {
    const names = [...known];
    const key = JSON.stringify([what, name, scoped.has(what) ? names : []]);
    const { at, places: before } = this.#unknown.get(key) ?? { at: this.#problems.length, places: [] };
    const place = valuePlace(spot);
    if (before.some((other) => isSame(other, place))) return;
    const places = [...before, place].sort((a, b) => this.#inOrder(a, b));
    // A name that is quoted in the file must be quoted in what replaces it.
    const quote = spot.document.sourceText(spot.container, spot.key)?.startsWith('"') ? '"' : "`";
    this.#unknown.set(key, { at, places });
    this.#problems[at] = unknownNameProblem(what, name, names, places, quote);
  }

  /** Takes a problem found elsewhere, unless it was said before. */
  add(problem: Problem, once = false): void {
    // What several revisions share is linked once for each; the same problem is said once.
    const same = this.#problems.some(
      (other) =>
        other.code === problem.code &&
        other.message === problem.message &&
        (once ||
          (other.place === undefined
            ? problem.place === undefined
            : problem.place !== undefined && isSame(other.place, problem.place))),
    );
    if (!same) this.#problems.push(problem);
  }

  #inOrder(a: Place | undefined, b: Place | undefined): number {
    const rank = (place: Place | undefined): number => (place === undefined ? -1 : this.#files.indexOf(place.file));
    return rank(a) - rank(b) || (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
  }
}

function unknownNameProblem(
  what: string,
  name: string,
  names: readonly string[],
  places: readonly Place[],
  quote: string,
): Problem {
  const near = nearestName(what, name, names);
  const article = /^[aeiou]/.test(what) ? "an" : "a";
  const write = `write ${quote}${near}${quote}`;
  const declare = names.length === 0 ? "declare it" : `declare it, or name ${article} ${what} that there is`;
  const everywhere = places.length === 2 ? "both" : `all ${places.length}`;
  const [place, ...others] = places;
  return {
    code: `unknown-${what.split(" ")[0]}`,
    severity: "error",
    message: `there is no ${what} \`${name}\``,
    ...(place === undefined ? {} : { place }),
    expected:
      names.length > 0 && names.length <= mostNames
        ? `${names.length === 1 ? "" : "one of "}${names.map((one) => `\`${one}\``).join(", ")}`
        : `the id of ${article} ${what}`,
    ...(near === undefined ? {} : { nearest: near }),
    remedy:
      near === undefined
        ? declare
        : places.length === 1
          ? write
          : `${write} in ${everywhere} places, or \`${name}\` where \`${near}\` is declared`,
    ...(others.length === 0
      ? {}
      : { related: others.slice(0, mostPlaces).map((other) => ({ place: other, message: "and here" })) }),
  };
}

/** The name that was probably meant. Numbers of clauses and revisions are wholes: `2.1` is no slip of the pen for `1`. */
export function nearestName(what: string, name: string, names: readonly string[]): string | undefined {
  if (what !== "clause" && what !== "revision") return nearest(name, names);
  const whole = (id: string): string => id.replaceAll(".", "·");
  return nearest(whole(name), names.map(whole))?.replaceAll("·", ".");
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
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
