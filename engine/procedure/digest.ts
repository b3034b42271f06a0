import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in order and no spaces, so that equal content has equal text. Keys whose value is
 * `undefined` are left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}

/** The SHA-256 digest of some content: `sha256:` and 64 hexadecimal digits. Formatting and key order don't change it. */
export function digestOf(content: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(content)).digest("hex")}`;
}
