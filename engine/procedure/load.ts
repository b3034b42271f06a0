import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { ClausesFile } from "../language/clause.ts";
import type { DecisionsFile } from "../language/decision.ts";
import type { FactsFile } from "../language/fact.ts";
import type { InterpretationsFile } from "../language/interpretation.ts";
import type { ProcedureFile } from "../language/procedure.ts";
import { byNumber } from "../source/by-number.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import { checkShape, type FileKind } from "../source/shape.ts";
import { statsOf } from "../source/stats.ts";
import type { ProcedureSources, Sourced, SourcedClause } from "./sources.ts";

/** A document whose content has the shape of its kind of file. */
interface Shaped<Content> {
  readonly document: SourceDocument;
  readonly content: Content;
}

/** What the rule files of a procedure are read with. The paths are also what the files are called in messages. */
export interface RuleFiles {
  /** The path of something in a directory. */
  readonly pathOf: (directory: string, name: string) => string;
  /** The names in a directory; nothing where there is no such directory. */
  readonly namesIn: (directory: string) => readonly string[] | undefined;
  /** The text of a file, or the problem that keeps it from being read. */
  readonly readText: (path: string) => string | Problem;
}

const onDisk: RuleFiles = {
  pathOf: join,
  namesIn: (directory) => {
    const isDirectory = statsOf(directory)?.isDirectory() ?? false;
    return isDirectory ? readdirSync(directory) : undefined;
  },
  readText: readTextFile,
};

/**
 * Reads the rule files of a procedure: `procedure.yaml`, `facts.yaml`, `decisions.yaml`, `interpretations.yaml` and
 * `clauses/*.yaml` in a directory.
 *
 * @param others what stands in for the disk, where the files are not read from there
 * @throws ProblemsError with every problem of every file.
 */
export function loadSources(directory: string, others: Partial<RuleFiles> = {}): ProcedureSources {
  const files = { ...onDisk, ...others };
  const problems: Problem[] = [];
  const clauseFiles = clauseFileNames(directory, files, problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  const read = <Content>(name: string, kind: FileKind, folder = directory) =>
    readShaped<Content>(files.pathOf(folder, name), kind, files, problems);
  const procedure = read<ProcedureFile>("procedure.yaml", "procedure");
  const facts = read<FactsFile>("facts.yaml", "facts");
  const decisions = read<DecisionsFile>("decisions.yaml", "decisions");
  // Where nothing is unclear there is nothing to register.
  const isRegistered = files.namesIn(directory)?.includes("interpretations.yaml") === true;
  const interpretations = isRegistered
    ? read<InterpretationsFile>("interpretations.yaml", "interpretations")
    : undefined;
  const clausesFolder = files.pathOf(directory, "clauses");
  const clauses = clauseFiles.map((name) => read<ClausesFile>(name, "clauses", clausesFolder));
  if (problems.length > 0 || !procedure || !facts || !decisions) throw new ProblemsError(problems);
  return {
    procedure: { entry: procedure.content, document: procedure.document },
    facts: sourced(facts, (file) => file.facts),
    contradictions: sourced(facts, (file) => file.contradictions ?? []),
    decisions: sourced(decisions, (file) => file.decisions),
    interpretations: interpretations ? sourced(interpretations, (file) => file.interpretations) : [],
    clauses: clauses.flatMap((file): readonly SourcedClause[] =>
      file === undefined
        ? []
        : sourced(file, (content) => content.clauses).map((clause) => ({
            ...clause,
            section: file.content.section,
            sectionTitle: file.content.title,
          })),
    ),
  };
}

/** The rule files of a procedure, beside its directory of clauses. */
const fileNames: readonly string[] = ["procedure.yaml", "facts.yaml", "decisions.yaml", "interpretations.yaml"];

function clauseFileNames(directory: string, files: RuleFiles, problems: Problem[]): readonly string[] {
  const clauses = files.pathOf(directory, "clauses");
  const expected = `a directory with ${fileNames.join(", ")} and clauses/`;
  const report = (code: string, message: string, remedy: string): void => {
    problems.push({ code, severity: "error", message, expected, remedy });
  };
  const give = "give the directory of a procedure's rules";
  const own = files.namesIn(directory);
  if (own === undefined) {
    const isFile = typeof files.readText(directory) === "string";
    report("directory-not-found", isFile ? `${directory} is a file` : `there is no directory ${directory}`, give);
    return [];
  }
  if (!own.some((name) => name === "clauses" || fileNames.includes(name))) {
    report("no-rules", `there are no rules in ${directory}`, give);
    return [];
  }
  const all = files.namesIn(clauses);
  if (all === undefined) {
    report("directory-not-found", `there is no directory ${clauses}`, "make it, and put the files of clauses into it");
    return [];
  }
  const names = all.filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) {
    report(
      "no-clauses",
      `there are no files of clauses in ${clauses}`,
      "put at least one file into it, ending in .yaml",
    );
  }
  return names.sort(byNumber);
}

function readShaped<Content>(
  path: string,
  kind: FileKind,
  { readText }: RuleFiles,
  problems: Problem[],
): Shaped<Content> | undefined {
  const text = readText(path);
  if (typeof text !== "string") {
    problems.push(withoutOtherRuleFile(text));
    return undefined;
  }
  const document = parseDocument(text, path);
  if (!("value" in document)) {
    problems.push(...document);
    return undefined;
  }
  const found = checkShape(kind, document);
  problems.push(...found);
  // The schema is made from the types, so a document that passed it has the type.
  return found.length === 0 ? { document, content: document.value as Content } : undefined;
}

/** A rule file that is missing was not meant to be another one that is there. */
function withoutOtherRuleFile(problem: Problem): Problem {
  const { nearest, ...rest } = problem;
  return nearest !== undefined && fileNames.includes(basename(nearest)) ? rest : problem;
}

function sourced<Content, Entry>(
  file: Shaped<Content>,
  entries: (content: Content) => readonly Entry[],
): readonly Sourced<Entry>[] {
  return entries(file.content).map((entry) => ({ entry, document: file.document }));
}
