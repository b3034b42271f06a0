import { cut } from "./words.ts";

/** So many words on either side of what differs are kept. */
const keptWords = 4;

/** Two texts, each as far as it differs from the other, with a few words around; what is left out is marked `…`. */
export function excerpts(before: string, after: string, most: number): readonly [string, string] {
  const base = before.split(" ");
  const head = after.split(" ");
  const shorter = Math.min(base.length, head.length);
  let start = 0;
  while (start < shorter && base[start] === head[start]) start++;
  let end = 0;
  while (end < shorter - start && base.at(-1 - end) === head.at(-1 - end)) end++;
  const excerpt = (words: readonly string[]) => {
    const from = Math.max(0, start - keptWords);
    const to = Math.min(words.length, words.length - end + keptWords);
    const inside = words.slice(from, to).join(" ");
    return cut(`${from > 0 ? "…" : ""}${inside}${to < words.length ? "…" : ""}`, most);
  };
  return [excerpt(base), excerpt(head)];
}
