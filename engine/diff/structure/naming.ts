/** The keys that lead from a thing to one of its values; a position in a list counts from 1. */
export type Keys = readonly (string | number)[];

/**
 * What the keys of a list or mapping are: words of the rule language, names that the rules give, or names of which each
 * has a phrase. Names can be any word, so that a field called `says` must not be taken for what a row says.
 */
export type Naming = "language" | "names" | "phrases";

const phrases: ReadonlySet<string | number> = new Set(["options", "parties"]);
const names: ReadonlySet<string | number> = new Set(["fields", "derives", "obligations"]);

/** What the keys are of that which stands at a key, given what that key itself is. */
export function namingAt(key: string | number, naming: Naming): Naming {
  if (naming !== "language") return "language";
  return phrases.has(key) ? "phrases" : names.has(key) ? "names" : "language";
}

/** The words of a thing itself; further in, `reading` names an interpretation. */
const ofThings: ReadonlySet<string | number> = new Set([
  "title",
  "sectionTitle",
  "summary",
  "notEncoded",
  "label",
  "question",
  "reading",
  "why",
  "says",
  "publisher",
  "description",
]);

/** The words of parts of a thing: of outcomes, alternatives and obligations. */
const ofParts: ReadonlySet<string | number> = new Set(["says", "duty"]);

/** Whether a scalar at the end of these keys is words for people, which decide nothing. */
export function isWording(keys: Keys): boolean {
  let naming: Naming = "language";
  for (const key of keys.slice(0, -1)) naming = namingAt(key, naming);
  const last = keys.at(-1) ?? "";
  if (naming !== "language") return naming === "phrases";
  return (keys.length === 1 ? ofThings : ofParts).has(last);
}
