import { type Finding, misspelt } from "./finding.ts";
import type { SyntaxText } from "./text.ts";

/** `a: b: c` */
export function secondColon(text: SyntaxText, start: number): Finding {
  const end = text.lineEnd(start);
  if (/^\s*-[^\s-]/.test(text.line(start))) {
    const place = text.linePlace(text.lineNumber(start));
    return misspelt("there is no space after the dash", place, "write a space after the dash", end);
  }
  const value = text.text.slice(start, end);
  const example = /["\\]/.test(value) || value.length > 60 ? "" : `: "${value}"`;
  return misspelt(
    "there is a second colon in this line",
    text.place(start, end),
    `if the colon is part of the text, put the text in quotes${example}; otherwise start a new, further indented line after the first colon`,
    end,
  );
}

/** Words where a key with a colon belongs: several lines up to the next colon, or a line on its own. */
export function noColon(text: SyntaxText, start: number, end: number): Finding {
  const words = text.text.slice(start, Math.min(end, text.lineEnd(start))).trimEnd();
  const place = text.place(start, start + words.length);
  const [, key, value] = /^([\w.-]+):(\S.*)$/.exec(words) ?? [];
  if (key !== undefined) {
    return misspelt(`there is no space after the colon of \`${key}\``, place, `write \`${key}: ${value}\``, end);
  }
  if (/[|>][-+\d]*\s*$/.test(text.lineAbove(start))) {
    return misspelt(
      "the text below `|` or `>` is not indented",
      place,
      "indent every line of the text further than the line with `|` or `>`",
      end,
    );
  }
  if (/^-\S/.test(words)) {
    return misspelt("there is no space after the dash", place, `write \`- ${words.slice(1)}\``, end);
  }
  if (/^(?:\/\/|\/\*)/.test(words)) {
    return misspelt("this is not a comment", place, "start a comment with # and a space", end);
  }
  const what = words.length > 40 ? "this text" : `\`${words}\``;
  const hint = /^[^=\s]+ ?= ?\S/.test(words) ? "; write `key: value`, not `key = value`" : "";
  return misspelt(
    `there is no colon after ${what}`,
    place,
    `write a colon and a space after a key; indent a line that continues the text above${hint}`,
    end,
  );
}

/** `a:b` in braces, behind a key in quotes. */
export function noSpaceAfterColon(text: SyntaxText, start: number, end: number): Finding {
  return misspelt("there is no space after the colon", text.place(start, end), "write a space after the colon", end);
}

export function longKey(text: SyntaxText, start: number, end: number): Finding {
  return misspelt("this key is longer than 1024 characters", text.place(start, end), "use a shorter key", end);
}

/** `a: - b` */
export function listOnKeyLine(text: SyntaxText, start: number, end: number): Finding {
  return misspelt(
    "a list can't start on the same line as its key",
    text.place(start, end),
    "start the list on the next line; if the dash is part of the text, put the text in quotes",
    text.lineEnd(start),
  );
}
