import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { shapeProblem } from "./shape-problem.ts";

/** The kinds of file, each with a published schema. */
export type FileKind = "procedure" | "facts" | "decisions" | "interpretations" | "clauses" | "case";

// The schemas were compiled into this file when the program was built (`scripts/validators.mjs`).
const validators: Readonly<Record<FileKind, ValidateFunction>> = createRequire(import.meta.url)(
  "../../schema/validators.cjs",
);

/** Holds a document against the schema of its kind and reports every difference, each at its place. */
export function checkShape(kind: FileKind, document: SourceDocument): readonly Problem[] {
  const validate = validators[kind];
  if (validate(document.value)) return [];
  return withoutEchoes(validate.errors ?? []).map((error) => shapeProblem(error, document));
}

/** Leaves out what only repeats another error: the branch around it, and the details of a node of unclear kind. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unclear = new Set(errors.filter((error) => error.keyword === "oneKeyOf").map((error) => error.instancePath));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === "if" || error.keyword === "propertyNames") return false;
    if (error.keyword !== "oneKeyOf" && [...unclear].some((path) => error.instancePath.startsWith(path))) return false;
    const key = `${error.keyword} ${error.instancePath} ${JSON.stringify(error.params)} ${error.propertyName ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
