import { visible } from "../../source/visible.ts";
import type { DiffReport } from "../report.ts";

/**
 * The report with every text on one line and nothing invisible in it, fit to be shown. The cases of the witnesses stay
 * as they are, for they are there to be evaluated.
 */
export function visibleReport(report: DiffReport): DiffReport {
  // Only texts are replaced, and only by texts: what comes out has the shape of what went in.
  return shown(report) as DiffReport;
}

function onOneLine(text: string): string {
  if (!text.includes("\n")) return text;
  const [first = "", ...others] = text.split("\n");
  const last = others.pop() ?? "";
  // The spaces at the very beginning and at the very end are no part of a line break.
  return [first.trimEnd(), ...others.map((line) => line.trim()).filter((line) => line !== ""), last.trimStart()].join(
    " ",
  );
}

function shown(value: unknown, key = ""): unknown {
  if (typeof value === "string") return visible(onOneLine(value));
  if (typeof value !== "object" || value === null || key === "case") return value;
  if (Array.isArray(value)) return value.map((part) => shown(part));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(part, name)]));
}
