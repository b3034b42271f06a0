import { type Composed, compose } from "./compose.ts";
import { Converter } from "./convert.ts";
import { invisibleCharacters } from "./invisible.ts";
import { Layout } from "./layout.ts";
import { DEFAULT_LIMITS, type SourceLimits } from "./limits.ts";
import type { Place } from "./place.ts";
import { readPlain } from "./plain.ts";
import type { Problem, SourceCode } from "./problem.ts";
import { SourceText } from "./source-text.ts";
import { explainSyntax } from "./syntax.ts";

/**
 * A YAML or JSON file as plain data that remembers where each part of it was written.
 *
 * The methods take a list or mapping of this document (the object itself, not a copy; they throw a TypeError for any
 * other) and a key or index in it. For a key that is not there they give the place of the list or mapping.
 */
export interface SourceDocument {
  readonly file: string;
  /** Objects, arrays, strings, finite numbers, booleans and null. An alias gives the very object that it refers to. */
  readonly value: unknown;
  /** Where the whole value starts. */
  readonly start: Place;
  /** Where the value of an entry stands; an empty value stands at its key, an alias where it is written. */
  valuePlace(container: object, key: string | number): Place;
  /** Where the key of an entry stands; for an item of a list, where the item stands. */
  keyPlace(container: object, key: string | number): Place;
  /** Where a list or mapping stands. */
  place(container: object): Place;
  /**
   * A scalar exactly as written, with its quotes, so that `1.10` and `"1.10"` differ. Of an alias: the scalar it refers
   * to. Undefined for lists, mappings, empty values and keys that are not there.
   */
  sourceText(container: object, key: string | number): string | undefined;
}

/**
 * Reads the text of a YAML 1.2 or JSON file.
 *
 * @param file the name to show in places
 * @returns the document, or all problems of the file in the order of their places; it never throws, and texts made to
 *   exhaust memory or the stack are refused quickly
 */
export function parseDocument(
  text: string,
  file: string,
  limits: SourceLimits = DEFAULT_LIMITS,
): SourceDocument | readonly Problem[] {
  const source = new SourceText(file, normalized(text));
  const layout = new Layout(source);
  const plain = readPlain(source.text, layout, limits.maxDepth);
  if (plain !== undefined) return new PlacedDocument(source, layout, plain.value, plain.start, plain.end);
  return parseThoroughly(source, limits);
}

/**
 * Reads with the `yaml` library what {@link parseDocument} does not read itself: the same result, more slowly, and all
 * that is wrong with the text.
 */
export function parseThoroughly(source: SourceText, limits: SourceLimits): SourceDocument | readonly Problem[] {
  const problems = new Problems(limits);
  // One more than are listed, to know whether there are more.
  const most = limits.maxProblems + 1;
  problems.take(invisibleCharacters(source, most));
  let { text } = source;
  for (let rounds = Math.min(MOST_REPAIRS, MOST_REPAIRED_TEXT / text.length); ; rounds--) {
    const composed = compose(text, limits);
    if ("tooDeepAt" in composed) {
      problems.addTooDeep(source, composed.tooDeepAt);
      return problems.list();
    }
    const { problems: found, repair } = explainSyntax(composed.errors, composed.document, source, most);
    if (repair === undefined || rounds < 1) {
      problems.takeUnlessOnSameLine(found);
      return finish(source, composed, limits, problems);
    }
    problems.takeUnlessOnSameLine([repair.problem]);
    // Of the same length, so that all places stay right.
    const filling = repair.filler.repeat(repair.end - repair.start);
    text = `${text.slice(0, repair.start)}${filling}${text.slice(repair.end)}`;
  }
}

/** How many mistakes that hide others are put aside, each at the price of reading the text again. */
const MOST_REPAIRS = 20;
/** How many characters are read again in all. */
const MOST_REPAIRED_TEXT = 500_000;

/** Lines and columns stay the same without a byte order mark and with one kind of line break. */
function normalized(text: string): string {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  return content.includes("\r") ? content.replaceAll("\r\n", "\n") : content;
}

/** Adds what is wrong beside the form, and makes the document if nothing is. */
function finish(
  source: SourceText,
  composed: Composed,
  limits: SourceLimits,
  problems: Problems,
): SourceDocument | readonly Problem[] {
  const { document, directives, second } = composed;
  const misread = problems.count > 0;
  for (const [start, end] of directives) {
    problems.add(
      "yaml-directive",
      "a line that starts with % changes the rules of YAML",
      source.place(start, end),
      "delete the line; if it is part of a text, indent it",
    );
  }
  if (second !== undefined) {
    const at = second + (/^\s*/.exec(source.text.slice(second))?.[0].length ?? 0);
    problems.add(
      "several-documents",
      "a second document starts here",
      source.place(at, at + 3),
      "keep one document in a file: delete the `---` or `...`, or move the second into a file of its own",
    );
  }
  const root = document?.contents;
  if (root === undefined || root === null || root.range[0] === root.range[1]) {
    if (problems.count === 0) {
      problems.add(
        "empty-file",
        `${source.file} has no content`,
        source.place(0, 0),
        "write its content; an empty list is [], an empty block of keys {}",
      );
    }
    return problems.list();
  }
  const layout = new Layout(source);
  const converter = new Converter(source, layout, limits);
  const value = converter.root(root);
  // Where the form is wrong, what stands beside it is easily taken for a name.
  problems.takeUnlessOnSameLine(converter.problems.filter(({ code }) => !misread || code !== "not-a-text-key"));
  if (problems.count > 0) return problems.list();
  return new PlacedDocument(source, layout, value, converter.startOf(root), root.range[1]);
}

class PlacedDocument implements SourceDocument {
  readonly value: unknown;
  readonly #source: SourceText;
  readonly #layout: Layout;
  readonly #from: number;
  readonly #to: number;

  constructor(source: SourceText, layout: Layout, value: unknown, from: number, to: number) {
    this.#source = source;
    this.#layout = layout;
    this.value = value;
    this.#from = from;
    this.#to = to;
  }

  get file(): string {
    return this.#source.file;
  }

  get start(): Place {
    const { value } = this;
    const isContainer = typeof value === "object" && value !== null;
    return isContainer ? this.#layout.place(value) : this.#source.place(this.#from, this.#to);
  }

  valuePlace(container: object, key: string | number): Place {
    return this.#layout.valuePlace(container, key);
  }

  keyPlace(container: object, key: string | number): Place {
    return this.#layout.keyPlace(container, key);
  }

  place(container: object): Place {
    return this.#layout.place(container);
  }

  sourceText(container: object, key: string | number): string | undefined {
    return this.#layout.sourceText(container, key);
  }
}

/** The problems of one file. */
class Problems {
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

  addTooDeep(source: SourceText, at: number): void {
    const message = `lists and blocks of keys are nested more than ${this.#limits.maxDepth} deep`;
    this.add("too-deep", message, source.place(at, at + 1), "put fewer of them inside each other");
  }

  take(problems: readonly Problem[]): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  /** Takes those on lines without a problem so far: what is wrong in the form of a line makes its content look wrong. */
  takeUnlessOnSameLine(problems: readonly Problem[]): void {
    const lines = new Set(this.#problems.map(({ place }) => place?.line));
    this.take(problems.filter(({ place }) => !lines.has(place?.line)));
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
