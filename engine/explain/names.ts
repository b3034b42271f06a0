import type { ValueType } from "../language/value-type.ts";

/** An id in words: `oil_change.due-date` is "oil change due date". */
export function humanise(id: string): string {
  return id.replace(/[._-]+/g, " ").trim();
}

/** The text with a capital at its start. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a sentence: a capital at its start and a mark at its end. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]["”’)]?$/.test(trimmed) ? capital(trimmed) : `${capital(trimmed)}.`;
}

/** The text without a mark at its end, for use within a longer sentence. */
export function clauseOfSentence(text: string): string {
  return text.trim().replace(/[.!]$/, "");
}

/** A phrase without its article: "the day of rest" is "day of rest". */
export function withoutArticle(phrase: string): string {
  return phrase.replace(/^(?:the|an?) /i, "");
}

/** A phrase with the indefinite article: "the hour" is "an hour" as far as spelling tells. */
export function indefinite(phrase: string): string {
  const bare = withoutArticle(phrase);
  return `${/^(?:[aeio]|u(?!ni|se|s[aeiu])|hour|hono|heir)/i.test(bare) ? "an" : "a"} ${bare}`;
}

/**
 * A derived value's id as a phrase: the words of its group and of its name, none twice in a row; a name that ends in
 * the preposition of a date gets the noun that is missing.
 */
export function derivedPhrase(id: string, isDate: boolean): string {
  const words = humanise(id)
    .split(" ")
    .filter((word, at, all) => word !== all[at - 1]);
  return isDate ? dated(words) : words.join(" ");
}

/** A field's name as a phrase: `finished_on` of a date is "finished-on date", `eaten` in apples is "eaten apples". */
export function fieldPhrase(name: string, type: ValueType): string {
  const words = humanise(name).split(" ");
  if (type.kind === "date") return dated(words);
  const unit = type.kind === "number" && type.unit !== undefined ? humanise(type.unit) : "";
  return words.includes(unit) || unit === "percent" ? words.join(" ") : `${words.join(" ")} ${unit}`.trim();
}

const prepositions = new Set(["on", "since", "until", "till", "from", "by", "for", "at"]);

function dated(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  if (!prepositions.has(last)) return words.join(" ");
  const before = words.slice(0, -2);
  return [...before, `${words.slice(-2).join("-")} date`].join(" ");
}

/** A count with its noun: "1 day", "3 days". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
