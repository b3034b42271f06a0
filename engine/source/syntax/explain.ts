import type { Document, ParsedNode, YAMLError } from "yaml";
import type { Problem } from "../problem.ts";
import type { SourceText } from "../source-text.ts";
import * as brackets from "./brackets.ts";
import type { Finding, Repair } from "./finding.ts";
import * as indent from "./indentation.ts";
import * as keys from "./keys.ts";
import * as marks from "./marks.ts";
import * as quotes from "./quotes.ts";
import { SyntaxText } from "./text.ts";

/** What is wrong with the form of a document. */
export interface SyntaxFindings {
  readonly problems: readonly Problem[];
  /** For the first mistake that hides others. */
  readonly repair: Repair | undefined;
}

/** After these the library has left the document and calls everything that follows unexpected. */
const LOST = /in YAML (?:stream|document)/;

/**
 * Says what is wrong with the form of a document in words for someone who does not program, one problem for each
 * mistake: the library reports some mistakes several times, and some at the place where it noticed, not where they are.
 *
 * @param most how many to explain at most
 */
export function explainSyntax(
  errors: readonly YAMLError[],
  document: Document.Parsed<ParsedNode> | undefined,
  source: SourceText,
  most: number,
): SyntaxFindings {
  const ordered = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const explainer = new Explainer(new SyntaxText(source, document));
  const problems: Problem[] = [];
  let repair: Repair | undefined;
  let reachedLine = 0;
  let isTabbed = false;
  for (let at = 0; at < ordered.length && problems.length < most; ) {
    const together = startingTogether(ordered, at);
    at += together.length;
    const [error] = together;
    if (error === undefined) break;
    const line = source.lineOf(error.pos[0]);
    if (line <= reachedLine) continue;
    const finding = explainer.explain(error, together);
    if (finding === undefined || (finding.vague && problems.length > 0)) continue;
    if (finding.ofIndentation === "depth" && isTabbed) continue;
    isTabbed ||= finding.ofIndentation === "tab";
    problems.push(finding.problem);
    repair ??= finding.repair;
    reachedLine = Math.max(line, source.lineOf(Math.max(finding.reach - 1, 0)));
    if (LOST.test(error.message)) break;
  }
  return { problems, repair };
}

/** The errors from `at` on that start at the same offset: the library often says one mistake in several ways. */
function startingTogether(ordered: readonly YAMLError[], at: number): readonly YAMLError[] {
  const start = ordered[at]?.pos[0];
  let end = at + 1;
  while (end < ordered.length && ordered[end]?.pos[0] === start) end++;
  return ordered.slice(at, end);
}

/** Finds the explanation of an error from its code, the library's wording where a code says too little, and the text. */
class Explainer {
  readonly #text: SyntaxText;
  /** The end of brackets that the wrong bracket closed: those around them then seem unclosed as well. */
  readonly #wronglyClosed = new Set<number>();
  #unclosedQuote = -1;

  constructor(text: SyntaxText) {
    this.#text = text;
  }

  /** @param together all errors that start where this one does */
  explain(error: YAMLError, together: readonly YAMLError[]): Finding | undefined {
    const text = this.#text;
    const [start, end] = error.pos;
    if (indent.isTabbed(text, start)) return indent.tab(text, start);
    switch (error.code) {
      case "TAB_AS_INDENT":
        return indent.tab(text, start);
      case "BLOCK_IN_FLOW":
        return brackets.blockInBrackets(text, start, end);
      case "BLOCK_AS_IMPLICIT_KEY":
      case "MULTILINE_IMPLICIT_KEY":
        return this.#notAKey(error, together);
      case "MISSING_CHAR":
        return this.#missing(error.message, start, end);
      case "BAD_INDENT":
        return error.message.includes("end with a") ? this.#unclosedBracket(start) : indent.indentation(text, start);
      case "BAD_SCALAR_START":
        return marks.badStart(text, start);
      case "BAD_DQ_ESCAPE":
        return quotes.badEscape(text, start, error.message.replace("Invalid escape sequence ", ""));
      case "UNEXPECTED_TOKEN":
        return this.#unexpected(error.message, start, end);
      case "TAG_RESOLVE_FAILED":
        return marks.unknownTag(text, start, end);
      case "BAD_ALIAS":
      case "ALIAS_PROPS":
      case "MULTIPLE_ANCHORS":
      case "MULTIPLE_TAGS":
      case "BAD_PROP_ORDER":
        return marks.misplacedMark(text, start, end);
      case "KEY_OVER_1024_CHARS":
        return keys.longKey(text, start, end);
      default:
        return marks.unreadable(text, start, end);
    }
  }

  /** Something that is no key, up to the next colon. */
  #notAKey(error: YAMLError, together: readonly YAMLError[]): Finding {
    const text = this.#text;
    const [start] = error.pos;
    const reach = Math.max(...together.map(({ pos }) => pos[1]));
    const codes = new Set(together.map(({ code }) => code));
    if (codes.has("BLOCK_IN_FLOW")) return brackets.blockInBrackets(text, start, reach);
    if (error.message.includes("block sequence")) return indent.indentation(text, start);
    if (!codes.has("BLOCK_AS_IMPLICIT_KEY")) return keys.noColon(text, start, reach);
    return codes.has("MULTILINE_IMPLICIT_KEY") ? indent.furtherIn(text, start, reach) : keys.secondColon(text, start);
  }

  #missing(message: string, start: number, end: number): Finding | undefined {
    const text = this.#text;
    if (message.includes("quote")) {
      this.#unclosedQuote = text.openingQuote(start) ?? start;
      return quotes.openQuote(text, "this quote is never closed", this.#unclosedQuote, start);
    }
    if (message.includes("must end with")) return this.#unclosedBracket(start);
    if (message.includes("Implicit map keys")) return keys.noColon(text, start, end);
    if (message.startsWith("Comments")) return marks.gluedComment(text, start, end);
    if (message.includes("Missing space after :")) return keys.noSpaceAfterColon(text, start, end);
    if (message.startsWith("Missing ,")) {
      return brackets.noComma(text, start, end, message.includes("flow map"), message.includes(":"));
    }
    if (message.startsWith("Sequence item")) return indent.indentation(text, start);
    if (message.includes("leading empty lines")) return indent.longBlankLines(text, start);
    if (message.includes("directives-end marker")) return marks.afterDashes(text, start);
    if (message.startsWith("Tags and anchors") || message.startsWith("Missing newline")) {
      return marks.misplacedMark(text, start, end);
    }
    return marks.unreadable(text, start, end);
  }

  /** Undefined for brackets that seem unclosed only because of another mistake. */
  #unclosedBracket(offset: number): Finding | undefined {
    const opening = this.#text.openingBracket(offset) ?? offset;
    if (this.#wronglyClosed.has(offset) || this.#unclosedQuote > opening) return undefined;
    if (brackets.isClosing(this.#text, offset)) this.#wronglyClosed.add(offset + 1);
    return brackets.unclosedBracket(this.#text, opening, offset);
  }

  #unexpected(message: string, start: number, end: number): Finding {
    const text = this.#text;
    if (message.startsWith("Block scalar header") || message.startsWith("Not a YAML token")) {
      return marks.textAfterBar(text, start, end);
    }
    if (message.includes("on same line with key")) return keys.listOnKeyLine(text, start, end);
    if (message.startsWith("Unexpected ,") || message.startsWith("Unexpected empty item")) {
      return brackets.surplusComma(text, start, end);
    }
    if (brackets.isClosing(text, start)) return brackets.strayBracket(text, start, end);
    // Something follows what is complete already.
    const before = text.endBefore(start);
    const last = text.text.charAt(before - 1);
    if (last === '"' || last === "'") return quotes.afterQuote(text, last, before, start);
    if (last === "]" || last === "}") return brackets.afterBracket(text, last, start);
    return marks.textAfterAlias(text, before, start) ?? marks.unreadable(text, start, end);
  }
}
