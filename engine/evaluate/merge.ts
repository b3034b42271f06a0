import type { DecisionResult, Result } from "../language/result.ts";

/**
 * A result while the governing revision is not settled: only what all revisions that may govern come to alike is
 * settled. The rest is undetermined for want of the governing fact and of whatever any of them still waits for.
 *
 * @param rivals what the other revisions come to
 * @param perhapsNone whether no revision at all may govern, so that nothing is settled
 * @param fact the governing fact
 */
export function unsettle(result: Result, rivals: readonly Result[], perhapsNone: boolean, fact: string): Result {
  const waitingFor = (...missing: (readonly string[] | undefined)[]): readonly string[] => [
    ...new Set([fact, ...missing.flatMap((ids) => ids ?? [])]),
  ];
  const decisions = mapValues(result.decisions, (decision, id): DecisionResult => {
    const others = rivals.map((rival) => rival.decisions[id]);
    const alike = others.every((other) => other?.outcome === decision.outcome);
    if (alike && decision.outcome !== null && !perhapsNone) return decision;
    return {
      outcome: null,
      possible: [...new Set([...decision.possible, ...others.flatMap((other) => other?.possible ?? [])])],
      because: [],
      missing: waitingFor(decision.missing, ...others.map((other) => other?.missing)),
    };
  });
  const clauses = mapValues(result.clauses, (clause, id) => {
    const others = rivals.map((rival) => rival.clauses[id]);
    const alike = others.every((other) => other?.status === clause.status);
    if (alike && clause.status !== "undetermined" && !perhapsNone) return clause;
    const missing = waitingFor(clause.missing, ...others.map((other) => other?.missing));
    return { ...clause, status: "undetermined" as const, missing };
  });
  const obligations = mapValues(result.obligations, (obligation, id) => {
    const others = rivals.map((rival) => rival.obligations[id]);
    const alike = others.every((other) => other?.status === obligation.status && other.due === obligation.due);
    if (alike && obligation.status !== "undetermined" && !perhapsNone) return obligation;
    const missing = waitingFor(obligation.missing, ...others.map((other) => other?.missing));
    return { ...obligation, due: null, status: "undetermined" as const, missing };
  });
  const shared = Object.entries(result.derived).filter(
    ([id, value]) => !perhapsNone && rivals.every((rival) => rival.derived[id] === value),
  );
  return { ...result, decisions, clauses, obligations, derived: Object.fromEntries(shared) };
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}
