import type { DecisionResult, Result } from "../language/result.ts";

/**
 * A result while the governing revision is not settled: what the rivals would decide differently, or what no revision
 * may decide at all, is undetermined for want of the governing fact. Everything else stays.
 */
export function unsettle(result: Result, rivals: readonly Result[], perhapsNone: boolean, fact: string): Result {
  const first = (missing: readonly string[]) => [fact, ...missing.filter((id) => id !== fact)];
  const decisions = mapValues(result.decisions, (decision, id): DecisionResult => {
    const others = rivals.map((rival) => rival.decisions[id]?.possible ?? []);
    const alike = others.every((possible) => possible.join() === decision.possible.join());
    if (alike && !perhapsNone) return decision;
    return {
      outcome: null,
      possible: [...new Set([...decision.possible, ...others.flat()])],
      because: [],
      missing: first(decision.missing),
    };
  });
  const clauses = mapValues(result.clauses, (clause, id) => {
    const alike = rivals.every((rival) => rival.clauses[id]?.status === clause.status);
    return alike && !perhapsNone
      ? clause
      : { ...clause, status: "undetermined" as const, missing: first(clause.missing) };
  });
  const obligations = mapValues(result.obligations, (obligation, id) => {
    const alike = rivals.every(
      ({ obligations: { [id]: other } }) => other?.status === obligation.status && other.due === obligation.due,
    );
    return alike && !perhapsNone
      ? obligation
      : { ...obligation, due: null, status: "undetermined" as const, missing: first(obligation.missing) };
  });
  return { ...result, decisions, clauses, obligations };
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}
