import { parseDocument, type SourceDocument } from "../../engine/source/document.ts";
import type { Problem } from "../../engine/source/problem.ts";
import { renderProblem } from "../../engine/source/render.ts";

/** The document that a text must be. */
export function documentOf(text: string, file = "file.yaml"): SourceDocument {
  const result = parseDocument(text, file);
  if ("value" in result) return result;
  throw new Error(`not a document:\n${result.map((problem) => renderProblem(problem)).join("\n")}`);
}

/** The problems that a text must have. */
export function problemsOf(text: string, file = "file.yaml"): readonly Problem[] {
  const result = parseDocument(text, file);
  if ("value" in result) throw new Error(`no problems, but ${JSON.stringify(result.value)}`);
  return result;
}

/** The problems of a text as a person sees them, behind a line break so that a snapshot is easy to read. */
export function rendered(text: string): string {
  return `\n${problemsOf(text)
    .map((problem) => renderProblem(problem))
    .join("\n")}\n`;
}
