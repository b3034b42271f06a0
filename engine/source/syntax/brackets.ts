import { type Finding, misspelt, repairable } from "./finding.ts";
import type { SyntaxText } from "./text.ts";

/** A value in brackets that the library took for a mapping or list by indentation. */
export function blockInBrackets(text: SyntaxText, start: number, end: number): Finding {
  const lineEnd = text.lineEnd(start);
  if (/^-\s/.test(text.text.slice(start, start + 2))) {
    return misspelt(
      "a list with dashes can't stand inside brackets",
      text.place(start, start + 1),
      "inside [ ], leave the dashes out and separate the items with commas",
      lineEnd,
    );
  }
  const colon = text.text.slice(start, end).indexOf(":");
  if (colon !== -1 && start + colon > lineEnd) {
    return misspelt(
      "there is no comma at the end of this entry",
      text.place(start, lineEnd),
      "separate the entries inside { } or [ ] with commas",
      end,
    );
  }
  return misspelt(
    "there is a second colon in this entry",
    text.place(start, Math.min(end, lineEnd)),
    "if a new entry starts here, write a comma before it; if the colon is part of a text, put the text in quotes",
    end,
  );
}

/** Two entries with nothing between them. */
export function noComma(text: SyntaxText, offset: number, reach: number, inBraces: boolean, orColon: boolean): Finding {
  const start = text.skipSpaces(offset);
  return misspelt(
    `there is no comma${inBraces && orColon ? " or colon" : ""} before this`,
    text.place(start, text.wordEnd(start)),
    inBraces
      ? "inside { }, write `key: value` and separate the entries with commas"
      : "separate the items inside [ ] with commas",
    reach,
  );
}

export function surplusComma(text: SyntaxText, start: number, end: number): Finding {
  return misspelt("there is nothing before this comma", text.place(start, end), "delete the comma", end);
}

/** A closing bracket that closes nothing. */
export function strayBracket(text: SyntaxText, start: number, end: number): Finding {
  const bracket = text.text.charAt(start);
  const finding = misspelt(
    `there is no open \`${bracket === "]" ? "[" : "{"}\` for this \`${bracket}\` to close`,
    text.place(start, end),
    "delete it; if it is part of a text, put the text in quotes",
    end,
  );
  return repairable(finding, start, end, " ");
}

/** Brackets that end at `offset` without being closed there. */
export function unclosedBracket(text: SyntaxText, opening: number, offset: number): Finding {
  const bracket = text.text[opening] === "{" ? "{" : "[";
  const closing = bracket === "{" ? "}" : "]";
  if (isClosing(text, offset)) {
    return misspelt(
      `\`${bracket}\` is closed by \`${text.text.charAt(offset)}\``,
      text.place(offset, offset + 1),
      `write \`${closing}\` here, or close the \`${bracket}\` before`,
      offset + 1,
      [{ place: text.place(opening, opening + 1), message: "opened here" }],
    );
  }
  return misspelt(
    `this \`${bracket}\` is never closed`,
    text.place(opening, opening + 1),
    `write \`${closing}\` after its last entry; what is inside must be indented further than the line it starts on`,
    offset,
  );
}

/** Whether a closing bracket stands at an offset. */
export function isClosing(text: SyntaxText, offset: number): boolean {
  const character = text.text[offset];
  return character === "]" || character === "}";
}

/** `[a] b` */
export function afterBracket(text: SyntaxText, bracket: string, start: number): Finding {
  const end = text.lineEnd(start);
  return misspelt(
    `there is something after the closing \`${bracket}\``,
    text.place(start, end),
    `if the brackets are part of a text, put the whole text in quotes; otherwise delete what follows \`${bracket}\``,
    end,
  );
}
