import type { Document, ParsedNode } from "yaml";
import type { Place } from "../place.ts";
import type { SourceText } from "../source-text.ts";
import { yamlLibrary } from "../yaml-library.ts";

/** A quoted text or a pair of brackets as the library understood it. */
interface Enclosure {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** The text of a file with the questions that finding a mistake in it asks. */
export class SyntaxText {
  readonly source: SourceText;
  readonly text: string;
  readonly #document: Document.Parsed<ParsedNode> | undefined;
  #enclosures: readonly Enclosure[] | undefined;

  constructor(source: SourceText, document: Document.Parsed<ParsedNode> | undefined) {
    this.source = source;
    this.text = source.text;
    this.#document = document;
  }

  place(start: number, end: number): Place {
    return this.source.place(start, end);
  }

  /** The place of a line's content. */
  linePlace(line: number): Place {
    const text = this.source.lineText(line);
    const start = this.source.lineStart(line);
    return this.source.place(start + text.length - text.trimStart().length, start + text.trimEnd().length);
  }

  /** The number of the line that an offset is on. */
  lineNumber(offset: number): number {
    return this.source.lineOf(offset);
  }

  /** The line that an offset is on. */
  line(offset: number): string {
    return this.source.lineText(this.source.lineOf(offset));
  }

  /** The nearest line above that is not blank. */
  lineAbove(offset: number): string {
    for (let line = this.source.lineOf(this.skipSpaces(offset)) - 1; line > 0; line--) {
      const text = this.source.lineText(line);
      if (text.trim() !== "") return text;
    }
    return "";
  }

  /** Where the content of a line ends: before trailing spaces and a comment. */
  lineEnd(offset: number): number {
    const line = this.source.lineOf(offset);
    const text = this.source.lineText(line);
    const start = this.source.lineStart(line);
    const from = offset - start;
    const comment = text.indexOf(" #", from);
    return start + from + text.slice(from, comment === -1 ? undefined : comment).trimEnd().length;
  }

  /** The first offset that is neither space nor line break. */
  skipSpaces(offset: number): number {
    let at = offset;
    while (at < this.text.length && " \n".includes(this.text.charAt(at))) at++;
    return at;
  }

  /** The end of the last character before an offset that is neither space nor line break. */
  endBefore(offset: number): number {
    let at = offset;
    while (at > 0 && " \t\n".includes(this.text.charAt(at - 1))) at--;
    return at;
  }

  /** The end of a word, at least one character long. */
  wordEnd(offset: number): number {
    const word = /^[^\s,[\]{}]+/.exec(this.text.slice(offset, offset + 100));
    return offset + (word?.[0].length ?? 1);
  }

  /** Where the quoted text that ends at an offset starts. */
  openingQuote(end: number): number | undefined {
    return this.#enclosure(end, true)?.start;
  }

  /** Where the brackets that end at an offset, closed or not, start; the innermost if there are several. */
  openingBracket(end: number): number | undefined {
    return this.#enclosure(end, false)?.start;
  }

  #enclosure(end: number, quoted: boolean): Enclosure | undefined {
    this.#enclosures ??= enclosuresOf(this.#document);
    return this.#enclosures.findLast((one) => one.quoted === quoted && one.end === end);
  }
}

/** In the order in which they start. */
function enclosuresOf(document: Document.Parsed<ParsedNode> | undefined): readonly Enclosure[] {
  if (document === undefined) return [];
  const enclosures: Enclosure[] = [];
  const note = (range: readonly number[] | null | undefined, quoted: boolean): void => {
    const [start, end] = range ?? [];
    if (start !== undefined && end !== undefined) enclosures.push({ start, end, quoted });
  };
  yamlLibrary().visit(document, {
    Scalar: (_key, node) => {
      if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") note(node.range, true);
    },
    Collection: (_key, node) => {
      if (node.flow === true) note(node.range, false);
    },
  });
  return enclosures;
}
