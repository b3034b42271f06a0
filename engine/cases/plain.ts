import type { Day } from "../calendar/day.ts";
import type { FactEntry } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Pair, TrialCase } from "./pair.ts";

/** The plainest complete case: every fact none where that is possible, else the first that its type offers. */
export function plainCase(pair: Pair, asOf: Day): TrialCase {
  return { asOf, readings: {}, values: pair.facts.map(({ entry }) => plainest(entry, asOf)) };
}

/** None where that is possible, else the first that the type offers. */
function plainest(entry: FactEntry, day: Day): Operand {
  if (entry.orNone === true) return null;
  switch (entry.type) {
    case "boolean":
      return false;
    case "date":
      return day;
    case "integer":
    case "number":
      return Math.max(0, entry.min ?? 0);
    case "choice":
      return Object.keys(entry.options)[0];
    case "text":
      return "text";
    case "list":
    case "record":
      return [];
    default:
      return entry satisfies never;
  }
}
