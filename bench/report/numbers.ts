import type { Spread } from "../statistics.ts";

/** A number with three digits that say something. */
export function short(number: number): string {
  return Number(number.toPrecision(3)).toString();
}

/** A median with its ends. */
export function shown({ median, min, max }: Spread): string {
  return `${short(median)} (${short(min)}–${short(max)})`;
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
