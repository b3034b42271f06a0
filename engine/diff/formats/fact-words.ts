import { capital } from "../../explain/names.ts";
import type { UnusualFact } from "../report.ts";

/** A value of a fact in words: "yes", "none", "empty" for a list without elements, "a, b"; options and dates as a case file has them. */
export function sayFactValue(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    if (value.length === 0) return "empty";
    const elements = value.map(sayFactValue);
    const nested = value.some((element) => typeof element === "object" && element !== null);
    return elements.join(nested ? "; " : ", ");
  }
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${sayFactValue(part)}`)
    .join(", ");
}

/** What the fact is called, with a capital at its start. */
export function sayFactLabel({ label, fact }: UnusualFact): string {
  return capital(label === "" ? fact : label);
}
