import type { Document, ParsedNode, YAMLError } from "yaml";
import type { Place } from "./place.ts";
import type { Problem, SourceCode } from "./problem.ts";
import type { SourceText } from "./source-text.ts";
import { yamlLibrary } from "./yaml-library.ts";

/** A problem with how far it reaches: what the library reports within its reach is only a consequence of it. */
interface Finding {
  readonly problem: Problem;
  readonly reach: number;
  readonly repair?: Repair;
}

/**
 * A stretch of text to be replaced, character by character, so that the rest of the document can be read and the other
 * mistakes in it be found: one quote that is never closed swallows all that follows.
 */
export interface Repair {
  readonly problem: Problem;
  readonly start: number;
  readonly end: number;
  readonly filler: string;
}

/** What is wrong with the form of a document. */
export interface SyntaxFindings {
  readonly problems: readonly Problem[];
  /** The first mistake that hides others. */
  readonly repair: Repair | undefined;
}

/** A quoted text or a pair of brackets as the library understood it. */
interface Enclosure {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const QUOTE_IT = "put the text in quotes";

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
  const explainer = new Explainer(source, document);
  const problems: Problem[] = [];
  let repair: Repair | undefined;
  let reachedLine = 0;
  for (let at = 0; at < ordered.length && problems.length < most; ) {
    const together = startingTogether(ordered, at);
    at += together.length;
    const [error] = together;
    if (error === undefined) break;
    const line = source.lineOf(error.pos[0]);
    if (line <= reachedLine) continue;
    const finding = explainer.explain(error, together);
    if (finding === undefined) continue;
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

/** After these the library has left the document and calls everything that follows unexpected. */
const LOST = /in YAML (?:stream|document)/;

class Explainer {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #document: Document.Parsed<ParsedNode> | undefined;
  #enclosures: readonly Enclosure[] | undefined;
  /** The end of brackets that the wrong bracket closed: those around them then seem unclosed as well. */
  readonly #wronglyClosed = new Set<number>();
  #unclosedQuote: number | undefined;

  constructor(source: SourceText, document: Document.Parsed<ParsedNode> | undefined) {
    this.#source = source;
    this.#text = source.text;
    this.#document = document;
  }

  /** @param together all errors that start where this one does */
  explain(error: YAMLError, together: readonly YAMLError[]): Finding | undefined {
    const [start, end] = error.pos;
    if (/^ *\t/.test(this.#lineOf(start))) return this.#tabs(start);
    const has = (code: YAMLError["code"], words = ""): boolean =>
      together.some((other) => other.code === code && other.message.includes(words));
    switch (error.code) {
      case "TAB_AS_INDENT":
        return this.#tabs(start);
      case "BLOCK_IN_FLOW":
        return this.#blockInBrackets(start, end);
      case "BLOCK_AS_IMPLICIT_KEY":
      case "MULTILINE_IMPLICIT_KEY": {
        const reach = Math.max(...together.map(({ pos }) => pos[1]));
        if (has("BLOCK_IN_FLOW")) return this.#blockInBrackets(start, reach);
        if (has("BLOCK_AS_IMPLICIT_KEY", "Nested")) {
          return has("MULTILINE_IMPLICIT_KEY") ? this.#furtherIn(start, reach) : this.#secondColon(start);
        }
        if (error.message.includes("block sequence")) return this.#indentation(start);
        return this.#noColon(start, reach);
      }
      case "MISSING_CHAR":
        return this.#missing(error, start, end);
      case "BAD_INDENT":
        return error.message.includes("end with a") ? this.#unclosedBracket(start) : this.#indentation(start);
      case "BAD_SCALAR_START":
        return this.#badStart(start);
      case "BAD_DQ_ESCAPE":
        return this.#badEscape(start, error.message);
      case "UNEXPECTED_TOKEN":
        return this.#unexpected(error, start, end);
      case "TAG_RESOLVE_FAILED":
        return this.#tag(start, end);
      case "BAD_ALIAS":
      case "ALIAS_PROPS":
      case "MULTIPLE_ANCHORS":
      case "MULTIPLE_TAGS":
      case "BAD_PROP_ORDER":
        return this.#mark(start, end);
      case "KEY_OVER_1024_CHARS":
        return finding(
          "yaml-syntax",
          "this key is longer than 1024 characters",
          this.#source.place(start, end),
          "use a shorter key",
          end,
        );
      case "RESOURCE_EXHAUSTION":
        return finding(
          "too-deep",
          "lists and blocks of keys are nested too deep here",
          this.#source.place(start, start + 1),
          "put fewer of them inside each other",
          this.#text.length,
        );
      default:
        return this.#unreadable(start, end);
    }
  }

  #tabs(offset: number): Finding {
    const lineStart = this.#source.lineStart(this.#source.lineOf(offset));
    const tab = this.#text.indexOf("\t", lineStart);
    let end = tab;
    while (this.#text[end] === "\t") end++;
    return finding(
      "yaml-syntax",
      "this line is indented with a tab",
      this.#source.place(tab, end),
      "indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces",
      offset,
    );
  }

  /** A value in brackets that the library took for a mapping or list by indentation. */
  #blockInBrackets(start: number, end: number): Finding {
    if (/^-\s/.test(this.#text.slice(start, start + 2))) {
      return finding(
        "yaml-syntax",
        "a list with dashes can't stand inside brackets",
        this.#source.place(start, start + 1),
        "inside [ ], leave the dashes out and separate the items with commas",
        this.#lineEnd(start),
      );
    }
    const firstLine = this.#lineEnd(start);
    if (firstLine < this.#text.slice(0, end).indexOf(":", start)) {
      return finding(
        "yaml-syntax",
        "there is no comma at the end of this entry",
        this.#source.place(start, firstLine),
        "separate the entries inside { } or [ ] with commas",
        end,
      );
    }
    return finding(
      "yaml-syntax",
      "there is a second colon in this entry",
      this.#source.place(start, Math.min(end, firstLine)),
      "if a new entry starts here, write a comma before it; if the colon is part of a text, put the text in quotes",
      end,
    );
  }

  /** `a: 1`, and below it a key that is indented further. */
  #furtherIn(start: number, end: number): Finding {
    const line = this.#source.lineOf(end - 1);
    const name = /^[\s-]*/.exec(this.#lineOf(start))?.[0].length ?? 0;
    return finding(
      "yaml-syntax",
      "this line is indented further than the one above it, which has a value already",
      this.#line(line),
      `indent it by ${spaces(name)}, like the key above; if it continues the text above, put the whole text in quotes`,
      end,
      [{ place: this.#source.place(start, end), message: "the value above" }],
    );
  }

  #secondColon(start: number): Finding {
    const end = this.#lineEnd(start);
    const value = this.#text.slice(start, end);
    const quoted = /["\\]/.test(value) || value.length > 60 ? "" : `: "${value}"`;
    return finding(
      "yaml-syntax",
      "there is a second colon in this line",
      this.#source.place(start, end),
      `if the colon is part of the text, ${QUOTE_IT}${quoted}; otherwise start a new, further indented line after the first colon`,
      end,
    );
  }

  /** Words where a key with a colon belongs: several lines up to the next colon, or a line on its own. */
  #noColon(start: number, end: number): Finding {
    const lineEnd = Math.min(end, this.#lineEnd(start));
    const words = this.#text.slice(start, lineEnd).trimEnd();
    const place = this.#source.place(start, start + words.length);
    const glued = /^([\w.-]+):(\S.*)$/.exec(words);
    if (glued !== null) {
      return finding(
        "yaml-syntax",
        `there is no space after the colon of \`${glued[1]}\``,
        place,
        `write \`${glued[1]}: ${glued[2]}\``,
        end,
      );
    }
    if (/[|>][-+\d]*\s*$/.test(this.#lineAbove(start))) {
      return finding(
        "yaml-syntax",
        "the text below `|` or `>` is not indented",
        place,
        "indent every line of the text further than the line with `|` or `>`",
        end,
      );
    }
    if (/^-\S/.test(words)) {
      return finding("yaml-syntax", "there is no space after the dash", place, `write \`- ${words.slice(1)}\``, end);
    }
    if (/^(?:\/\/|\/\*)/.test(words)) {
      return finding("yaml-syntax", "this is not a comment", place, "start a comment with # and a space", end);
    }
    const name = words.length > 40 ? "this text" : `\`${words}\``;
    const hint = /^[^=\s]+ ?= ?\S/.test(words) ? "; write `key: value`, not `key = value`" : "";
    return finding(
      "yaml-syntax",
      `there is no colon after ${name}`,
      place,
      `write a colon and a space after a key; indent a line that continues the text above${hint}`,
      end,
    );
  }

  #missing(error: YAMLError, start: number, end: number): Finding | undefined {
    const { message } = error;
    if (message.includes("quote")) return this.#unclosedQuoteAt(start);
    if (message.includes("must end with")) return this.#unclosedBracket(start);
    if (message.includes("Implicit map keys")) return this.#noColon(start, end);
    if (message.startsWith("Comments")) {
      // A comment on a line of its own inside brackets is fine; the library overlooks the line break before it.
      if (this.#lineOf(start).trimStart().startsWith("#")) return undefined;
      return finding(
        "yaml-syntax",
        "there is no space before `#`",
        this.#source.place(start, start + 1),
        "write a space before the # of a comment; if the # is part of the text, put the whole text in quotes",
        end,
      );
    }
    if (message.includes("Missing space after :")) {
      return finding(
        "yaml-syntax",
        "there is no space after the colon",
        this.#source.place(start, end),
        "write a space after the colon",
        end,
      );
    }
    if (message.startsWith("Missing ,")) {
      const inMapping = message.includes("flow map");
      const at = this.#skipSpaces(start);
      return finding(
        "yaml-syntax",
        `there is no comma${inMapping && message.includes(":") ? " or colon" : ""} before this`,
        this.#source.place(at, this.#wordEnd(at)),
        inMapping
          ? "inside { }, write `key: value` and separate the entries with commas"
          : "separate the items inside [ ] with commas",
        end,
      );
    }
    if (message.startsWith("Sequence item")) return this.#indentation(start);
    if (message.includes("leading empty lines")) {
      return finding(
        "yaml-syntax",
        "the blank lines above this text are longer than its indentation",
        this.#source.place(start, this.#lineEnd(start)),
        "delete the spaces in the blank lines above it",
        end,
      );
    }
    if (message.includes("directives-end marker")) {
      return finding(
        "yaml-syntax",
        "nothing may stand on the line of `---`",
        this.#line(this.#source.lineOf(start)),
        "start on the line below, or delete the `---`",
        this.#lineEnd(start),
      );
    }
    if (message.startsWith("Tags and anchors") || message.startsWith("Missing newline")) {
      return this.#mark(start, end);
    }
    return this.#unreadable(start, end);
  }

  #unclosedQuoteAt(end: number): Finding {
    const opening = this.#enclosing(end, true)?.start ?? end;
    this.#unclosedQuote = opening;
    return this.#openQuote("this quote is never closed", opening, end);
  }

  #openQuote(message: string, opening: number, reach: number): Finding {
    const quote = this.#text[opening] ?? '"';
    const place = this.#source.place(opening, this.#lineEnd(opening));
    const found = finding("yaml-syntax", message, place, `write ${quote} at the end of the text`, reach);
    const swallowed = this.#source.lineOf(reach) > place.line;
    return swallowed ? repairable(found, opening, opening + place.text.length - place.column + 1, "x") : found;
  }

  #unclosedBracket(offset: number): Finding | undefined {
    const enclosure = this.#enclosing(offset, false);
    const opening = enclosure?.start ?? offset;
    if (this.#wronglyClosed.has(offset)) return undefined;
    if (this.#unclosedQuote !== undefined && this.#unclosedQuote > opening) return undefined;
    const bracket = this.#text[opening] === "{" ? "{" : "[";
    const closing = bracket === "{" ? "}" : "]";
    const found = this.#text[offset] ?? "";
    if (found === "]" || found === "}") {
      this.#wronglyClosed.add(offset + 1);
      return finding(
        "yaml-syntax",
        `\`${bracket}\` is closed by \`${found}\``,
        this.#source.place(offset, offset + 1),
        `write \`${closing}\` here, or close the \`${bracket}\` before`,
        offset + 1,
        [{ place: this.#source.place(opening, opening + 1), message: "opened here" }],
      );
    }
    return finding(
      "yaml-syntax",
      `this \`${bracket}\` is never closed`,
      this.#source.place(opening, opening + 1),
      `write \`${closing}\` after its last entry; what is inside must be indented further than the line it starts on`,
      offset,
    );
  }

  #indentation(offset: number): Finding {
    const line = this.#source.lineOf(this.#skipSpaces(offset));
    const text = this.#source.lineText(line);
    const above = this.#lineAbove(offset);
    const indent = text.length - text.trimStart().length;
    const listAbove = /^\s*- /.test(above) && above.length - above.trimStart().length === indent;
    if (listAbove && !/^-\s/.test(text.trimStart())) {
      return finding(
        "yaml-syntax",
        "this line stands among the items of a list and does not start with a dash and a space",
        this.#line(line),
        "write `- ` before an item; indent what belongs to the item above further",
        this.#source.lineStart(line + 1),
      );
    }
    if (/^-\S/.test(text.trimStart())) {
      return finding(
        "yaml-syntax",
        "there is no space after the dash",
        this.#line(line),
        "write a space after the dash",
        this.#source.lineStart(line + 1),
      );
    }
    return finding(
      "yaml-syntax",
      `this line is indented by ${spaces(indent)}, which fits no line above it`,
      this.#line(line),
      "indent it exactly like the lines that it belongs with",
      this.#source.lineStart(line + 1),
    );
  }

  #badStart(start: number): Finding {
    const character = this.#text[start] ?? "";
    return finding(
      "yaml-syntax",
      `a text can't start with ${character === "`" ? "a backtick" : `\`${character}\``}`,
      this.#source.place(start, this.#lineEnd(start)),
      QUOTE_IT,
      start + 1,
    );
  }

  #badEscape(start: number, message: string): Finding {
    const sequence = message.replace("Invalid escape sequence ", "");
    return finding(
      "yaml-syntax",
      `\`${sequence}\` has no meaning inside double quotes`,
      this.#source.place(start, start + sequence.length),
      "write the backslash twice, or use single quotes around the text",
      start + sequence.length,
    );
  }

  #unexpected(error: YAMLError, start: number, end: number): Finding {
    const { message } = error;
    const character = this.#text[start] ?? "";
    const place = this.#source.place(start, end);
    if (message.startsWith("Block scalar header") || message.startsWith("Not a YAML token")) {
      const line = this.#line(this.#source.lineOf(start));
      return finding(
        "yaml-syntax",
        "nothing may follow `|` or `>` on the same line",
        place,
        "start the text on the next line, indented; if `|` or `>` is part of the text, put the text in quotes",
        start + line.length,
      );
    }
    if (message.includes("on same line with key")) {
      return finding(
        "yaml-syntax",
        "a list can't start on the same line as its key",
        place,
        "start the list on the next line; if the dash is part of the text, put the text in quotes",
        this.#lineEnd(start),
      );
    }
    if (message.startsWith("Unexpected ,") || message.startsWith("Unexpected empty item")) {
      return finding("yaml-syntax", "there is nothing before this comma", place, "delete the comma", end);
    }
    if (character === "]" || character === "}") {
      const found = finding(
        "yaml-syntax",
        `there is no open \`${character === "]" ? "[" : "{"}\` for this \`${character}\` to close`,
        place,
        `delete it; if it is part of a text, ${QUOTE_IT}`,
        end,
      );
      return repairable(found, start, end, " ");
    }
    return this.#after(start) ?? this.#unreadable(start, end);
  }

  /** Something follows what is complete already. */
  #after(start: number): Finding | undefined {
    let before = start;
    while (before > 0 && " \t\r\n".includes(this.#text.charAt(before - 1))) before--;
    const last = this.#text.charAt(before - 1);
    const end = this.#lineEnd(start);
    const place = this.#source.place(start, end);
    if (last === '"' || last === "'") {
      const opening = this.#enclosing(before, true)?.start ?? before;
      if (this.#source.lineOf(opening) !== this.#source.lineOf(before)) {
        return this.#openQuote("this quote is not closed on its line", opening, end);
      }
      const twice = last === "'" ? "write an apostrophe inside single quotes twice" : 'write \\" for a quote inside';
      return finding(
        "yaml-syntax",
        "there is text after the closing quote",
        place,
        `put the whole text inside the quotes (${twice}); after a key, write a colon`,
        end,
      );
    }
    if (last === "]" || last === "}") {
      return finding(
        "yaml-syntax",
        `there is something after the closing \`${last}\``,
        place,
        `if the brackets are part of a text, put the whole text in quotes; otherwise delete what follows \`${last}\``,
        end,
      );
    }
    const alias = /\*\S*$/.exec(this.#text.slice(Math.max(0, before - 100), before));
    if (alias === null) return undefined;
    return finding(
      "yaml-syntax",
      "a text can't start with `*`",
      this.#source.place(before - alias[0].length, end),
      QUOTE_IT,
      end,
    );
  }

  #tag(start: number, end: number): Finding {
    const tag = this.#text.slice(start, end);
    return finding(
      "unknown-tag",
      `the tag \`${tag}\` is not supported here`,
      this.#source.place(start, end),
      "if it is part of the text, put the text in quotes; otherwise delete it",
      end,
    );
  }

  #mark(start: number, end: number): Finding {
    return finding(
      "yaml-syntax",
      "`&`, `*` and `!` have a meaning of their own at the start of a value",
      this.#source.place(start, Math.max(end, this.#wordEnd(start))),
      `if it is part of the text, ${QUOTE_IT}; otherwise write one such mark only, followed by a space`,
      end,
    );
  }

  #unreadable(start: number, end: number): Finding {
    return finding(
      "yaml-syntax",
      "this part can't be understood",
      this.#source.place(start, end),
      "check the quotes, brackets, colons and the indentation of this line and of the line above",
      end,
    );
  }

  /** The quoted text or brackets that end at an offset; the innermost if there are several. */
  #enclosing(end: number, quoted: boolean): Enclosure | undefined {
    this.#enclosures ??= enclosuresOf(this.#document);
    return this.#enclosures.findLast((one) => one.quoted === quoted && one.end === end);
  }

  #line(line: number): Place {
    const text = this.#source.lineText(line);
    const start = this.#source.lineStart(line);
    return this.#source.place(start + text.length - text.trimStart().length, start + text.trimEnd().length);
  }

  #lineOf(offset: number): string {
    return this.#source.lineText(this.#source.lineOf(offset));
  }

  /** The nearest line above that is not blank. */
  #lineAbove(offset: number): string {
    for (let line = this.#source.lineOf(this.#skipSpaces(offset)) - 1; line > 0; line--) {
      const text = this.#source.lineText(line);
      if (text.trim() !== "") return text;
    }
    return "";
  }

  /** Where the content of a line ends: before trailing spaces and a comment. */
  #lineEnd(offset: number): number {
    const line = this.#source.lineOf(offset);
    const text = this.#source.lineText(line);
    const start = this.#source.lineStart(line);
    const from = offset - start;
    const comment = text.indexOf(" #", from);
    return start + from + text.slice(from, comment === -1 ? undefined : comment).trimEnd().length;
  }

  #skipSpaces(offset: number): number {
    let at = offset;
    while (at < this.#text.length && " \r\n".includes(this.#text.charAt(at))) at++;
    return at;
  }

  #wordEnd(offset: number): number {
    const word = /^[^\s,[\]{}]+/.exec(this.#text.slice(offset, offset + 100));
    return offset + (word?.[0].length ?? 1);
  }
}

function enclosuresOf(document: Document.Parsed<ParsedNode> | undefined): readonly Enclosure[] {
  if (document === undefined) return [];
  const { visit } = yamlLibrary();
  const enclosures: Enclosure[] = [];
  const note = (range: readonly number[] | null | undefined, quoted: boolean): void => {
    const [start, end] = range ?? [];
    if (start !== undefined && end !== undefined) enclosures.push({ start, end, quoted });
  };
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") note(node.range, true);
    },
    Collection: (_key, node) => {
      if (node.flow === true) note(node.range, false);
    },
  });
  return enclosures;
}

function repairable(found: Finding, start: number, end: number, filler: string): Finding {
  return { ...found, repair: { problem: found.problem, start, end, filler } };
}

function spaces(count: number): string {
  return `${count} ${count === 1 ? "space" : "spaces"}`;
}

function finding(
  code: SourceCode,
  message: string,
  place: Place,
  remedy: string,
  reach: number,
  related?: Problem["related"],
): Finding {
  const problem: Problem = { code, severity: "error", message, place, remedy };
  return { problem: related === undefined ? problem : { ...problem, related }, reach };
}
