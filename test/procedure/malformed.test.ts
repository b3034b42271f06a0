import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../engine/source/problem.ts";
import { renderProblems } from "../../engine/source/render.ts";
import { corpus, malformed, problemsAfter, problemsIn, withCopy } from "./malformed.ts";

const cases = malformed().map((one) => [one.name, { ...one, problems: problemsAfter(one.changes) }] as const);
/** Set to write down what is shown now, for a person to read through before it is kept. */
const update = process.env.UPDATE_EXPECTED === "1";

describe("malformed rules", () => {
  it.each(cases)("are explained: %s", (name, { problems, expect: expected }) => {
    const actual = renderProblems(problems);
    if (update) keep(name, actual);
    else expect(actual).toBe(expected);
  });

  it.each(cases)("get one error for one mistake: %s", (name, { changes, problems }) => {
    expect(problems).toHaveLength(name.startsWith("several-") ? changes.length : 1);
  });

  it.each(cases)("are explained without a word of the program's inside: %s", (_name, { problems }) => {
    expect(renderProblems(problems)).not.toMatch(
      /undefined|\[object|NaN|Error\b|schema|ajv|instancePath|\/tmp|node_modules|\.ts\b/,
    );
  });

  it.each(cases.filter(([, { problems }]) => problems.some((problem) => written(problem) !== undefined)))(
    "are mended by writing what the remedy says: %s",
    (_name, { changes, problems }) => {
      for (const problem of problems) {
        const text = written(problem);
        if (text === undefined) continue;
        const left = withCopy(changes, (directory) => {
          replaceAt(problem, text, directory);
          return problemsIn(directory);
        });
        expect(left.filter((other) => other.code === problem.code && isAtSamePlace(other, problem))).toEqual([]);
      }
    },
  );

  it.each(cases.filter(([, { followed }]) => followed !== undefined))(
    "are mended by doing what the remedy says: %s",
    (_name, { changes, followed = [] }) => {
      expect(problemsAfter([...changes, ...followed])).toEqual([]);
    },
  );
});

/** What the remedy tells to write in place of what is marked. */
function written({ remedy }: Problem): string | undefined {
  const [, name, text, date] = /^write (?:`([^`…]+)`|("[^"]+")|(\d{4}-\d\d-\d\d))$/.exec(remedy) ?? [];
  return name ?? text ?? date ?? /^take the quotes off: (.+)$/.exec(remedy)?.[1];
}

function replaceAt({ place }: Problem, text: string, directory: string): void {
  if (place === undefined) throw new Error("nothing is marked");
  const path = join(directory, place.file);
  const lines = readFileSync(path, "utf8").split("\n");
  const start = place.column - 1;
  lines[place.line - 1] = `${place.text.slice(0, start)}${text}${place.text.slice(start + place.length)}`;
  writeFileSync(path, lines.join("\n"));
}

function isAtSamePlace(a: Problem, b: Problem): boolean {
  return a.place?.file === b.place?.file && a.place?.line === b.place?.line;
}

function keep(name: string, output: string): void {
  const path = join(corpus, `${name}.yaml`);
  const [before = ""] = readFileSync(path, "utf8").split(/^expect: \|\n/m);
  const indented = output.replaceAll(/^(?=.)/gm, "  ");
  writeFileSync(path, `${before}expect: |\n${indented}`);
}
