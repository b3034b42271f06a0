import type { Place } from "./place.ts";
import type { Problem } from "./problem.ts";
import { displayWidth, visible } from "./visible.ts";

/** How to colour the parts of a rendered problem. Each function gets plain text and may only add invisible codes. */
export interface Paint {
  /** The word `error` with its code, and the marks under the place. */
  readonly error: (text: string) => string;
  /** The same for a warning. */
  readonly warning: (text: string) => string;
  /** The sentence that says what is wrong. */
  readonly message: (text: string) => string;
  /** Arrows, bars and line numbers. */
  readonly frame: (text: string) => string;
  /** The marks under a related place, and what happens there. */
  readonly related: (text: string) => string;
}

const plain = (text: string): string => text;

/** No colours: what a file or a pipe gets. */
export const PLAIN: Paint = { error: plain, warning: plain, message: plain, frame: plain, related: plain };

/** A source line longer than this is cut around the place. */
const LONGEST_LINE = 100;
/** How much of a cut line is kept before the place. */
const KEPT_BEFORE = 40;

/** A problem as several lines of text, with the source line shown; without a line break at the end. */
export function renderProblem(problem: Problem, paint: Paint = PLAIN): string {
  const related = problem.related ?? [];
  const places = [...(problem.place === undefined ? [] : [problem.place]), ...related.map(({ place }) => place)];
  const gutter = Math.max(1, ...places.map(({ line }) => String(line).length));
  const accent = paint[problem.severity];

  const lines = [`${accent(`${problem.severity}[${problem.code}]`)}${paint.message(`: ${visible(problem.message)}`)}`];
  if (problem.place !== undefined) lines.push(...snippet(problem.place, "", gutter, accent, paint));
  for (const { place, message } of related) lines.push(...snippet(place, message, gutter, paint.related, paint));
  const detail = (name: string, text: string): void => {
    lines.push(`${" ".repeat(gutter + 1)}${paint.frame("=")} ${name}: ${visible(text)}`);
  };
  if (problem.expected !== undefined) detail("expected", problem.expected);
  if (problem.nearest !== undefined) detail("nearest", `\`${problem.nearest}\``);
  detail("remedy", problem.remedy);
  if (problem.example !== undefined) {
    detail("example", "a case that shows it, to be saved as it stands");
    for (const line of problem.example) lines.push(`${" ".repeat(gutter + 5)}${visible(line)}`.trimEnd());
  }
  return lines.join("\n");
}

/**
 * Several problems in the order given, with their number on the last line; empty for none. It ends with a line break
 * unless it is empty.
 */
export function renderProblems(problems: readonly Problem[], paint: Paint = PLAIN): string {
  if (problems.length === 0) return "";
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [paint.error(counted(errors, "error"))] : []),
    ...(warnings > 0 ? [paint.warning(counted(warnings, "warning"))] : []),
  ];
  return `${problems.map((problem) => renderProblem(problem, paint)).join("\n\n")}\n\n${counts.join(", ")}\n`;
}

function snippet(
  place: Place,
  label: string,
  gutter: number,
  accent: (text: string) => string,
  paint: Paint,
): readonly string[] {
  const margin = " ".repeat(gutter);
  const { before, marked, after } = cut(place);
  const shown = `${before}${marked}${after}`;
  const marks = "^".repeat(Math.max(1, displayWidth(marked)));
  const said = label === "" ? "" : ` ${visible(label)}`;
  return [
    `${margin}${paint.frame("-->")} ${visible(place.file)}:${place.line}:${place.column}`,
    `${margin} ${paint.frame("|")}`,
    `${paint.frame(`${String(place.line).padStart(gutter)} |`)} ${shown}`.trimEnd(),
    `${margin} ${paint.frame("|")} ${" ".repeat(displayWidth(before))}${accent(`${marks}${said}`)}`,
  ];
}

/** The line in three visible parts, the middle one to be marked, shortened so that the place stays in view. */
function cut(place: Place): { readonly before: string; readonly marked: string; readonly after: string } {
  const { text } = place;
  const start = Math.min(place.column - 1, text.length);
  const end = Math.min(start + place.length, text.length);
  let from = 0;
  let to = text.length;
  if (text.length > LONGEST_LINE) {
    from = start > KEPT_BEFORE && end > LONGEST_LINE ? start - KEPT_BEFORE : 0;
    to = Math.min(from + LONGEST_LINE, text.length);
  }
  return {
    before: `${from > 0 ? "…" : ""}${visible(text.slice(from, start))}`,
    marked: visible(text.slice(start, Math.min(end, to))),
    after: `${visible(text.slice(Math.min(end, to), to))}${to < text.length ? "…" : ""}`,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
