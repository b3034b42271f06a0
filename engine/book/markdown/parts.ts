import { escaped } from "../../explain/markdown-text.ts";
import type { LinkedOutline, Span, Words } from "../words.ts";

/** Words with their links. */
export function words(spans: Words): string {
  return spans.map(({ text, to }) => (to === undefined ? escaped(text) : `[${escaped(text)}](#${to})`)).join("");
}

/** Links one after another. */
export function linkList(spans: readonly Span[]): string {
  return spans.map((span) => words([span])).join(", ");
}

/** A place that links lead to. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** The revision triangle of something that the revision changed; nothing for anything else. */
export function triangle(revision: string | undefined): string {
  return revision === undefined ? "" : ` △ ${revision}`;
}

/** A formula as an item of a list, the parts that it joins further in. */
export function outlineItem(heading: string, { words: said, parts }: LinkedOutline, indent = ""): string {
  const first = `${indent}- ${heading}${words(said)}`;
  return [first, ...parts.map((part) => outlineItem("", part, `${indent}  `))].join("\n");
}

/** A formula on one line, for the cell of a table; what is joined within what is joined stands in brackets. */
export function outlineLine({ words: said, parts }: LinkedOutline, isInner = false): string {
  const lead = words(said);
  if (parts.length === 0) return lead;
  const joined = parts.map((part) => outlineLine(part, true)).join("; ");
  return isInner ? `${lead.replace(/:$/, "")} (${joined})` : `${lead} ${joined}`;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
