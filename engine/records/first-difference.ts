/** The first byte at which two texts differ, which for the shorter of two may be its end; nothing where they are equal. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at++) if (one[at] !== other[at]) return at;
  return one.length === other.length ? undefined : shorter;
}
