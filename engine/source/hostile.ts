/** The names through which a key could reach into the program instead of its data. */
const HOSTILE = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a program must not be handed this key, alone or as a part of a dotted id. */
export function isHostile(key: string): boolean {
  return HOSTILE.has(key) || (key.includes(".") && key.split(".").some((part) => HOSTILE.has(part)));
}
