import { nearest } from "./nearest.ts";

/**
 * Words that people bring from elsewhere, and what the rule language calls them. Some are nearer in spelling to a word
 * that means the opposite: `and` looks like `any`.
 */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ["and", ["all"]],
  ["both", ["all"]],
  ["or", ["any"]],
  ["either", ["any"]],
  ["if", ["when"]],
  ["else", ["otherwise"]],
  ["is", ["equal"]],
  ["eq", ["equal"]],
  ["equals", ["equal"]],
  ["=", ["equal"]],
  ["==", ["equal"]],
  ["is_not", ["notEqual"]],
  ["ne", ["notEqual"]],
  ["!=", ["notEqual"]],
  ["<>", ["notEqual"]],
  ["lt", ["lessThan"]],
  ["<", ["lessThan"]],
  ["le", ["lessThanInclusive"]],
  ["lte", ["lessThanInclusive"]],
  ["<=", ["lessThanInclusive"]],
  ["atmost", ["lessThanInclusive"]],
  ["at_most", ["lessThanInclusive"]],
  ["gt", ["greaterThan"]],
  [">", ["greaterThan"]],
  ["ge", ["greaterThanInclusive"]],
  ["gte", ["greaterThanInclusive"]],
  [">=", ["greaterThanInclusive"]],
  ["atleast", ["greaterThanInclusive"]],
  ["at_least", ["greaterThanInclusive"]],
  ["includes", ["contains"]],
  ["notexists", ["isNone"]],
  ["isnull", ["isNone"]],
]);

/** The word of the language that was probably meant: a known other name for it, else the nearest in spelling. */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  const known = synonyms.get(word.toLowerCase())?.find((name) => candidates.includes(name));
  if (known !== undefined) return known;
  // A word with a meaning of its own is no misspelling of another.
  return synonyms.has(word.toLowerCase()) ? undefined : nearest(word, candidates);
}
