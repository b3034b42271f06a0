import { type Day, formatDay } from "../calendar/day.ts";
import { readDay } from "../source/date.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";

/** A finding that someone has looked at and accepts for a while. */
export interface IgnoreEntry {
  /** Which finding. */
  readonly fingerprint: string;
  /** Why it is accepted. */
  readonly reason: string;
  /** The last day on which the entry counts. */
  readonly expires: Day;
  readonly place: Place;
}

const keys = ["fingerprint", "reason", "expires"] as const;
const keyList = keys.map((key) => `\`${key}\``).join(", ");
const example = '- { fingerprint: "0123456789ab", reason: why it is accepted, expires: 2030-12-31 }';

/** What stands for the reason in a line that is made to be pasted. It has to be replaced. */
const reasonToFillIn = "<why this is accepted>";

/** A line for the file that accepts a finding, once its reason is filled in. */
export function ignoreLine(fingerprint: string, expires: Day, comment: string): string {
  return `- { fingerprint: "${fingerprint}", reason: "${reasonToFillIn}", expires: ${formatDay(expires)} } # ${comment}`;
}

/**
 * Reads the file of `--ignore`: a list, in YAML or JSON, of findings to accept.
 *
 * @throws ProblemsError with everything that is wrong with it, each at its place
 */
export function readIgnoreFile(path: string): readonly IgnoreEntry[] {
  const text = readTextFile(path);
  if (typeof text !== "string") throw new ProblemsError([text]);
  const document = parseDocument(text, path);
  if (!("value" in document)) throw new ProblemsError(document);
  const reading = new Reading(document);
  const entries = reading.entries();
  if (reading.problems.length > 0) throw new ProblemsError(reading.problems);
  return entries;
}

/** One reading of a file: what was found so far. */
class Reading {
  readonly problems: Problem[] = [];
  readonly #document: SourceDocument;
  readonly #seen = new Map<string, Place>();

  constructor(document: SourceDocument) {
    this.#document = document;
  }

  entries(): readonly IgnoreEntry[] {
    const { value, start } = this.#document;
    if (Array.isArray(value)) return value.flatMap((entry: unknown, at) => this.#entry(entry, value, at) ?? []);
    this.#report("wrong-type", "the file is not a list", start, {
      expected: `a list of findings with ${keyList}`,
      remedy: `write every finding as ${example}; write [] for none`,
    });
    return [];
  }

  #entry(entry: unknown, list: object, at: number): IgnoreEntry | undefined {
    const place = this.#document.valuePlace(list, at);
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      const remedy = `write it as ${example}`;
      this.#report("wrong-type", "this is not a block of keys", place, { expected: `the keys ${keyList}`, remedy });
      return undefined;
    }
    const block: Readonly<Record<string, unknown>> = { ...entry };
    for (const key of Object.keys(block)) if (!keys.some((known) => known === key)) this.#unknownKey(key, entry);
    const fingerprint = this.#fingerprint(block, entry, place);
    const reason = this.#reason(block, entry, place);
    const expires = this.#expires(block, entry, place);
    if (fingerprint === undefined || reason === undefined || expires === undefined) return undefined;
    return { fingerprint, reason, expires, place };
  }

  #fingerprint(block: Readonly<Record<string, unknown>>, entry: object, place: Place): string | undefined {
    const value = this.#given("fingerprint", block, entry, place, "of which finding it speaks");
    if (value === undefined) return undefined;
    const at = this.#document.valuePlace(entry, "fingerprint");
    const expected = "the 12 digits from 0 to f that the comparison prints, in double quotes";
    if (typeof value !== "string") {
      const written = this.#document.sourceText(entry, "fingerprint");
      const remedy = written === undefined ? "copy it from what is printed" : `write "${written}"`;
      this.#report("wrong-type", "the fingerprint is not text", at, { expected, remedy });
      return undefined;
    }
    if (!/^[0-9a-f]{12}$/.test(value)) {
      const message = `\`${value}\` is not a fingerprint`;
      this.#report("not-a-fingerprint", message, at, { expected, remedy: "copy it from what is printed" });
      return undefined;
    }
    const first = this.#seen.get(value);
    if (first === undefined) this.#seen.set(value, at);
    else {
      this.problems.push({
        code: "ignored-twice",
        severity: "error",
        message: `the finding \`${value}\` is in the list twice`,
        place: at,
        remedy: "keep one of the two",
        related: [{ place: first, message: "it stands here first" }],
      });
    }
    return value;
  }

  #reason(block: Readonly<Record<string, unknown>>, entry: object, place: Place): string | undefined {
    const value = this.#given("reason", block, entry, place, "why the finding is accepted");
    if (value === undefined) return undefined;
    const isFilledIn = typeof value === "string" && value.trim() !== "" && value !== reasonToFillIn;
    if (isFilledIn) return value;
    const message = typeof value === "string" ? "the reason is not filled in" : "the reason is not text";
    this.#report(typeof value === "string" ? "missing-reason" : "wrong-type", message, this.#at(entry, "reason"), {
      expected: "a sentence for whoever reads this later",
      remedy: "write why the finding is accepted",
    });
    return undefined;
  }

  #expires(block: Readonly<Record<string, unknown>>, entry: object, place: Place): Day | undefined {
    const value = this.#given("expires", block, entry, place, "until when it is accepted");
    if (value === undefined) return undefined;
    const at = this.#at(entry, "expires");
    const day = readDay(typeof value === "string" ? value : (this.#document.sourceText(entry, "expires") ?? ""), at);
    if (typeof day === "number") return day;
    this.problems.push(day);
    return undefined;
  }

  #given(
    key: (typeof keys)[number],
    block: Readonly<Record<string, unknown>>,
    entry: object,
    place: Place,
    what: string,
  ): unknown {
    if (Object.hasOwn(block, key) && block[key] !== null) return block[key];
    const at = Object.hasOwn(block, key) ? this.#document.keyPlace(entry, key) : place;
    this.#report("missing-key", `\`${key}\` is missing: ${what}`, at, {
      expected: `the keys ${keyList}`,
      remedy: `write it as ${example}`,
    });
    return undefined;
  }

  #unknownKey(key: string, entry: object): void {
    const near = nearest(
      key,
      keys.filter((known) => !Object.hasOwn(entry, known)),
    );
    this.#report("unknown-key", `there is no key \`${key}\` here`, this.#document.keyPlace(entry, key), {
      expected: `the keys ${keyList}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : `write \`${near}\``,
    });
  }

  #at(entry: object, key: string): Place {
    return this.#document.valuePlace(entry, key);
  }

  #report(
    code: string,
    message: string,
    place: Place,
    details: { readonly expected: string; readonly nearest?: string; readonly remedy: string },
  ): void {
    this.problems.push({ code, severity: "error", message, place, ...details });
  }
}
