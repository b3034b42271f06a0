import { type Finding, misspelt } from "./finding.ts";
import type { SyntaxText } from "./text.ts";

/** A line that starts with a tab, or with spaces and a tab. */
export function isTabbed(text: SyntaxText, offset: number): boolean {
  return /^ *\t/.test(text.line(offset));
}

/** A tab where indentation counts. */
export function tab(text: SyntaxText, offset: number): Finding {
  const start = text.text.indexOf("\t", text.source.lineStart(text.lineNumber(offset)));
  let end = start;
  while (text.text[end] === "\t") end++;
  const finding = misspelt(
    "this line is indented with a tab",
    text.place(start, end),
    "indent with spaces only, two for each level; most editors can turn all tabs of a file into spaces",
    offset,
  );
  return { ...finding, ofIndentation: "tab" };
}

/** `a: 1`, and below it a key that is indented further. */
export function furtherIn(text: SyntaxText, start: number, end: number): Finding {
  const indent = /^[\s-]*/.exec(text.line(start))?.[0].length ?? 0;
  const finding = misspelt(
    "this line is indented further than the one above it, which has a value already",
    text.linePlace(text.lineNumber(end - 1)),
    `indent it by ${spaces(indent)}, like the key above; if it continues the text above, put the whole text in quotes`,
    end,
    [{ place: text.place(start, end), message: "the value above" }],
  );
  return { ...finding, ofIndentation: "depth" };
}

/** A line that belongs to nothing above it. */
export function indentation(text: SyntaxText, offset: number): Finding {
  const line = text.lineNumber(text.skipSpaces(offset));
  const content = text.source.lineText(line);
  const indent = indentOf(content);
  const place = text.linePlace(line);
  const reach = text.source.lineStart(line + 1);
  const above = text.lineAbove(offset);
  const isAmongItems = /^\s*- /.test(above) && indentOf(above) === indent;
  if (isAmongItems && !/^\s*-\s/.test(content)) {
    return misspelt(
      "this line stands among the items of a list and does not start with a dash and a space",
      place,
      "write `- ` before an item; indent what belongs to the item above further",
      reach,
    );
  }
  if (/^\s*-\S/.test(content)) {
    return misspelt("there is no space after the dash", place, "write a space after the dash", reach);
  }
  const finding = misspelt(
    `this line is indented by ${spaces(indent)}, which fits no line above it`,
    place,
    "indent it exactly like the lines that it belongs with",
    reach,
  );
  return { ...finding, ofIndentation: "depth" };
}

/** Blank lines under `|` or `>` that are longer than the indentation of the text below them. */
export function longBlankLines(text: SyntaxText, start: number): Finding {
  const end = text.lineEnd(start);
  return misspelt(
    "the blank lines above this text are longer than its indentation",
    text.place(start, end),
    "delete the spaces in the blank lines above it",
    end,
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function spaces(count: number): string {
  return `${count} ${count === 1 ? "space" : "spaces"}`;
}
