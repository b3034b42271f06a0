import { loadProcedure } from "../../engine/index.ts";
import type { Decided, Result } from "../../engine/language/result.ts";
import { type Contender, type Outcomes, statusName } from "../contender.ts";

/** This library with everything that it gives: clauses, obligations, derived values, readings, what is missing. */
export const full: Contender<Result> = {
  id: "full",
  title: "secor, full results",
  does: "takes the case as it is given, checks it, and gives the full result",
  load: async () => {
    const procedure = loadProcedure();
    return { prepare: (given) => () => procedure.evaluate(given), outcomes: outcomesOf, statuses: statusesOf };
  },
};

/** This library with the decisions alone. */
export const decisions: Contender<Decided> = {
  id: "decide",
  title: "secor, decisions only",
  does: "takes the case as it is given, checks it, and gives the decisions",
  load: async () => {
    const procedure = loadProcedure();
    return { prepare: (given) => () => procedure.decide(given), outcomes: outcomesOf };
  },
};

/** The outcomes in what the library gives. */
export function outcomesOf({ decisions: found }: Decided | Result): Outcomes {
  return Object.fromEntries(Object.entries(found).map(([id, { outcome }]) => [id, outcome]));
}

function statusesOf({ clauses, obligations }: Result): Outcomes {
  const of = (kind: "clause" | "obligation", parts: Readonly<Record<string, { readonly status: string }>>) =>
    Object.entries(parts).map(([id, { status }]) => [statusName(kind, id), status] as const);
  return Object.fromEntries([...of("clause", clauses), ...of("obligation", obligations)]);
}
