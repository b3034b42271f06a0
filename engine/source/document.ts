import { Layout } from "./layout.ts";
import { DEFAULT_LIMITS, type SourceLimits } from "./limits.ts";
import { readPlain } from "./plain/read.ts";
import type { Problem } from "./problem.ts";
import { PlacedDocument, type SourceDocument } from "./source-document.ts";
import { SourceText } from "./source-text.ts";
import { readThoroughly } from "./thorough.ts";

export type { SourceDocument } from "./source-document.ts";

/**
 * Reads the text of a YAML 1.2 or JSON file.
 *
 * @param file the name to show in places
 * @returns the document, or all problems of the file in the order of their places; it never throws, and texts made to
 *   exhaust memory or the stack are refused quickly
 */
export function parseDocument(
  text: string,
  file: string,
  limits: SourceLimits = DEFAULT_LIMITS,
): SourceDocument | readonly Problem[] {
  const source = new SourceText(file, normalized(text));
  const layout = new Layout(source);
  const plain = readPlain(source.text, layout, limits.maxDepth);
  if (plain === undefined) return readThoroughly(source, limits);
  return new PlacedDocument(source, layout, plain.value, [plain.start, plain.end]);
}

/** Lines and columns stay the same without a byte order mark and with one kind of line break. */
function normalized(text: string): string {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  return content.includes("\r") ? content.replaceAll("\r\n", "\n") : content;
}
