import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SealFile } from "../language/seal.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import type { Problem } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import { checkShape } from "../source/shape.ts";
import { statsOf } from "../source/stats.ts";
import { yamlLibrary } from "../source/yaml-library.ts";
import { digestOf } from "./digest.ts";
import type { ProcedureSources } from "./sources.ts";

/** A seal as its file has it. */
export interface Seal {
  readonly content: SealFile;
  readonly document: SourceDocument;
}

/** Where the seal of a revision is kept: `seals/` beside `procedure.yaml`. */
export function sealPath(directory: string, revision: string): string {
  return join(directory, "seals", `${revision}.yaml`);
}

/** The directory that rule files were read from. */
export function directoryOf({ procedure }: ProcedureSources): string {
  return dirname(procedure.document.file);
}

/** The revisions of which there are seals. */
export function sealedRevisions(directory: string): readonly string[] {
  const seals = dirname(sealPath(directory, ""));
  if (statsOf(seals)?.isDirectory() !== true) return [];
  return readdirSync(seals)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
}

/** The seal of a revision, or the problems that keep it from being read. */
export function readSeal(directory: string, revision: string): Seal | readonly Problem[] {
  const path = sealPath(directory, revision);
  const text = readTextFile(path);
  if (typeof text !== "string") return [text];
  const document = parseDocument(text, path);
  if (!("value" in document)) return document;
  const problems = checkShape("seal", document);
  // The schema is made from the type, so a document that passed it has the type.
  return problems.length > 0 ? problems : { content: document.value as SealFile, document };
}

/** Whether a seal says what the digest in `procedure.yaml` stands for. */
export function isSealOf({ content }: Seal, revision: string, digest: string): boolean {
  return content.revision === revision && content.digest === digest && digestOf(content.parts) === digest;
}

/** A seal as the text of its file. */
export function sealText(seal: SealFile): string {
  return `# Written by the command \`seal\` when the revision was approved, and read by \`check\`. Not to be changed by hand.
${yamlLibrary().stringify(seal, { lineWidth: 0, blockQuote: false })}`;
}
