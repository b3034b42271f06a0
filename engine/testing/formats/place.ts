import type { Place } from "../../source/place.ts";
import { visible } from "../../source/visible.ts";

/** A place as editors and terminals know how to jump to it: `file:line:column`. */
export function sayPlace({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}
