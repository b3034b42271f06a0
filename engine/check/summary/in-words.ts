import type { StatedNumber } from "./number.ts";
import { numberInWords, numberOf, vagueWords } from "./number-words.ts";

const months = "january february march april may june july august september october november december".split(" ");
const month = `(?:${months.join("|")})`;
const unit = "(?:days?|weeks?|months?|quarters?|years?|percent|per cent|%)";

/** Whatever looks like a number in a summary, in the order in which it is tried. */
const patterns = {
  // Names and numbers of documents, and of parts of the text.
  name: String.raw`\b[a-z]+[a-z0-9]*-(?:[a-z0-9]+-)*\d[\w-]*|\b\d+(?:\.\d+){2,}|\b\d+[a-z]\w*-[\w-]*\d\w*`,
  reference: String.raw`\b(?:clauses?|sections?|articles?|paragraphs?|chapters?|appendix|annex|parts?|forms?|revisions?|versions?) \d[\d.]*(?:(?:,| and| or| to) \d[\d.]*)*`,
  isoDate: String.raw`\b\d{4}-\d\d-\d\d\b`,
  monthFirst: String.raw`\b${month} \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
  dayFirst: String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${month}\b(?: \d{4}\b)?`,
  digits: String.raw`(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:st|nd|rd|th)?(?![\w]|[.,]\d)(?:[ -]?${unit}(?![a-z]))?`,
  words: String.raw`\b(?:${numberInWords})\b(?:[ -]${unit}(?![a-z]))?`,
  vague: String.raw`\b(?:${vagueWords})\b(?:[ -](?:full |whole |calendar )?${unit}(?![a-z]))?`,
};

const anyNumber = new RegExp(
  Object.entries(patterns)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join("|"),
  "gi",
);

/** The numbers and dates that a summary states. Names of documents and numbers of clauses are none. */
export function numbersInWords(summary: string): readonly StatedNumber[] {
  const text = summary.replaceAll(/\s+/g, " ");
  return [...text.matchAll(anyNumber)].flatMap((match): readonly StatedNumber[] => {
    const [found] = match;
    const { name, reference, isoDate, monthFirst, dayFirst, vague } = match.groups ?? {};
    if (name !== undefined || reference !== undefined) return [];
    const values = isoDate ? [isoDate] : monthFirst || dayFirst ? [dateOf(found)] : amounts(found.toLowerCase());
    const [value] = values;
    const around = { before: text.slice(0, match.index), after: text.slice(match.index + found.length) };
    const isDate = isoDate !== undefined || monthFirst !== undefined || dayFirst !== undefined;
    const isWhole = typeof value === "number" && Number.isInteger(value) && !isDate;
    return [
      {
        text: found,
        values,
        cut: isWhole ? cutAt(value, around) : undefined,
        isDate,
        isSure: vague === undefined && !/\d(?:st|nd|rd|th)$/i.test(found) && !isOne(found) && !isYear(found),
      },
    ];
  });
}

/** "One" often is a pronoun. */
function isOne(found: string): boolean {
  return found.toLowerCase() === "one";
}

/** Four digits without a unit often name a calendar year. */
function isYear(found: string): boolean {
  return /^(?:19|20)\d\d$/.test(found);
}

/** A date that has its year, else the day of the month. */
function dateOf(found: string): string | number {
  const [year] = /\d{4}$/.exec(found) ?? [];
  const [day = ""] = /\d{1,2}/.exec(found.replace(/\d{4}$/, "")) ?? [];
  if (year === undefined) return Number(day);
  const number = 1 + months.findIndex((name) => found.toLowerCase().includes(name));
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** What an amount may be in a formula: the number itself, and the same in the next units. */
function amounts(found: string): readonly number[] {
  const [, written = "", of = ""] =
    new RegExp(`^(.*?)(?:[ -]?(?:full |whole |calendar )?(${unit}))?$`).exec(found) ?? [];
  const digits = /^[\d,.]+/.exec(written)?.[0];
  const value = digits === undefined ? numberOf(written.trim()) : Number(digits.replaceAll(",", ""));
  if (/^per|%/.test(of)) return [value, value / 100];
  if (of.startsWith("week")) return [value, value * 7];
  if (of.startsWith("month")) return [value, value / 12, value / 3];
  if (of.startsWith("quarter")) return [value, value * 3];
  if (of.startsWith("year")) return [value, value * 12];
  if (of.startsWith("day")) return [value, value / 7];
  return found === "half" ? [value, 50] : [value];
}

const beyond =
  /\b(?:more|older|longer|later|larger) than $|\b(?:over|above|at most|up to|exceed(?:s|ed|ing)?|maximum of) $/i;
const orFewer = /^ (?:[a-z-]+ ){0,2}(?:or (?:fewer|less|under|below|younger)|at (?:the )?most)\b/i;
const below = /\b(?:less|fewer|younger|shorter|smaller) than $|\b(?:under|below|at least|minimum of) $/i;
const orMore = /^ (?:[a-z-]+ ){0,2}(?:or (?:more|over|above|older|longer)|at (?:the )?least)\b/i;

function cutAt(
  value: number,
  { before, after }: { readonly before: string; readonly after: string },
): number | undefined {
  if (beyond.test(before) || orFewer.test(after)) return value + 0.5;
  if (below.test(before) || orMore.test(after)) return value - 0.5;
  return undefined;
}
