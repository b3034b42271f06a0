import { DecidedText } from "./decided-text.ts";
import type { RowWriter } from "./row-writer.ts";
import type { Settings } from "./settings.ts";

/** Rows in NDJSON. */
export function jsonRows({ only }: Settings): RowWriter {
  const text = new DecidedText();
  return {
    heading: "",
    decided: (decided) => `${text.of(decided)}\n`,
    evaluated: (result) => {
      if (only !== "clauses") return `${JSON.stringify(result)}\n`;
      const { decisions, obligations, derived, ...clauses } = result;
      return `${JSON.stringify(clauses)}\n`;
    },
    failed: ({ problems, case: name, ...where }) => {
      const named = name === undefined ? {} : { case: name };
      return `${JSON.stringify({ error: { ...where, ...named, problems } })}\n`;
    },
  };
}
