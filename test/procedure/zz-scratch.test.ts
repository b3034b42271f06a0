import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { loadProcedure } from "../../engine/index.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";
import { renderProblems } from "../../engine/source/render.ts";
import { base, problemsIn } from "./malformed.ts";

const runs = 12000;
/** Milliseconds within which a handful of small files has to be answered, however slow the machine. */
const patience = 5000;

const files = ["procedure.yaml", "facts.yaml", "decisions.yaml", "interpretations.yaml", "clauses/all.yaml"] as const;
const originals = new Map(files.map((file) => [file, readFileSync(join(base, file), "utf8")]));

const folder = mkdtempSync(join(tmpdir(), "mutations-"));
const directory = join(folder, "library");
cpSync(base, directory, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What YAML reads in a way of its own, and what programs stumble over. */
const specials = [
  ..."-:?,[]{}#&*!|>'\"%@`~=<.0 \t\n\r\\",
  ": ",
  "- ",
  "? ",
  " #",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "&a ",
  "*a",
  "!!str ",
  "!x ",
  "<<: ",
  "null",
  "true",
  "1e999",
  "0x1F",
  "0777",
  "-0",
  ".nan",
  "2019-09-31",
  "__proto__: ",
  "constructor",
  "fact: ",
  "all: []",
  "\u0000",
  "\u0007",
  "\u00a0",
  "\u0085",
  "\u2028",
  "\u200b",
  "\ufeff",
  "\ud800",
  "é",
  "日本",
  "🙂",
];

type Edit = (text: string) => string;

/** How far into the text, evenly: left to itself, the library prefers the first few characters. */
const position = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((part) => part / 1_000_000);

function ofLines(change: (lines: string[], at: number, other: number) => void): fc.Arbitrary<Edit> {
  return fc.tuple(position, position).map(([where, from]) => (text) => {
    const lines = text.split("\n");
    change(lines, Math.floor(where * lines.length), Math.floor(from * lines.length));
    return lines.join("\n");
  });
}

function ofCharacters(change: (before: string, character: string, after: string) => string): fc.Arbitrary<Edit> {
  return position.map((where) => (text) => {
    const at = Math.floor(where * text.length);
    return change(text.slice(0, at), text.charAt(at), text.slice(at + 1));
  });
}

const insertion: fc.Arbitrary<Edit> = fc
  .tuple(position, fc.constantFrom(...specials))
  .map(([where, special]) => (text) => {
    const at = Math.floor(where * text.length);
    return `${text.slice(0, at)}${special}${text.slice(at)}`;
  });

const replacement: fc.Arbitrary<Edit> = fc
  .tuple(position, fc.constantFrom(...specials))
  .map(([where, special]) => (text) => {
    const words = [...text.matchAll(/[^\s:,[\]{}]+/g)];
    const word = words[Math.floor(where * words.length)];
    if (word === undefined) return text;
    return `${text.slice(0, word.index)}${special}${text.slice(word.index + word[0].length)}`;
  });

const indentOf = (line: string): string => /^ */.exec(line)?.[0] ?? "";

const edit = fc.oneof(
  ofLines((lines, at) => lines.splice(at, 1)),
  ofLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  ofLines((lines, at, other) => lines.splice(at, 1, lines[other] ?? "")),
  ofLines((lines, at, other) => {
    const [one = "", two = ""] = [lines[at], lines[other]];
    lines[at] = indentOf(two) + one.trimStart();
    lines[other] = indentOf(one) + two.trimStart();
  }),
  ofLines((lines, at) => lines.splice(at, 1, ` ${lines[at] ?? ""}`)),
  ofLines((lines, at) => lines.splice(at)),
  ofCharacters((before, _character, after) => before + after),
  ofCharacters((before, character, after) => before + character + character + after),
  insertion,
  replacement,
);

const mutation = fc.record({ file: fc.constantFrom(...files), edits: fc.array(edit, { minLength: 1, maxLength: 1 }) });

const noisy: string[] = []; const single: string[] = [];
afterAll(() => writeFileSync("/tmp/mal/noisy.txt", noisy.join("\n=======================\n")));
afterAll(() => writeFileSync("/tmp/mal/single.txt", single.join("\n=======================\n")));
describe("any change to the rules", () => {
  it(`is taken or explained, in good time, with a place inside the file (${runs} of them)`, () => {
    let refused = 0;
    fc.assert(
      fc.property(mutation, ({ file, edits }) => {
        const original = originals.get(file) ?? "";
        const changed = edits.reduce((text, apply) => apply(text), original);
        writeFileSync(join(directory, file), changed);
        try {
          const start = performance.now();
          const problems = problemsIn(directory);
          expect(performance.now() - start).toBeLessThan(patience);
          for (const problem of problems) check(problem);
          if (problems.length > 1) noisy.push(renderProblems(problems));
          if (problems.length == 1) single.push(renderProblems(problems));
          if (problems.length > 0) refused++;
          else answer(directory);
        } finally {
          writeFileSync(join(directory, file), original);
        }
      }),
      { numRuns: runs },
    );
    // Else the changes would have changed nothing.
    expect(refused).toBeGreaterThan(runs / 4);
  });
});

/** What loads can be run, whatever it then says: it may only complain in words. */
function answer(rules: string): void {
  const procedure = loadProcedure(rules);
  for (const { entry } of procedure.revisions) {
    for (const facts of [
      {},
      { loan: { applied_on: "2021-03-01", returned_on: null }, reader: { age: 13, fines: [] } },
    ]) {
      try {
        procedure.evaluate({ asOf: "2021-04-01", revision: entry.revision, facts });
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemsError);
      }
    }
  }
}

function check(problem: Problem): void {
  expect(problem.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(problem.severity).toBe("error");
  for (const text of [problem.message, problem.remedy, problem.expected ?? "-", problem.nearest ?? "-"]) {
    expect(text.trim()).not.toBe("");
    expect(text).not.toMatch(/\bundefined\b|\[object|\bNaN\b|node_modules|\.ts\b/);
  }
  expect(renderProblems([problem])).toContain(problem.code);
  // A file that is no text at all has no lines to point to.
  if (problem.place === undefined) expect(problem.code).toBe("not-text");
  for (const place of [problem.place, ...(problem.related ?? []).map((other) => other.place)]) {
    if (place === undefined) continue;
    const text = readFileSync(join(directory, place.file), "utf8").replace(/^\ufeff/, "");
    const line = text.split("\n")[place.line - 1]?.replace(/\r$/, "");
    expect(place.text).toBe(line);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(place.length).toBeGreaterThanOrEqual(1);
    // An empty line, or the end of one, is marked by one character beyond it.
    expect(place.column + place.length - 1).toBeLessThanOrEqual(Math.max(place.column, place.text.length));
    expect(place.column).toBeLessThanOrEqual(place.text.length + 1);
  }
}
