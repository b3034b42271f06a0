import type { Locate } from "../evaluate/facts.ts";
import type { CaseFile } from "../language/case.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import type { Problem } from "../source/problem.ts";
import { checkShape } from "../source/shape.ts";

/** A case as its file states it, with the document, so that problems can be shown at their places. */
export interface CaseDocument {
  readonly content: CaseFile;
  readonly document: SourceDocument;
}

/** Reads the text of a case file; a list of problems where it isn't one. `file` is its name in messages. */
export function parseCase(text: string, file: string): CaseDocument | readonly Problem[] {
  const document = parseDocument(text, file);
  if (!("value" in document)) return document;
  const problems = checkShape("case", document);
  // The schema is made from the type, so a document that passed it has the type.
  return problems.length > 0 ? problems : { document, content: document.value as CaseFile };
}

/** Says where the values of a case stand in its file. */
export function locateIn(document: SourceDocument): Locate {
  return (container, key, part) =>
    part === "key" ? document.keyPlace(container, key) : document.valuePlace(container, key);
}
