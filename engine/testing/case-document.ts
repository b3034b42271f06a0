import type { Locate } from "../evaluate/facts.ts";
import type { LocateInput } from "../evaluate/input-places.ts";
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
  const problems = [...checkShape("case", document), ...emptyValues(document)];
  // The schema is made from the type, so a document that passed it has the type.
  return problems.length > 0 ? problems : { document, content: document.value as CaseFile };
}

/** Says where the values of a case stand in its file. */
export function locateIn(document: SourceDocument): Locate {
  return (container, key, part) =>
    part === "key" ? document.keyPlace(container, key) : document.valuePlace(container, key);
}

/** Says where what stands beside the facts does, as far as the file has it. */
export function locateInputIn({ content, document }: CaseDocument): LocateInput {
  return (key, id, part = "value") => {
    const container = id === undefined ? content : content.readings;
    const name = id ?? key;
    if (container === undefined || !Object.hasOwn(container, name)) return undefined;
    return part === "key" ? document.keyPlace(container, name) : document.valuePlace(container, name);
  };
}

/**
 * The facts with nothing behind their colon. YAML reads that as `null`, which here says that something is known to be
 * none; whoever leaves a line of a form empty says no such thing.
 */
function emptyValues(document: SourceDocument): readonly Problem[] {
  const problems: Problem[] = [];
  const visit = (container: unknown): void => {
    if (typeof container !== "object" || container === null) return;
    for (const [key, value] of Object.entries(container)) {
      const at = Array.isArray(container) ? Number(key) : key;
      if (value !== null) visit(value);
      else if ((document.sourceText(container, at) ?? "").trim() === "") {
        problems.push({
          code: "empty-value",
          severity: "error",
          message: `nothing is written for \`${key}\``,
          place: document.keyPlace(container, at),
          expected: "a value, or null for what is known to be none",
          remedy: "write null if it is none; take the line out if it is unknown",
        });
      }
    }
  };
  const { value } = document;
  if (typeof value === "object" && value !== null && "facts" in value) visit(value.facts);
  return problems;
}
