import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { groupedBy, nameless, withoutEchoes } from "./shape-echoes.ts";
import { keyProblems } from "./shape-keys.ts";
import { namelessProblem, nameProblem } from "./shape-names.ts";
import { shapeProblem } from "./shape-problem.ts";

/** The kinds of file, each with a published schema. */
export type FileKind = "procedure" | "facts" | "decisions" | "interpretations" | "clauses" | "case" | "seal" | "record";

// The schemas were compiled into these files when the program was built (`scripts/validators.mjs`,
// `scripts/quick-validators.mjs`). The quick ones only say yes or no; what is wrong is asked of the thorough ones, which
// take long to load.
const require = createRequire(import.meta.url);
const quick: Readonly<Record<FileKind, (value: unknown) => boolean>> = require("../../schema/quick-validators.cjs");
let thorough: Readonly<Record<FileKind, ValidateFunction>> | undefined;

/** Whether a value has the shape of its kind, where nobody asks what is wrong with it. */
export function hasShape(kind: FileKind, value: unknown): boolean {
  return quick[kind](value);
}

/** Holds a document against the schema of its kind and reports every difference at its place, from top to bottom. */
export function checkShape(kind: FileKind, document: SourceDocument): readonly Problem[] {
  if (hasShape(kind, document.value)) return [];
  thorough ??= require("../../schema/validators.cjs") as NonNullable<typeof thorough>;
  const validate = thorough[kind];
  if (validate(document.value)) return [];
  const errors = withoutEchoes(validate.errors ?? []);
  const problems = [...groupedBy(errors, aboutOneThing).values()].map((together) => problemsOf(together, document));
  return problems
    .flat()
    .sort((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0));
}

/** Errors about the keys of one object often are one mistake, and so are those about its names. */
function aboutOneThing(error: ErrorObject): unknown {
  const { keyword, instancePath, propertyName } = error;
  if (keyword === "required" || keyword === "additionalProperties") return `keys ${instancePath}`;
  return propertyName === undefined ? error : `names ${instancePath}`;
}

function problemsOf(errors: readonly ErrorObject[], document: SourceDocument): readonly Problem[] {
  const [first] = errors;
  if (first === undefined) return [];
  if (first.keyword === "required" || first.keyword === "additionalProperties") return keyProblems(errors, document);
  if (first.keyword === nameless) return [namelessProblem(first, document)];
  return [first.propertyName === undefined ? shapeProblem(first, document) : nameProblem(errors, document)];
}
