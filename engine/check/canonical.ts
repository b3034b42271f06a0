/**
 * What is written in a rule file, as a text that is the same for everything that says the same: the order of keys, and of
 * the parts of `all` and `any`, makes no difference.
 */
export function canonical(written: unknown): string {
  if (Array.isArray(written)) return `[${written.map(canonical).join(",")}]`;
  if (typeof written !== "object" || written === null) return JSON.stringify(written) ?? "";
  const entries = Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${inKey(key, value)}`).join(",")}}`;
}

function inKey(key: string, value: unknown): string {
  const isUnordered = (key === "all" || key === "any") && Array.isArray(value);
  return isUnordered ? `[${value.map(canonical).sort().join(",")}]` : canonical(value);
}
