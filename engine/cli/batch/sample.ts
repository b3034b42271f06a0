import type { Decided, Result } from "../../language/result.ts";
import type { Settings } from "./settings.ts";

/** After so many lines the sample thins out: the second engine takes as long for one case as this one for hundreds. */
const sampled = 20_000;

/** Whether the second engine looks at a line: its number alone tells, so that it is the same whoever makes the row. */
export function isSampled(line: number, { crossCheck, thinsOut }: Settings): boolean {
  if (crossCheck === 0) return false;
  return (line - 1) % (thinsOut && line > sampled ? crossCheck * 10 : crossCheck) === 0;
}

/**
 * Holds the decisions made alone to those of the evaluation that the second engine has looked at.
 *
 * @throws Error where one comes out differently
 */
export function requireSame(decided: Decided, { decisions }: Pick<Result, "decisions">): void {
  for (const [id, { outcome }] of Object.entries(decisions)) {
    if (decided.decisions[id]?.outcome === outcome) continue;
    throw new Error(`\`${id}\` comes out differently where it is decided without its grounds`);
  }
}
