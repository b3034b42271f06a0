import type { Problem } from "../../source/problem.ts";
import { visible } from "../../source/visible.ts";
import { relativePath } from "./relative.ts";

/**
 * Findings as commands of a GitHub workflow, one a line, which shows them beside the lines of a change.
 *
 * @param directory the root of the repository
 */
export function asGithub(problems: readonly Problem[], directory: string): string {
  return problems.map((problem) => `${commandOf(problem, directory)}\n`).join("");
}

function commandOf({ code, severity, message, place, expected, nearest, remedy }: Problem, directory: string): string {
  const where: readonly (readonly [string, string | number])[] = place
    ? [
        ["file", relativePath(place.file, directory)],
        ["line", place.line],
        ["col", place.column],
        ["endColumn", place.column + place.length],
      ]
    : [];
  const properties = [...where, ["title", code] as const].map(([name, value]) => `${name}=${property(String(value))}`);
  const lines = [
    message,
    ...(expected === undefined ? [] : [`expected: ${expected}`]),
    ...(nearest === undefined ? [] : [`nearest: ${nearest}`]),
    `remedy: ${remedy}`,
  ];
  return `::${severity} ${properties.join(",")}::${escaped(lines.map(visible).join("\n"))}`;
}

/** What a command's text must not contain as it is. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
