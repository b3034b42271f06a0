/** A text longer than this is shortened to where it differs. */
const longest = 140;
/** Words kept on either side of what differs. */
const context = 6;

/**
 * Two texts, each short enough to be read beside the other. One that is long is cut down to where they differ, with a
 * few words around it and `…` for the rest.
 */
export function shortened(before: string, after: string): { readonly before: string; readonly after: string } {
  const [one, other] = [before.split(" "), after.split(" ")];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const around = (text: string, words: readonly string[]) => {
    if (text.length <= longest) return text;
    const from = Math.max(0, start - context);
    const to = Math.min(words.length, words.length - end + context);
    const kept = [from > 0 ? "…" : "", ...words.slice(from, to), to < words.length ? "…" : ""]
      .filter(Boolean)
      .join(" ");
    return cut(kept, 2 * longest);
  };
  return { before: around(before, one), after: around(after, other) };
}

/** One text that has nothing beside it, cut at a word where it is long. */
export function cut(text: string, most: number = longest): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most - 2);
  return `${text.slice(0, end > most / 2 ? end : most - 2)} …`;
}
