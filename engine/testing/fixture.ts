import { ContradictionError } from "../evaluate/contradictions.ts";
import type { Evaluation, Procedure } from "../evaluate/procedure.ts";
import type { Result } from "../language/result.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import { type CaseDocument, locateIn, locateInputIn, parseCase } from "./case-document.ts";
import { type Comparison, compare, compareRefusal, type Difference } from "./compare.ts";
import type { FoundFile } from "./find.ts";

/** A fixture that was run. */
export interface FixtureRun {
  readonly file: string;
  /** The name of the case; the file, where it can't be read or has none. */
  readonly name: string;
  readonly title: string | undefined;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** What kept the fixture from being read, decided or compared. */
  readonly problems: readonly Problem[];
  /** What was decided, where that went well and the case was not refused. */
  readonly result: Result | undefined;
  /** The same with its workings. */
  readonly evaluation: Evaluation | undefined;
}

/** A fixture, or the problems of a file that can't be one. */
export type Fixture = { readonly file: string } & (
  | { readonly document: CaseDocument }
  | { readonly problems: readonly Problem[] }
);

/**
 * Reads case files as fixtures. A file found in a directory that expects nothing is left out; one that was named is
 * a problem.
 */
export function readFixtures(found: readonly FoundFile[]): readonly Fixture[] {
  return found.flatMap(({ path: file, isNamed }): readonly Fixture[] => {
    const text = readTextFile(file);
    if (typeof text !== "string") return [{ file, problems: [text] }];
    const document = parseCase(text, file);
    if (!("content" in document)) return [{ file, problems: document }];
    if (document.content.expect !== undefined) return [{ file, document }];
    return isNamed ? [{ file, problems: [nothingExpected(document)] }] : [];
  });
}

/** Decides the case of a fixture and compares what comes out with what it expects. */
export function runFixture(procedure: Procedure, fixture: Fixture): FixtureRun {
  const { file } = fixture;
  if ("problems" in fixture) return failed(file, file, undefined, fixture.problems);
  const { content, document } = fixture.document;
  const name = content.case ?? file;
  const { asOf, expect = {} } = content;
  if (asOf === undefined) return failed(file, name, content.title, [noDate(fixture.document)]);
  const comparedRun = ({ differences, problems }: Comparison, evaluation: Evaluation | undefined): FixtureRun => {
    const passed = differences.length === 0 && problems.length === 0;
    const result = evaluation?.result;
    return { file, name, title: content.title, passed, differences, problems, result, evaluation };
  };
  let decided: Evaluation;
  try {
    const input = { ...content, asOf };
    decided = procedure.evaluateWithWorkings(input, locateIn(document), locateInputIn(fixture.document));
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    if (!(error instanceof ContradictionError) || expect.refused === undefined) {
      return failed(file, name, content.title, error.problems);
    }
    return comparedRun(compareRefusal(error, expect.refused, expect, document), undefined);
  }
  return comparedRun(compare(decided, expect, document), decided);
}

function failed(file: string, name: string, title: string | undefined, problems: readonly Problem[]): FixtureRun {
  return { file, name, title, passed: false, differences: [], problems, result: undefined, evaluation: undefined };
}

function nothingExpected({ document }: CaseDocument): Problem {
  return {
    code: "nothing-expected",
    severity: "error",
    message: "this case expects nothing, so it can't fail",
    place: document.start,
    expected: "`expect` with decisions, clauses, obligations or derived values",
    remedy: "add `expect:`, or leave the file out",
  };
}

function noDate({ document }: CaseDocument): Problem {
  return {
    code: "missing-key",
    severity: "error",
    message: "the key `asOf` is missing here: what a fixture expects may not depend on the day it is run",
    place: document.start,
    expected: "a calendar date, YYYY-MM-DD",
    remedy: "add `asOf:` with the evaluation date",
  };
}
