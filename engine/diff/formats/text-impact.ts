import { displayWidth } from "../../source/visible.ts";
import type { Impact, Transition } from "../report.ts";
import { directionWords } from "./effect-groups.ts";
import { type Line, paragraph } from "./text-lines.ts";
import { many, number } from "./words.ts";

/** What becomes of the given cases, as text. */
export function impactLines({ transitions, unchanged, refused, refusedCount }: Impact, width: number): readonly Line[] {
  const names = transitions.map(({ decision, before, after }) => `${decision}: ${before} → ${after}`);
  const column = Math.max(0, ...names.map(displayWidth));
  return [
    ...transitions.flatMap((transition, at) => [
      ...paragraph(sayCount(transition), width, `  ${(names[at] ?? "").padEnd(column)}  `),
      ...paragraph(sayFirst(transition), width, "      "),
    ]),
    ...paragraph(`${many(unchanged, "case")} came out the same in every decision.`, width, "  "),
    ...(refusedCount > 0 ? paragraph(`${many(refusedCount, "case")} could not be decided:`, width, "  ") : []),
    ...refused.flatMap(({ case: name, side, message }) =>
      paragraph(`${name} (${side === "both" ? "both sides" : side}): ${message}`, width, "    - "),
    ),
  ];
}

function sayCount({ count, direction }: Transition): string {
  return `${number(count)} (${directionWords[direction]})`;
}

/** The clauses that make the difference, and the first cases. */
export function sayFirst({ clauses, first, count }: Transition): string {
  const by = clauses.map(({ clause, count: cases }) => `${clause} (${number(cases)})`).join(", ");
  const names = `${first.join(", ")}${count > first.length ? ", …" : ""}`;
  return [...(by === "" ? [] : [`by clause ${by}`]), ...(first.length === 0 ? [] : [`cases: ${names}`])].join("; ");
}
