import { operators } from "../../language/operators/table.ts";
import type { Condition, RevisionModel } from "../../procedure/model.ts";
import { type Distance, sum } from "./distance.ts";
import type { Alternatives } from "./otherwise.ts";
import type { Probe } from "./probe.ts";
import { isBetter } from "./rank.ts";
import type { Sightings } from "./sightings.ts";

/** Something that was not seen yet, and how to tell how near a case comes to it. */
export interface Goal {
  readonly isSeen: () => boolean;
  readonly distance: (probe: Probe) => Distance;
}

/** What should be in some case of sound rules: conditions that come out both ways, rows that decide, clauses met together. */
export function goalsOf(sightings: Sightings): readonly Goal[] {
  const { model, isTrue, isFalse, decisions, demanding, bothMet } = sightings;
  const conditions = sightings.open.flatMap(({ condition, list, owner }): readonly Goal[] => {
    if (list !== undefined || owner.kind === "contradiction") return [];
    const truth = !isTrue.has(condition);
    const isSeen = (): boolean => (truth ? isTrue : isFalse).has(condition);
    return [{ isSeen, distance: ({ distances }) => distances.of(condition, truth) }];
  });
  const rows = [...model.decisions.values()].flatMap(({ id, rows: all }) =>
    all.map((_row, at): Goal => {
      const isSeen = (): boolean => decisions.get(id)?.deciding.has(at) === true;
      return { isSeen, distance: ({ distances }) => distances.ofRow(all, at) };
    }),
  );
  const single = sightings.openClauses.map((at): readonly [number, number] => [at, at]);
  const clauses = [...single, ...sightings.openPairs].map(([at, other]): Goal => {
    const ids = [demanding[at] ?? "", demanding[other] ?? ""];
    const isSeen = (): boolean => bothMet.at(at, other) !== undefined;
    return { isSeen, distance: ({ distances }) => sum(ids.map((id) => distances.ofClause(id, true))) };
  });
  return unseen([...conditions, ...rows, ...clauses]);
}

/** What may be in some case, and had better not be: rows that hold at once, and answers that the last row takes unnamed. */
export function chancesOf({ model, decisions }: Sightings): readonly Goal[] {
  const chances = [...model.decisions.values()].flatMap((decision): readonly Goal[] => {
    const { id, rows } = decision;
    const seen = decisions.get(id);
    if (seen === undefined) return [];
    const overlaps = [...rows.entries()].flatMap(([at, row]) =>
      [...rows.entries()].flatMap(([later, { outcome, when }]): readonly Goal[] => {
        if (later <= at || when === undefined || !isBetter(row.outcome, outcome, decision)) return [];
        const isSeen = (): boolean => seen.hiding.at(at, later) !== undefined;
        return [{ isSeen, distance: ({ distances }) => distances.ofRow(rows, at, when) }];
      }),
    );
    const gaps = seen.alternatives.flatMap((alternatives, at) =>
      alternatives.unnamed.map((answer, place): Goal => {
        const isGiven = answers(alternatives, answer, model);
        const isSeen = (): boolean => seen.left.at(at, place) !== undefined;
        return { isSeen, distance: ({ distances }) => distances.ofRow(rows, rows.length - 1, isGiven) };
      }),
    );
    return [...overlaps, ...gaps];
  });
  return unseen(chances);
}

/** The condition that a fact or a decision gives a certain answer. */
function answers({ of, id }: Alternatives, answer: string, { facts }: RevisionModel): Condition {
  const type = facts.get(id)?.type;
  if (of === "decision" || type === undefined) return { kind: "decision", decision: id, is: [answer] };
  const left = { kind: "fact", type, id } as const;
  return { kind: "compare", operator: operators.equal, left, right: { kind: "literal", type, value: answer } };
}

function unseen(goals: readonly Goal[]): readonly Goal[] {
  return goals.filter(({ isSeen }) => !isSeen());
}
