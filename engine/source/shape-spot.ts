import type { SourceDocument } from "./document.ts";
import type { Place } from "./place.ts";

/** Where an error stands: the value itself, and the container and key that lead to it (none for the whole file). */
export interface Spot {
  readonly value: unknown;
  readonly container: object | undefined;
  readonly key: string | number;
}

/** What a JSON pointer leads to. */
export function spotAt(root: unknown, pointer: string): Spot {
  let spot: Spot = { value: root, container: undefined, key: "" };
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const container = spot.value;
    if (typeof container !== "object" || container === null) return spot;
    spot = Array.isArray(container)
      ? { value: container[Number(key)], container, key: Number(key) }
      : { value: (container as Record<string, unknown>)[key], container, key };
  }
  return spot;
}

/** The place of a spot's value. */
export function placeOf(spot: Spot, document: SourceDocument): Place {
  return spot.container === undefined ? document.start : document.valuePlace(spot.container, spot.key);
}

/** What stands at a spot, for the subject of a sentence. */
export function subjectOf(spot: Spot): string {
  if (spot.container === undefined) return "the file";
  return typeof spot.key === "number" ? "this entry" : `\`${spot.key}\``;
}

/** Names in backticks, joined by commas. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

/** The keys that a schema knows, for what was expected. */
export function expectedKeys(names: readonly string[]): string {
  if (names.length === 0) return "no keys";
  return `the key${names.length === 1 ? "" : "s"} ${quoted(names)}`;
}

/** The keys that a schema knows. */
export function knownKeys(schema: unknown): readonly string[] {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return Object.keys(properties).filter((key) => key !== "$schema");
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
