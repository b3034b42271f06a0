import type { Document, ParsedNode, YAMLError } from "yaml";
import type { SourceLimits } from "./limits.ts";
import { yamlLibrary } from "./yaml-library.ts";

/** What the `yaml` library makes of a text. */
export interface Composed {
  /** The first document; undefined when the library gave up on the text. */
  readonly document: Document.Parsed<ParsedNode> | undefined;
  /** Errors and warnings of the library. */
  readonly errors: readonly YAMLError[];
  /** The extent of every `%` line. */
  readonly directives: readonly (readonly [number, number])[];
  /** Where a second document starts, if there is one. */
  readonly second: number | undefined;
}

/** Reading stopped at an offset: the text is nested deeper than allowed, or the library failed. */
export interface Stopped {
  readonly stoppedAt: number;
  readonly reason: "depth" | "failure";
}

/** More errors than anyone reads. Each costs the library a stack trace, which a megabyte of noise turns into minutes. */
const ENOUGH_ERRORS = 1000;

/**
 * Runs the library's lexer, parser and composer step by step, to stop at the first value nested too deep: the library
 * would go on to the end of the text and descend into all of it.
 */
export function compose(text: string, limits: SourceLimits): Composed | Stopped {
  const { Composer, Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    strict: true,
    // Duplicates are found later, with the first place, and without comparing every key with every other.
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  limitErrors(composer);
  const directives: [number, number][] = [];
  const documents: Document.Parsed<ParsedNode>[] = [];
  let starts = 0;
  let second: number | undefined;
  let misplaced = 0;

  const take = (tokens: ReturnType<typeof parser.end>): void => {
    for (const token of tokens) {
      if (token.type === "directive") {
        directives.push([token.offset, token.offset + token.source.length]);
        continue;
      }
      if (token.type === "error" && ++misplaced > ENOUGH_ERRORS) continue;
      if (token.type === "document" && ++starts === 2) second = token.offset;
      if (starts < 2) documents.push(...(composer.next(token) as Iterable<Document.Parsed<ParsedNode>>));
    }
  };

  try {
    for (const lexeme of new Lexer().lex(text)) {
      take(parser.next(lexeme));
      if (parser.stack.length > limits.maxDepth && depth(parser.stack) > limits.maxDepth) {
        return { stoppedAt: parser.offset, reason: "depth" };
      }
      if (second !== undefined || misplaced > ENOUGH_ERRORS) break;
    }
    if (second === undefined) take(parser.end());
    documents.push(...(composer.end(true, text.length) as Iterable<Document.Parsed<ParsedNode>>));
  } catch (error) {
    // The last resort: a stack overflow that the count of open values did not foresee, or a mistake of the library, which
    // must not reach a person as a stack trace.
    return { stoppedAt: parser.offset, reason: error instanceof RangeError ? "depth" : "failure" };
  }
  const [document] = documents;
  const overflow = document?.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (overflow !== undefined) return { stoppedAt: overflow.pos[0], reason: "depth" };
  return { document, errors: [...(document?.errors ?? []), ...(document?.warnings ?? [])], directives, second };
}

/** The library offers no limit of its own. Should a version of it name this differently, only noise gets slow again. */
function limitErrors(composer: object): void {
  const open = composer as { onError?: (...error: readonly unknown[]) => void };
  const report = open.onError;
  if (typeof report !== "function") return;
  let errors = 0;
  open.onError = (...error) => {
    if (++errors <= ENOUGH_ERRORS) report(...error);
  };
}

function depth(stack: readonly { readonly type: string }[]): number {
  return stack.filter(({ type }) => type === "block-map" || type === "block-seq" || type === "flow-collection").length;
}
