import { sayDecision, sayReading, statementOf } from "../explain/condition-words.ts";
import { withoutArticle } from "../explain/names.ts";
import type { Outline } from "../explain/outline.ts";
import { sayDerived } from "../explain/value-words.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Visitor } from "../procedure/visit.ts";
import { anchorOf } from "./anchors.ts";
import { type LinkedOutline, oneLine, type Span, type Words } from "./words.ts";

/** Links the names that some formulas ask for, wherever their words say them, to the things that they stand for. */
export class Links {
  readonly #targets: ReadonlyMap<string, string>;
  readonly #pattern: RegExp | undefined;

  /**
   * @param visit calls the visitor for every name that the formulas ask for
   * @param own the anchor at which the words stand, to which nothing in them leads
   */
  constructor(model: RevisionModel, visit: (visitor: Visitor) => void, own: string) {
    const targets = new Map<string, string>();
    visit({
      reference: ({ kind, id, type }) => {
        const label = kind === "fact" ? model.facts.get(id)?.entry.label : undefined;
        if (label !== undefined) note(targets, anchorOf("fact", id), formsOf(label));
        const derived = kind === "derived" ? model.derived.get(id) : undefined;
        if (derived) note(targets, anchorOf("clause", derived.clause), formsOf(sayDerived(id, type)));
      },
      clause: (id) => note(targets, anchorOf("clause", id), [`clause ${id}`]),
      decision: (id) => note(targets, anchorOf("decision", id), [sayDecision(id)]),
      reading: (id) => note(targets, anchorOf("interpretation", id), [sayReading(id)]),
    });
    for (const [phrase, anchor] of targets) if (anchor === own) targets.delete(phrase);
    this.#targets = targets;
    this.#pattern = patternOf([...targets.keys()]);
  }

  words(text: string): Words {
    return this.#pattern === undefined
      ? [{ text: oneLine(text) }]
      : split(oneLine(text), this.#pattern, (phrase) => this.#targets.get(phrase));
  }

  outline({ text, parts }: Outline): LinkedOutline {
    return { words: this.words(text), parts: parts.map((part) => this.outline(part)) };
  }
}

/** A text in our own words, in which clauses that it names by their numbers, "clauses 2.1 to 2.3", are links. */
export function linkProse(text: string, clauses: { has(id: string): boolean }): Words {
  const line = oneLine(text);
  const number = String.raw`[0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*`;
  const list = new RegExp(String.raw`\b[Cc]lauses? ${number}(?:(?:, and|, or|,| and| or| to) ${number})*`, "g");
  return split(
    line,
    list,
    () => undefined,
    (found) => split(found, new RegExp(number, "g"), (id) => (clauses.has(id) ? anchorOf("clause", id) : undefined)),
  );
}

function note(targets: Map<string, string>, anchor: string, phrases: readonly string[]): void {
  for (const phrase of phrases.map(oneLine)) {
    if (phrase !== "" && !targets.has(phrase)) targets.set(phrase, anchor);
  }
}

/** A phrase as formulas say it: as it is, without its article, and where it begins with "whether", what follows. */
function formsOf(phrase: string): readonly string[] {
  const statement = statementOf(phrase);
  return [phrase, withoutArticle(phrase), ...(statement === undefined ? [] : [statement])];
}

/** Finds whole phrases, of several that begin at one place the longest. */
function patternOf(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const anyOf = longestFirst.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyOf})(?![.\-]?[\p{L}\p{N}])`, "gu");
}

function split(
  text: string,
  pattern: RegExp,
  anchorFor: (found: string) => string | undefined,
  within: (found: string) => Words = (found) => {
    const to = anchorFor(found);
    return [to === undefined ? { text: found } : { text: found, to }];
  },
): Words {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    spans.push({ text: text.slice(end, match.index) }, ...within(match[0]));
    end = match.index + match[0].length;
  }
  return [...spans, { text: text.slice(end) }].filter((span) => span.text !== "");
}
