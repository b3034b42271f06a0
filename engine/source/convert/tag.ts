import type { ParsedNode } from "yaml";
import type { Reports } from "./reports.ts";

/** Reports the tag `!`. */
export function checkTag(node: ParsedNode, reports: Reports): void {
  // The library reports every tag but `!`, which makes a text of whatever follows.
  if (node.tag !== "!") return;
  const at = reports.source.text.lastIndexOf("!", node.range[0]);
  reports.add(
    "unknown-tag",
    "a value can't start with `!`",
    reports.source.place(at, at + 1),
    "if it is part of the text, put the text in quotes; otherwise delete it",
  );
}
