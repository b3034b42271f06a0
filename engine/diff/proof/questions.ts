import { identical, known, lessValue } from "../../language/smt/symbolic.ts";
import { and, not, or, same, type Term } from "../../language/smt/term.ts";
import type { SymbolicObligation, SymbolicRevision } from "../../prove/encode/revision.ts";
import { clauseCodes, obligationCodes } from "../../prove/encode/statuses.ts";
import type { Universe } from "../../prove/universe.ts";
import { directionOf } from "../outcome-order.ts";
import { type ClausePart, type DecisionPart, isBurdenIn } from "../parts.ts";

/** In which cases a decision or a clause comes out differently: the same as `cases/direction.ts` says of one case. */
export interface Questions {
  readonly worse: Term;
  readonly better: Term;
  readonly otherwise: Term;
}

/** In which cases a decision comes out differently. */
export function decisionQuestions({ id }: DecisionPart, universe: Universe): Questions {
  const [base, head] = sidesOf(universe);
  const [before, after] = [base.decision(id), head.decision(id)];
  if (before === after) return never;
  const [a, b] = [base.model.decisions.get(id), head.model.decisions.get(id)];
  const pairs: Record<keyof Questions, Term[]> = { worse: [], better: [], otherwise: [] };
  for (const from of a?.outcomes.keys() ?? []) {
    const to: Record<keyof Questions, Term[]> = { worse: [], better: [], otherwise: [] };
    for (const outcome of b?.outcomes.keys() ?? []) {
      const direction = directionOf(a, b, from, outcome);
      if (direction !== "same") to[direction].push(same(after, universe.codes.of(outcome)));
    }
    for (const direction of directions) {
      if (to[direction].length === 0) continue;
      pairs[direction].push(and(same(before, universe.codes.of(from)), or(...to[direction])));
    }
  }
  return { worse: or(...pairs.worse), better: or(...pairs.better), otherwise: or(...pairs.otherwise) };
}

const directions = ["worse", "better", "otherwise"] as const;
const never: Questions = { worse: "false", better: "false", otherwise: "false" };

/**
 * In which cases a clause comes out differently.
 *
 * @param decisions in which cases the decisions do
 */
export function clauseQuestions(part: ClausePart, universe: Universe, decisions: readonly Questions[]): Questions {
  const [base, head] = sidesOf(universe);
  const anything = anyDifference(part, base, head);
  if (anything === "false") return never;
  const burdens = part.obligations.filter((id) => [base, head].every(({ model }) => isBurdenIn(id, model)));
  const obligations = burdens.map((id) => [base.obligation(id), head.obligation(id)] as const);
  const [unmetBefore, unmetAfter] = [isUnmet(base, part.ids[0]), isUnmet(head, part.ids[1])];
  const ownWorse = or(and(not(unmetBefore), unmetAfter), ...obligations.map(([a, b]) => isTighter(a, b)));
  const ownBetter = or(and(unmetBefore, not(unmetAfter)), ...obligations.map(([a, b]) => isTighter(b, a)));
  if (!part.isChanged) return { worse: ownWorse, better: ownBetter, otherwise: "false" };
  const undirected = and(anything, not(ownWorse), not(ownBetter));
  const reaches = part.isOnlyChange ? "true" : derivedDifference(part, base, head);
  const further = (direction: "worse" | "better") =>
    and(reaches, or(...decisions.map((questions) => questions[direction])));
  const [worse, better] = [further("worse"), further("better")];
  return {
    worse: or(ownWorse, and(undirected, worse)),
    better: or(ownBetter, and(undirected, better)),
    otherwise: and(undirected, not(worse), not(better)),
  };
}

/** In which cases the status of a clause, one of its duties or one of its values differs. */
export function anyDifference(part: ClausePart, base: SymbolicRevision, head: SymbolicRevision): Term {
  return or(
    not(same(statusOn(base, part.ids[0]), statusOn(head, part.ids[1]))),
    ...part.obligations.map((id) => not(isSameDuty(base.obligation(id), head.obligation(id)))),
    derivedDifference(part, base, head),
  );
}

function derivedDifference(part: ClausePart, base: SymbolicRevision, head: SymbolicRevision): Term {
  return or(...part.derived.map((id) => not(identical(base.derived(id), head.derived(id)))));
}

/** The two sides of a universe that was made for two revisions. */
export function sidesOf({ sides }: Universe): readonly [SymbolicRevision, SymbolicRevision] {
  const [base, head] = sides;
  if (base === undefined || head === undefined) throw new Error("a comparison has two sides");
  return [base.revision, head.revision];
}

/** The two obligations come to the same. */
export function isSameDuty(a: SymbolicObligation, b: SymbolicObligation): Term {
  return and(same(a.status, b.status), identical(a.due, b.due));
}

function statusOn(revision: SymbolicRevision, id: string | undefined): Term {
  return id === undefined ? clauseCodes.not_applicable : revision.clause(id);
}

function isUnmet(revision: SymbolicRevision, id: string | undefined): Term {
  return same(statusOn(revision, id), clauseCodes.unmet);
}

function isTighter(before: SymbolicObligation, after: SymbolicObligation): Term {
  const isOff = ({ status }: SymbolicObligation) => same(status, obligationCodes.not_applicable);
  const isLate = ({ status }: SymbolicObligation) =>
    or(same(status, obligationCodes.overdue), same(status, obligationCodes.fulfilled_late));
  const isEarlier = or(
    and(before.due.none, not(after.due.none)),
    known(after.due, before.due, () => lessValue(after.due, before.due)),
  );
  const sameDue = identical(before.due, after.due);
  const tighter = or(isOff(before), isEarlier, and(sameDue, isLate(after), not(isLate(before))));
  return and(not(isOff(after)), tighter);
}
