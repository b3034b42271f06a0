import type { Problem } from "./problem.ts";
import type { SourceText } from "./source-text.ts";
import { visible } from "./visible.ts";

/**
 * Controls that no editor shows, a lone carriage return (which ends a line in some editors and not in YAML), and
 * characters without width. At the start of a line also a space that is not the ordinary one: YAML does not take it for
 * indentation.
 */
const INVISIBLE = /(?![\t\n\r\u0085])\p{Cc}|[\u200b\u2060\ufeff]|\r(?!\n)|(?! )\p{Zs}(?<=^ *.)(?:(?! )\p{Zs})*/gmu;

/** One problem for each line that holds an invisible character where it would change the meaning, up to `most` lines. */
export function invisibleCharacters(source: SourceText, most: number): readonly Problem[] {
  const problems: Problem[] = [];
  let lastLine = 0;
  for (const match of source.text.matchAll(INVISIBLE)) {
    const line = source.lineOf(match.index);
    if (line === lastLine) continue;
    if (problems.length === most) break;
    lastLine = line;
    problems.push({
      code: "invisible-character",
      severity: "error",
      message: `there is a character here that can't be seen: ${visible(match[0].slice(0, 1))}`,
      place: source.place(match.index, match.index + match[0].length),
      remedy: "delete it, and type an ordinary space or line break if one belongs there",
    });
  }
  return problems;
}
