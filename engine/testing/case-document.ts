import type { Locate } from "../evaluate/facts.ts";
import type { LocateInput } from "../evaluate/input-places.ts";
import type { CaseFile } from "../language/case.ts";
import { parseDocument, type SourceDocument } from "../source/document.ts";
import { jsonSlip } from "../source/json/slip.ts";
import type { Problem } from "../source/problem.ts";
import { checkShape } from "../source/shape.ts";
import { SourceText } from "../source/source-text.ts";

/** A case as its file states it, with the document, so that problems can be shown at their places. */
export interface CaseDocument {
  readonly content: CaseFile;
  readonly document: SourceDocument;
}

/** Reads the text of a case file; a list of problems where it isn't one. `file` is its name in messages. */
export function parseCase(text: string, file: string): CaseDocument | readonly Problem[] {
  const notJson = file.endsWith(".json") ? problemOfJson(text, file) : undefined;
  if (notJson !== undefined) return [notJson];
  const document = parseDocument(text, file);
  if (!("value" in document)) return document;
  const misshapen = checkShape("case", document);
  const problems = [...misshapen, ...emptyValues(document).filter((empty) => !isAmong(misshapen, empty))];
  // The schema is made from the type, so a document that passed it has the type.
  return problems.length > 0 ? problems : { document, content: document.value as CaseFile };
}

/** Whether something is said of the same place already. */
function isAmong(problems: readonly Problem[], { place }: Problem): boolean {
  return problems.some((other) => other.place?.line === place?.line && other.place?.column === place?.column);
}

/** What keeps a file that is called JSON from being it: read as YAML, a comment would become part of a value. */
function problemOfJson(text: string, file: string): Problem | undefined {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  const slip = content.trim() === "" ? undefined : jsonSlip(content, "file");
  if (slip === undefined) return undefined;
  const { at, length, message, remedy } = slip;
  const place = new SourceText(file, content).place(at, at + length);
  return { code: "not-json", severity: "error", message: `the file is not JSON: ${message}`, place, remedy };
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
 * The facts and expectations with nothing behind their colon. YAML reads that as `null`, which here says that something
 * is known to be none, or expected to be undetermined; whoever leaves a line of a form empty says no such thing.
 */
function emptyValues(document: SourceDocument): readonly Problem[] {
  const { value } = document;
  if (typeof value !== "object" || value === null) return [];
  const { facts, expect } = value as Partial<Record<"facts" | "expect", unknown>>;
  return [
    ...emptyValuesIn(facts, document, {
      expected: "a value, or null for what is known to be none",
      remedy: "write null if it is none; take the line out if it is unknown, or if nothing in it is known",
    }),
    ...emptyValuesIn(expect, document, {
      expected: "a value, or null for what is undetermined or none",
      remedy: "write what is expected, or take the line out",
    }),
  ];
}

function emptyValuesIn(
  part: unknown,
  document: SourceDocument,
  advice: Pick<Problem, "expected" | "remedy">,
): readonly Problem[] {
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
          message: `nothing is written for ${typeof at === "number" ? `entry ${at + 1} of the list` : `\`${key}\``}`,
          place: document.keyPlace(container, at),
          ...advice,
        });
      }
    }
  };
  visit(part);
  return problems;
}
