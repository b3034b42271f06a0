import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv";
import { parseDay } from "../calendar/day.ts";
import type { SourceDocument } from "./document.ts";
import type { Problem } from "./problem.ts";
import { shapeProblem } from "./shape-problem.ts";

// The package is CommonJS and its types are written for that; `require` gives the class itself.
const { Ajv } = createRequire(import.meta.url)("ajv") as typeof import("ajv");

/** The kinds of file, each with a published schema. */
export type FileKind = "procedure" | "facts" | "decisions" | "interpretations" | "clauses" | "case";

const validators = new Map<FileKind, ValidateFunction>();

/** Holds a document against the schema of its kind and reports every difference, each at its place. */
export function checkShape(kind: FileKind, document: SourceDocument): readonly Problem[] {
  const validate = validatorOf(kind);
  if (validate(document.value)) return [];
  return withoutEchoes(validate.errors ?? []).map((error) => shapeProblem(error, document));
}

function validatorOf(kind: FileKind): ValidateFunction {
  const known = validators.get(kind);
  if (known) return known;
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true, strictTypes: false });
  ajv.addFormat("date", (text: string) => typeof parseDay(text) === "number");
  ajv.addKeyword({ keyword: "oneKeyOf", schemaType: "array", validate: hasOneKeyOf, errors: false });
  const path = new URL(`../../schema/${kind}.schema.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  validators.set(kind, validate);
  return validate;
}

/** The keyword that says which keys tell what a node is: exactly one of them must be there. */
function hasOneKeyOf(keys: readonly string[], data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return keys.filter((key) => Object.hasOwn(data, key)).length === 1;
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
