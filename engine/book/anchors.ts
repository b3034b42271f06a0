import type { Subject } from "../diff/report.ts";

/** Where in the book the thing of this kind and id stands. Ids hold nothing that an anchor can't. */
export function anchorOf(subject: Exclude<Subject, "procedure">, id: string): string {
  return `${subject === "interpretation" ? "reading" : subject}-${id}`;
}

/** The anchors of the parts of the book that every book has. */
export const anchors = {
  top: "top",
  contents: "contents",
  changes: "summary-of-changes",
  clauses: "clauses",
  decisions: "decisions",
  facts: "facts",
  contradictions: "facts-that-exclude-each-other",
  readings: "readings",
} as const;
