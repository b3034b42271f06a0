import type { Place } from "../../engine/source/place.ts";
import type { Problem } from "../../engine/source/problem.ts";
import { renderProblem } from "../../engine/source/render.ts";

/** Words of a program's inside, which no message may have unless the document has them itself. */
const inside = ["undefined", "[object", "NaN", "TypeError", "RangeError", "node_modules", ".ts:", " at Object", "ajv"];

/**
 * Holds a problem to what every problem promises: a code, a message, a remedy, a place that is in the document, and a
 * rendering that no terminal trips over.
 *
 * @param textOf the text of a file, by its name
 */
export function checkProblem(problem: Problem, textOf: (file: string) => string | undefined): void {
  if (!/^[a-z]+(-[a-z]+)*$/.test(problem.code)) throw new Error(`no code: ${JSON.stringify(problem)}`);
  if (problem.place === undefined) throw new Error(`no place: ${problem.code}: ${problem.message}`);
  const document = textOf(problem.place.file) ?? "";
  for (const said of [problem.message, problem.remedy, problem.expected ?? "-", problem.nearest ?? "-"]) {
    if (said.trim() === "") throw new Error(`an empty word: ${JSON.stringify(problem)}`);
    for (const word of inside) {
      if (said.includes(word) && !document.includes(word)) throw new Error(`${word}: ${JSON.stringify(problem)}`);
    }
  }
  for (const place of [problem.place, ...(problem.related ?? []).map((other) => other.place)]) {
    checkPlace(place, textOf(place.file));
  }
  const rendered = renderProblem(problem);
  if (!rendered.includes(problem.code)) throw new Error(`rendered without its code: ${rendered}`);
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(rendered.replaceAll("\n", "")))
    throw new Error(`a control character is shown: ${JSON.stringify(rendered)}`);
}

function checkPlace(place: Place, document: string | undefined): void {
  const wrong = faultOf(place, document);
  if (wrong !== undefined) throw new Error(`${wrong}: ${JSON.stringify({ ...place, text: place.text.slice(0, 200) })}`);
}

function faultOf({ line, column, length, text }: Place, document: string | undefined): string | undefined {
  if (document === undefined) return "no such file";
  const lines = document.replace(/^\ufeff/, "").split("\n");
  // Signs of the end of a line are not part of it, however many there are.
  if (lines[line - 1]?.replace(/\r+$/, "") !== text.replace(/\r+$/, "")) return "not the line of the document";
  if (column < 1 || column > text.length + 1) return "a column beside the line";
  // An empty line, or the end of one, is marked by one character beyond it.
  const isWithin = length >= 1 && column + length - 1 <= Math.max(column, text.length);
  return isWithin ? undefined : "a mark beyond the line";
}
