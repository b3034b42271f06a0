import { caseLines } from "../cases/case-yaml.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { filesOf, type OpenProcedure } from "../procedure/open.ts";
import { Reporter } from "../procedure/reporter.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import type { Problem } from "../source/problem.ts";
import { type Allow, allowsIn } from "./allow.ts";
import type { Check, Finding } from "./check.ts";
import { Evidence } from "./evidence.ts";
import { type Heeded, heed } from "./silence.ts";
import { checks, procedureChecks, rules } from "./table.ts";

/**
 * Looks for every kind of mistake in every revision.
 *
 * @returns what was found and is not silenced, and what is, each as a reader meets it: file by file, from top to bottom
 */
export async function runChecks(opened: OpenProcedure): Promise<Heeded> {
  const found = new Reporter(filesOf(opened.sources));
  for (const { run } of procedureChecks) for (const problem of run(opened)) found.add(problem);
  for (const model of opened.revisions) {
    for (const problem of await inRevision(model, opened)) found.add(problem);
  }
  const { problems, silenced } = heed(found.problems, allowsOf(opened.sources), rules);
  const left = new Reporter(filesOf(opened.sources));
  for (const problem of problems) left.add(problem);
  return { problems: left.problems, silenced };
}

async function inRevision(model: RevisionModel, opened: OpenProcedure): Promise<readonly Problem[]> {
  const evidence = new Evidence(model);
  try {
    const problems: Problem[] = [];
    for (const check of checks) {
      const findings = await check.run({ opened, model, evidence });
      problems.push(...findings.map((finding) => problemOf(finding, check)));
    }
    return problems;
  } finally {
    evidence.end();
  }
}

function problemOf({ example, ...finding }: Finding, { code, severity }: Check): Problem {
  const lines = example && caseLines(example).map(({ text }) => text);
  return { code, severity, ...finding, ...(lines === undefined ? {} : { example: lines }) };
}

function allowsOf({ procedure, facts, decisions, interpretations, clauses }: ProcedureSources): readonly Allow[] {
  const read = [procedure, ...facts, ...decisions, ...interpretations, ...clauses];
  return [...new Set(read.map(({ document }) => document))].flatMap(allowsIn);
}
