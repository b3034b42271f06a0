const small = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" "),
  ..."sixteen seventeen eighteen nineteen".split(" "),
];
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");

const values = new Map<string, number>([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, 10 * (at + 2)] as const),
  ["hundred", 100],
  ["thousand", 1000],
  ["dozen", 12],
]);

/** What may be a number and may be none: what is one alone, a part or a place in an order. */
const vague = new Map<string, number>([
  ...ordinals.map((word, at) => [word, at + 1] as const),
  ["a", 1],
  ["an", 1],
  ["each", 1],
  ["every", 1],
  ["once", 1],
  ["single", 1],
  ["twice", 2],
  ["double", 2],
  ["half", 0.5],
]);

const word = [...values.keys()].join("|");

/** Numbers in words, such as `twenty-one` or `five and a half`, for use inside a regular expression. */
export const numberInWords = `(?:${word})(?:(?:[ -]|[ -]and[ -])(?:${word}))*(?: and a half)?`;

/** Words that may stand for a number. */
export const vagueWords = [...vague.keys()].join("|");

/** The number that words stand for. */
export function numberOf(words: string): number {
  const known = vague.get(words);
  if (known !== undefined) return known;
  let whole = 0;
  let part = 0;
  for (const one of words.replace(/ and a half$/, "").split(/[ -](?:and[ -])?/)) {
    const value = values.get(one) ?? 0;
    if (value === 1000) {
      whole += Math.max(1, part) * value;
      part = 0;
    } else if (value === 100 || one === "dozen") part = Math.max(1, part) * value;
    else part += value;
  }
  return whole + part + (words.endsWith(" and a half") ? 0.5 : 0);
}
