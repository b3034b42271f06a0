import type { Sink } from "./compile/compiled.ts";

/** Shared by every part of a result for which nothing is missing. */
export const nothingMissing: readonly string[] = Object.freeze([]);

/** The facts that are missing, those that most open rows or conditions wait for first; among equals, in the order of the text. */
export function ranked(collect: (sink: Sink) => void): readonly string[] {
  const counts = new Map<string, number>();
  collect((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
