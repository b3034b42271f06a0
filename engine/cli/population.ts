import type { PopulationCase } from "../diff/impact.ts";
import { ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import { statsOf } from "../source/stats.ts";
import { parseCase } from "../testing/case-document.ts";
import { findCases } from "../testing/find.ts";
import { isBlank, maxLineBytes, readBatchLine } from "./batch-line.ts";
import type { Io } from "./io.ts";
import { bytesOf, readingProblem, withoutMark } from "./line-input.ts";
import { type Line, linesOf } from "./lines.ts";
import { standardInput } from "./source.ts";

/**
 * The cases of a population: a file with one case in JSON a line, as `batch` reads it; standard input, for `-`; a case
 * file in YAML or JSON; or a directory of them. They are read as they are asked for, and none is kept.
 *
 * Reading stops with a ProblemsError at the first line or file that is no case: a population of which a part was passed
 * over would be taken for the whole.
 */
export class Population implements AsyncIterable<PopulationCase> {
  /** How many of the cases read so far had no evaluation date of their own. */
  undated = 0;
  readonly #path: string;
  readonly #asOf: string;
  readonly #io: Io;

  /** @param asOf the evaluation date of the cases without one, `YYYY-MM-DD` */
  constructor(path: string, asOf: string, io: Io) {
    this.#path = path;
    this.#asOf = asOf;
    this.#io = io;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PopulationCase> {
    let count = 0;
    for await (const { asOf, ...kase } of this.#isLines() ? this.#lines() : this.#files()) {
      count++;
      if (asOf === undefined) this.undated++;
      yield { ...kase, asOf: asOf ?? this.#asOf };
    }
    if (count > 0) return;
    throw new ProblemsError([
      {
        code: "no-cases",
        severity: "error",
        message: `there are no cases in ${this.#path === standardInput.path ? standardInput.name : this.#path}`,
        expected: "one case in JSON a line, or a directory of case files",
        remedy: "name the file or directory of the cases, or leave --cases out",
      },
    ]);
  }

  #isLines(): boolean {
    if (this.#path === standardInput.path) return true;
    if (statsOf(this.#path)?.isDirectory() === true) return false;
    return !/\.(?:ya?ml|json)$/i.test(this.#path);
  }

  *#files(): Generator<UndatedCase> {
    for (const { path } of findCases([this.#path])) {
      const text = readTextFile(path);
      if (typeof text !== "string") throw new ProblemsError([text]);
      const document = parseCase(text, path);
      if (!("content" in document)) throw new ProblemsError(document);
      const { case: name = path, asOf, readings, facts } = document.content;
      yield undatedCase(name, asOf, readings, facts);
    }
  }

  async *#lines(): AsyncGenerator<UndatedCase> {
    const name = this.#path === standardInput.path ? standardInput.name : this.#path;
    let number = 0;
    try {
      for await (const lines of linesOf(bytesOf(this.#path, this.#io), maxLineBytes)) {
        for (const each of lines) {
          number++;
          const line = number === 1 ? withoutMark(each) : each;
          if (!isBlank(line)) yield readLine(line, name, number);
        }
      }
    } catch (error) {
      throw readingProblem(error, this.#path) ?? error;
    }
  }
}

type UndatedCase = Omit<PopulationCase, "asOf"> & { readonly asOf: string | undefined };

function undatedCase(
  name: string,
  asOf: string | undefined,
  readings: Readonly<Record<string, string>> | undefined,
  facts: object,
): UndatedCase {
  return { name, asOf, ...(readings === undefined ? {} : { readings }), facts: facts as PopulationCase["facts"] };
}

function readLine(line: Line, file: string, number: number): UndatedCase {
  const read = readBatchLine(line, { file, number });
  if ("problems" in read) throw new ProblemsError(read.problems);
  const { case: name = `line ${number}`, asOf, readings, facts } = read.input;
  return undatedCase(name, asOf, readings, facts);
}
