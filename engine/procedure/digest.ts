import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in order and no spaces, so that equal content has equal text: the canonical form of
 * RFC 8785, which programs in any language can make. Keys whose value is `undefined` are left out, as JSON does. It calls
 * itself for what is nested: text from outside is held to a depth before it comes here.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  // An object of JavaScript keeps keys that are whole numbers before all others, so the text is put together here.
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const inOrder = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${inOrder.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}

/** The SHA-256 digest of some content: `sha256:` and 64 hexadecimal digits. Formatting and key order don't change it. */
export function digestOf(content: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(content)).digest("hex")}`;
}
