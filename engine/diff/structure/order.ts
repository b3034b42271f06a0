/**
 * Puts what only one side has among the rest, so that a reader meets it where it stood.
 *
 * @param pairs what the head side has, in its order, each with its counterpart on the base side, if there is one
 * @param base what the base side has, in its order
 * @returns the pairs, and behind the counterpart of its predecessor each of the base side that none of the pairs has
 */
export function inOrder<Item>(
  pairs: readonly { readonly base: Item | undefined; readonly head: Item }[],
  base: readonly Item[],
): readonly { readonly base: Item | undefined; readonly head: Item | undefined }[] {
  const paired = new Set(pairs.map((pair) => pair.base));
  const followers = new Map<Item | undefined, Item[]>();
  let last: Item | undefined;
  for (const item of base) {
    if (paired.has(item)) last = item;
    else followers.set(last, [...(followers.get(last) ?? []), item]);
  }
  const gone = (after: Item | undefined) =>
    (followers.get(after) ?? []).map((item) => ({ base: item, head: undefined }));
  return [
    ...gone(undefined),
    ...pairs.flatMap((pair) => (pair.base === undefined ? [pair] : [pair, ...gone(pair.base)])),
  ];
}

/** The keys of both sides, in the order of the head side; a key of the base side alone stands where it stood. */
export function keysInOrder(
  base: readonly string[],
  head: readonly string[],
): readonly { readonly key: string; readonly base: string | undefined; readonly head: string | undefined }[] {
  const known = new Set(base);
  const pairs = inOrder(
    head.map((key) => ({ base: known.has(key) ? key : undefined, head: key })),
    base,
  );
  return pairs.map((pair) => ({ ...pair, key: pair.head ?? pair.base ?? "" }));
}
