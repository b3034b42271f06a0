import fc from "fast-check";

/** A change to a text, which fits any text. */
export type TextEdit = (text: string) => string;

/** What YAML and JSON read in a way of their own, and what programs stumble over. */
const specials: readonly string[] = [
  ..."-:?,[]{}#&*!|>'\"%@`~=<.0 \t\n\r\\/",
  ": ",
  "- ",
  "? ",
  " #",
  "//",
  "/*",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "&a ",
  "*a",
  "*a ",
  "!!str ",
  "!!binary ",
  "!x ",
  "<<: ",
  "null",
  "true",
  "yes",
  "1e999",
  "-0",
  "0x1F",
  "0777",
  "1_000",
  "9007199254740993",
  "0.1234567",
  ".nan",
  "-.inf",
  "NaN",
  "2019-09-31",
  "2019-02-29",
  "0000-00-00",
  "9999-12-31",
  "31/12/2019",
  "2020-01-01T00:00:00Z",
  "__proto__",
  "__proto__: ",
  '"__proto__": 1, ',
  "constructor",
  "toString: ",
  "hasOwnProperty",
  "fact: ",
  "facts: ",
  "asOf: ",
  "all: []",
  '"expect": {}, ',
  "\\u0000",
  "\\ud800",
  "\u0000",
  "\u0007",
  "\u001b[31m",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u2029",
  "\u200b",
  "\u202e",
  "\ufeff",
  "\ufffe",
  "\ud800",
  "\udfff",
  "\ud83d",
  "é",
  "e\u0301",
  "日本",
  "🙂",
  "[".repeat(70),
  "{a: ".repeat(70),
  "- ".repeat(70),
  "x".repeat(2000),
];

/** How far into a text, evenly: left to itself, the library prefers the first few characters. */
const position = fc.noBias(fc.nat(999_999)).map((part) => part / 1_000_000);

const special = fc.constantFrom(...specials);
const few = fc.integer({ min: 1, max: 30 });

function ofCharacters(change: (before: string, after: string, count: number, special: string) => string) {
  return fc.tuple(position, few, special).map(
    ([where, count, text]): TextEdit =>
      (whole) => {
        const at = Math.floor(where * whole.length);
        return change(whole.slice(0, at), whole.slice(at), count, text);
      },
  );
}

function ofLines(change: (lines: string[], at: number, other: number, special: string) => void) {
  return fc.tuple(position, position, special).map(
    ([where, from, text]): TextEdit =>
      (whole) => {
        const lines = whole.split("\n");
        change(lines, Math.floor(where * lines.length), Math.floor(from * lines.length), text);
        return lines.join("\n");
      },
  );
}

const replacedWord = fc.tuple(position, special).map(
  ([where, text]): TextEdit =>
    (whole) => {
      const words = [...whole.matchAll(/[^\s:,[\]{}]+/g)];
      const word = words[Math.floor(where * words.length)];
      return word === undefined
        ? whole
        : `${whole.slice(0, word.index)}${text}${whole.slice(word.index + word[0].length)}`;
    },
);

/** Two words of the text change places: a date stands where an option stood. */
const swappedWords = fc.tuple(position, position).map(
  ([one, other]): TextEdit =>
    (whole) => {
      const words = [...whole.matchAll(/[^\s:,[\]{}]+/g)];
      const [first, second] = [words[Math.floor(one * words.length)], words[Math.floor(other * words.length)]]
        .filter((word) => word !== undefined)
        .sort((a, b) => a.index - b.index);
      if (first === undefined || second === undefined || first.index === second.index) return whole;
      const between = whole.slice(first.index + first[0].length, second.index);
      return `${whole.slice(0, first.index)}${second[0]}${between}${first[0]}${whole.slice(second.index + second[0].length)}`;
    },
);

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? "";
}

/** One change to characters, words or lines. */
export const textEdit: fc.Arbitrary<TextEdit> = fc.oneof(
  ofCharacters((before, after, _count, text) => before + text + after),
  ofCharacters((before, after, _count, text) => before + text + after.slice(1)),
  ofCharacters((before, after) => before + after.slice(1)),
  ofCharacters((before, after, count) => before + after.slice(count)),
  ofCharacters((before, after, count) => before + after.slice(0, count) + after),
  ofCharacters((before, after) => before + after.charAt(1) + after.charAt(0) + after.slice(2)),
  ofCharacters((before, after, count) => before + String.fromCharCode(after.charCodeAt(0) ^ count) + after.slice(1)),
  ofCharacters((before) => before),
  replacedWord,
  swappedWords,
  ofLines((lines, at) => lines.splice(at, 1)),
  ofLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  ofLines((lines, at, other) => lines.splice(at, 1, lines[other] ?? "")),
  ofLines((lines, at, other) => {
    const [one = "", two = ""] = [lines[at], lines[other]];
    lines[at] = indentOf(two) + one.trimStart();
    lines[other] = indentOf(one) + two.trimStart();
  }),
  ofLines((lines, at) => lines.splice(at, 1, ` ${lines[at] ?? ""}`)),
  ofLines((lines, at) => lines.splice(at, 1, `\t${lines[at] ?? ""}`)),
  ofLines((lines, at) => lines.splice(at, 1, (lines[at] ?? "").replace(/^ {1,2}/, ""))),
  ofLines((lines, at, _other, text) => lines.splice(at, 1, `${indentOf(lines[at] ?? "")}${text}`)),
  ofLines((lines, at) => lines.splice(at, 1, `${lines[at] ?? ""}\r`)),
);
