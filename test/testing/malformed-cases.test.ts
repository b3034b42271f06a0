import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../engine/source/problem.ts";
import { renderProblems } from "../../engine/source/render.ts";
import { corpus, malformedCases, problemsOf, right } from "./malformed-cases.ts";

const cases = malformedCases().map((one) => [one.name, { ...one, problems: problemsOf(one.file, one.text) }] as const);
/** Set to write down what is shown now, for a person to read through before it is kept. */
const update = process.env.UPDATE_EXPECTED === "1";

describe("malformed cases", () => {
  it.each(["case.yaml", "case.json", "cases.ndjson"])("are made from one in which nothing is wrong: %s", (file) => {
    expect(problemsOf(file, right(file))).toEqual([]);
  });

  it.each(cases)("are explained: %s", (name, { problems, expect: expected }) => {
    const actual = renderProblems(problems);
    if (update) keep(name, actual);
    else expect(actual).toBe(expected);
  });

  it.each(cases)("get one error for one mistake, at its place: %s", (name, { problems }) => {
    if (name.startsWith("several-")) expect(problems.length).toBeGreaterThan(1);
    else expect(problems).toHaveLength(1);
    for (const { place } of problems) expect(place).toBeDefined();
  });

  it.each(cases)("are explained without a word of the program's inside: %s", (name, { problems }) => {
    // What the person wrote is repeated, whatever it is.
    const said = renderProblems(problems).replaceAll(/^.*(?:\d+ \|| --> ).*$/gm, "");
    const own = name === "line-not-a-number" || name === "json-nan" ? /\bNaN\b/g : /(?!)/g;
    expect(name.endsWith("undefined") ? said.replaceAll("`undefined`", "") : said.replaceAll(own, "")).not.toMatch(
      /undefined|\[object|NaN|Error\b|schema|ajv|instancePath|Unexpected token|JSON at position|\/tmp|node_modules|\.ts\b/,
    );
  });

  it.each(cases.filter(([, { problems }]) => problems.some((problem) => written(problem) !== undefined)))(
    "are mended by writing what the remedy says: %s",
    (_name, { file, text, problems }) => {
      for (const problem of problems) {
        const instead = written(problem);
        if (instead === undefined) continue;
        const left = problemsOf(file, replacedAt(problem, instead, text));
        expect(left.filter((other) => other.code === problem.code && isAtSamePlace(other, problem))).toEqual([]);
      }
    },
  );

  it.each(cases.filter(([, { followed }]) => followed !== undefined))(
    "are mended by doing what the remedy says: %s",
    (_name, { file, followed = "" }) => {
      expect(problemsOf(file, followed)).toEqual([]);
    },
  );
});

/** What the remedy tells to write in place of what is marked. */
function written({ remedy }: Problem): string | undefined {
  const [, name, text, plain] =
    /^write (?:`([^`…]+)`|("[^"]+")|(\d{4}-\d\d-\d\d|-?[\d.]+|true|false|null))$/.exec(remedy) ?? [];
  return name ?? text ?? plain ?? /^take the quotes off: (.+)$/.exec(remedy)?.[1];
}

function replacedAt({ place }: Problem, instead: string, text: string): string {
  if (place === undefined) throw new Error("nothing is marked");
  const lines = text.split("\n");
  const start = place.column - 1;
  lines[place.line - 1] = `${place.text.slice(0, start)}${instead}${place.text.slice(start + place.length)}`;
  return lines.join("\n");
}

function isAtSamePlace(a: Problem, b: Problem): boolean {
  return a.place?.line === b.place?.line && a.place?.column === b.place?.column;
}

function keep(name: string, output: string): void {
  const path = join(corpus, `${name}.yaml`);
  const [before = ""] = readFileSync(path, "utf8").split(/^expect: \|\n/m);
  writeFileSync(path, `${before}expect: |\n${output.replaceAll(/^(?=.)/gm, "  ")}`);
}
