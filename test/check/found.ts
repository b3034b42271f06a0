import { relative } from "node:path";
import { runChecks } from "../../engine/check/run.ts";
import type { Heeded } from "../../engine/check/silence.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { type Problem, ProblemsError } from "../../engine/source/problem.ts";
import { Copies, change } from "../support/sealed.ts";

/** A text that a file has once, and what comes in its place. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** What `check` finds in some rules. */
export async function inspected(directory: string): Promise<Heeded> {
  try {
    return await runChecks(openProcedure(directory));
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { problems: error.problems, silenced: [] };
  }
}

/** A finding in short: its code, its file, and the line that it is shown at. */
export function inShort({ code, place }: Problem, directory: string): string {
  return place === undefined ? code : `${code} ${relative(directory, place.file)}: ${place.text.trim()}`;
}

/** Makes copies of the small procedure of the tests, and says what some checks find in them. */
export class Library {
  readonly #copies = new Copies();
  readonly #codes: readonly string[];

  /** @param codes of the findings that the test is about */
  constructor(...codes: readonly string[]) {
    this.#codes = codes;
  }

  async inspected(...changes: readonly Change[]): Promise<Heeded & { readonly directory: string }> {
    const directory = this.#copies.of("fixtures/procedures/library");
    for (const { file, from, to } of changes) change(directory, file, from, to);
    const { problems, silenced } = await inspected(directory);
    const isAsked = ({ code }: Problem): boolean => this.#codes.includes(code);
    return {
      directory,
      problems: problems.filter(isAsked),
      silenced: silenced.filter(({ problem }) => isAsked(problem)),
    };
  }

  /** The findings in short. */
  async found(...changes: readonly Change[]): Promise<readonly string[]> {
    const { problems, directory } = await this.inspected(...changes);
    return problems.map((problem) => inShort(problem, directory));
  }
}
