import type { StructureChange, ValueChange } from "../diff/report.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { anchorOf, anchors } from "./anchors.ts";
import type { Since } from "./book.ts";
import { type Part, partsOf } from "./change-parts.ts";
import type { BookSection } from "./clauses.ts";
import { pathWords, valueWords } from "./path-words.ts";
import { cut, shortened } from "./shorten.ts";
import { oneLine, type Span } from "./words.ts";

/** The summary of changes. */
export interface ChangeSummary {
  /** The revision that the changes are counted from; nothing where no approved revision comes before. */
  readonly base: string | undefined;
  readonly introduction: string;
  /** Kind by kind, in the order of the rules; none for a first revision. */
  readonly rows: readonly SummaryRow[];
}

/** What became of one thing. */
export interface SummaryRow {
  /** Its number and title, or what it is and its name, leading to it where the book has it. */
  readonly location: Span;
  /** Added, retired, renumbered, reworded or changed, in words. */
  readonly change: string;
  readonly values: readonly SummaryValue[];
}

/** A value that changed, short enough to be read. */
export interface SummaryValue {
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** What a revision changed, in words, with the places where it did. */
export function summaryOfChanges(
  model: RevisionModel,
  since: Since | undefined,
  sections: readonly BookSection[],
  isFirst: boolean,
): ChangeSummary {
  const { revision } = model.entry;
  if (since === undefined) {
    const introduction = isFirst
      ? `Revision ${revision} is the first revision.`
      : `No approved revision comes before revision ${revision}, from which changes could be counted.`;
    return { base: undefined, introduction, rows: [] };
  }
  const { base, changes } = since;
  const shown = new Set(sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  return {
    base: base.entry.revision,
    introduction: introductionOf(revision, base.entry.revision, changes.length),
    rows: changes.map((change) => ({
      location: locationOf(change, model, shown),
      change: changeWords(change),
      values: valuesOf(change, base, model),
    })),
  };
}

function introductionOf(revision: string, base: string, count: number): string {
  if (count === 0) return `Revision ${revision} changes nothing in what revision ${base} says.`;
  return `What revision ${revision} says otherwise than revision ${base}, the last one approved before it. A triangle (△) with the number of the revision stands beside each of these places.`;
}

function locationOf(change: StructureChange, model: RevisionModel, clauses: ReadonlySet<string>): Span {
  const { subject, id } = change;
  const title = oneLine(change.title);
  const at = (text: string, isThere: boolean): Span =>
    subject !== "procedure" && isThere ? { text, to: anchorOf(subject, id) } : { text };
  switch (subject) {
    case "procedure":
      return { text: `The procedure: ${title}`, to: anchors.top };
    case "clause":
      return at(`${id} ${title}`, clauses.has(id));
    case "fact":
      return at(`Fact: ${title}`, model.facts.has(id));
    case "contradiction":
      return at(
        `Facts that exclude each other: ${title}`,
        model.contradictions.some((one) => one.id === id),
      );
    case "decision":
      return at(`Decision: ${title}`, model.decisions.has(id));
    case "interpretation":
      return at(`Reading: ${title}`, model.interpretations.has(id));
    default:
      return subject satisfies never;
  }
}

function changeWords({ change, formerId }: StructureChange): string {
  switch (change) {
    case "added":
      return "Added";
    case "retired":
      return "Retired";
    case "renumbered":
      return formerId === undefined ? "Renumbered" : `Renumbered, formerly ${formerId}`;
    case "reworded":
      return "Reworded; it decides as before";
    case "changed":
      return "Changed";
    default:
      return change satisfies never;
  }
}

/** The formulas that differ in words, and then every value that these don't say. */
function valuesOf(change: StructureChange, base: RevisionModel, head: RevisionModel): readonly SummaryValue[] {
  const { subject, id, formerId = id, values } = change;
  if (values.length === 0) return [];
  const before = new Map(partsOf(subject, formerId, base).map((part) => [part.key, part]));
  const after = new Map(partsOf(subject, id, head).map((part) => [part.key, part]));
  const pairs = [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key), after: after.get(key) }))
    .filter((pair) => pair.before?.words !== pair.after?.words)
    .filter((pair) => values.some((value) => says(pair, value)));
  return [
    ...values
      .filter((value) => !pairs.some((pair) => says(pair, value)))
      .map(({ path, before: old, after: now }) => sideBySide(pathWords(path), worded(old), worded(now))),
    ...pairs.map((pair) =>
      sideBySide(pair.after?.what ?? pair.before?.what ?? "", pair.before?.words, pair.after?.words),
    ),
  ];
}

/** Whether a formula that differs is the one in which a value does. A removed value has its path on the base side. */
function says(
  pair: { readonly before: Part | undefined; readonly after: Part | undefined },
  value: ValueChange,
): boolean {
  const part = value.after === undefined ? (pair.before ?? pair.after) : (pair.after ?? pair.before);
  return part?.paths.some((path) => isWithin(value.path, path) || isWithin(path, value.path)) === true;
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

function worded(line: string | undefined): string | undefined {
  return line === undefined ? undefined : oneLine(valueWords(line));
}

function sideBySide(what: string, before: string | undefined, after: string | undefined): SummaryValue {
  if (before !== undefined && after !== undefined) return { what, ...shortened(before, after) };
  return {
    what,
    ...(before === undefined ? {} : { before: cut(before) }),
    ...(after === undefined ? {} : { after: cut(after) }),
  };
}
