import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readBatchLine } from "../../engine/cli/batch-line.ts";
import { LineText } from "../../engine/cli/line-text.ts";
import { loadProcedure } from "../../engine/index.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";
import { locateIn, locateInputIn, parseCase } from "../../engine/testing/case-document.ts";
import { runFixture } from "../../engine/testing/fixture.ts";

/** The corpus: see `fixtures/malformed-cases/README.md`. */
export const corpus = "fixtures/malformed-cases";

const procedure = loadProcedure("fixtures/procedures/library");

/** One wrong case file, and what is to be said about it. */
export interface MalformedCase {
  readonly name: string;
  readonly mistake: string;
  /** The file in `right/` that the mistake is made in, and whose ending says how to read it. */
  readonly file: string;
  readonly text: string;
  /** The text after doing what the remedy says, where it says more than a word to write. */
  readonly followed: string | undefined;
  readonly expect: string;
}

type Written = {
  readonly mistake: string;
  readonly file?: string;
  readonly content?: string;
  readonly find?: string;
  readonly replace?: string;
  readonly followed?: string;
  readonly expect: string;
};

/** Every case of the corpus. */
export function malformedCases(): readonly MalformedCase[] {
  return readdirSync(corpus)
    .filter((entry) => entry.endsWith(".yaml"))
    .sort()
    .map((entry) => {
      const written: Written = parse(readFileSync(join(corpus, entry), "utf8"));
      const { mistake, file = "case.yaml", content, find = "", replace = "", followed, expect } = written;
      const change = (instead: string): string => replacedOnce(right(file), find, instead, entry);
      return {
        name: entry.replace(".yaml", ""),
        mistake,
        file,
        text: content ?? change(replace),
        followed: followed === undefined ? undefined : content === undefined ? change(followed) : followed,
        expect,
      };
    });
}

/** A file in which nothing is wrong. */
export function right(file: string): string {
  return readFileSync(join(corpus, "right", file), "utf8");
}

function replacedOnce(text: string, find: string, replace: string, entry: string): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${entry}: there are ${parts.length - 1} of: ${find}`);
  return parts.join(replace);
}

/** The problems with which a case file, or some line of a batch, is refused; none where it is decided. */
export function problemsOf(file: string, text: string): readonly Problem[] {
  return file.endsWith(".ndjson") ? problemsOfLines(file, text) : problemsOfCase(file, text);
}

function problemsOfCase(file: string, text: string): readonly Problem[] {
  const document = parseCase(text, file);
  if (!("content" in document)) return document;
  if (document.content.expect !== undefined) return runFixture(procedure, { file, document }).problems;
  const { asOf = "2021-04-01", ...content } = document.content;
  return thrownBy(() =>
    procedure.evaluateWithWorkings({ ...content, asOf }, locateIn(document.document), locateInputIn(document)),
  );
}

function problemsOfLines(file: string, text: string): readonly Problem[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line, index) => {
      const spot = { file, number: index + 1 };
      const read = readBatchLine(Buffer.from(line), spot);
      if ("problems" in read) return read.problems;
      const input = { ...read.input, asOf: read.input.asOf ?? "2021-04-01" };
      const { locate, locateInput } = new LineText(line, spot, read.input);
      return thrownBy(() => procedure.evaluateWithWorkings(input, locate, locateInput));
    });
}

function thrownBy(run: () => unknown): readonly Problem[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
