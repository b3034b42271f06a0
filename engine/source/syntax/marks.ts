import { type Finding, misspelt } from "./finding.ts";
import type { SyntaxText } from "./text.ts";

const QUOTE_IT = "put the text in quotes";

/** A text that starts with a character of special meaning. */
export function badStart(text: SyntaxText, start: number): Finding {
  const character = text.text.charAt(start);
  return misspelt(
    `a text can't start with ${character === "`" ? "a backtick" : `\`${character}\``}`,
    text.place(start, text.lineEnd(start)),
    QUOTE_IT,
    start + 1,
  );
}

/** Text behind an alias that ends at `end`, as in `*important* words`; undefined when there is no alias. */
export function textAfterAlias(text: SyntaxText, end: number, start: number): Finding | undefined {
  const alias = /\*\S*$/.exec(text.text.slice(Math.max(0, end - 100), end));
  if (alias === null) return undefined;
  const lineEnd = text.lineEnd(start);
  return misspelt("a text can't start with `*`", text.place(end - alias[0].length, lineEnd), QUOTE_IT, lineEnd);
}

/** Text on the line of `|` or `>`. */
export function textAfterBar(text: SyntaxText, start: number, end: number): Finding {
  return misspelt(
    "nothing may follow `|` or `>` on the same line",
    text.place(start, end),
    "start the text on the next line, indented; if `|` or `>` is part of the text, put the text in quotes",
    Math.max(end, text.lineEnd(start)),
  );
}

/** A `#` right behind a value; undefined when it starts its line, which is fine and only seems wrong to the library. */
export function gluedComment(text: SyntaxText, start: number, end: number): Finding | undefined {
  if (text.line(start).trimStart().startsWith("#")) return undefined;
  return misspelt(
    "there is no space before `#`",
    text.place(start, start + 1),
    "write a space before the # of a comment; if the # is part of the text, put the whole text in quotes",
    end,
  );
}

/** Content on the line of `---`. */
export function afterDashes(text: SyntaxText, start: number): Finding {
  return misspelt(
    "nothing may stand on the line of `---`",
    text.linePlace(text.lineNumber(start)),
    "start on the line below, or delete the `---`",
    text.lineEnd(start),
  );
}

/** `!name` */
export function unknownTag(text: SyntaxText, start: number, end: number): Finding {
  const { problem, reach } = misspelt(
    `the tag \`${text.text.slice(start, end)}\` is not supported here`,
    text.place(start, end),
    "if it is part of the text, put the text in quotes; otherwise delete it",
    end,
  );
  return { problem: { ...problem, code: "unknown-tag" }, reach };
}

/** Any other use of `&`, `*` or `!` that makes no sense. */
export function misplacedMark(text: SyntaxText, start: number, end: number): Finding {
  return misspelt(
    "`&`, `*` and `!` have a meaning of their own at the start of a value",
    text.place(start, Math.max(end, text.wordEnd(start))),
    `if it is part of the text, ${QUOTE_IT}; otherwise write one such mark only, followed by a space`,
    end,
  );
}

/** The last resort. */
export function unreadable(text: SyntaxText, start: number, end: number): Finding {
  const finding = misspelt(
    "this part can't be understood",
    text.place(start, end),
    "check the quotes, brackets, colons and the indentation of this line and of the line above",
    end,
  );
  return { ...finding, vague: true };
}
