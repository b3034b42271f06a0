import type { DiffReport, Effect } from "../diff/report.ts";
import { unknownName } from "./usage.ts";

/** The kinds of effect that `--fail-on` knows. */
const failKinds = ["tightens", "loosens", "any"] as const;

export type FailKind = (typeof failKinds)[number];

/** Reads the kinds of effect to fail on, joined by commas, and adds them to those read before. */
export function readFailOn(text: string, before: readonly FailKind[] = []): readonly FailKind[] {
  const kinds = text.split(",").map((part): FailKind => {
    const kind = failKinds.find((each) => each === part.trim());
    if (kind === undefined) throw unknownName("effect", part.trim(), failKinds, " to fail on");
    return kind;
  });
  return [...new Set([...before, ...kinds])];
}

/** All effects of a comparison: on the decisions, on the clauses, and on what may be given. */
export function effectsOf({ behaviour: { decisions, clauses, input } }: DiffReport): readonly Effect[] {
  return [...decisions, ...clauses, input];
}

/**
 * Why an effect is of one of the kinds to fail on; nothing where it is of none.
 *
 * What was not ruled out counts as found: passing over a worse case because the search missed it would be the worst
 * that this can do.
 */
export function failure(effect: Effect, kinds: readonly FailKind[]): string | undefined {
  const { effect: name, worse, better } = effect;
  const asked = (kind: FailKind): boolean => kinds.includes(kind);
  if (name === "none" || kinds.length === 0) return undefined;
  if (name === "mixed") return name;
  if (asked("any")) return name === "unknown" ? notRuledOut("a different case", effect) : name;
  if ((name === "tightens" || name === "loosens") && asked(name)) return name;
  if (asked("tightens") && worse.kind === "not-found") return notRuledOut("a worse case", effect);
  if (asked("loosens") && better.kind === "not-found") return notRuledOut("a better case", effect);
  return undefined;
}

function notRuledOut(what: string, { effect }: Effect): string {
  return `${effect === "unknown" ? "" : `${effect}, and `}${what} was neither found nor ruled out`;
}

/** What an effect is on: `decision submission`, `clause 2.1.3`, `input`. */
export function subjectOf({ subject, id }: Effect): string {
  return subject === "input" ? subject : `${subject} ${id}`;
}
