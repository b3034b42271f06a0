import type { RevisionModel } from "../procedure/model.ts";
import type { Thing } from "./needs.ts";

/** A decision that both sides take. */
export interface DecisionPart {
  readonly subject: "decision";
  readonly id: string;
  readonly title: string;
}

/** A clause that a side has, with its number and what it defines on each side that has it. */
export interface ClausePart {
  readonly subject: "clause";
  /** Its number on the head side; on the base side where it was retired. */
  readonly id: string;
  readonly title: string;
  /** Its number on each side; nothing on a side without it. */
  readonly ids: readonly [string | undefined, string | undefined];
  /** The obligations that it lays on someone on either side. */
  readonly obligations: readonly string[];
  /** The values that it derives on either side. */
  readonly derived: readonly string[];
}

/** The decisions that both sides take, in the order of the head side. */
export function decisionParts(base: RevisionModel, head: RevisionModel): readonly DecisionPart[] {
  return [...head.decisions.values()]
    .filter(({ id }) => base.decisions.has(id))
    .map(({ id, title }) => ({ subject: "decision", id, title }));
}

/**
 * The clauses of both sides, in the order of the head side, those that it no longer has at the end.
 *
 * @param former the number that a renumbered clause had on the base side, by its number on the head side
 */
export function clauseParts(
  base: RevisionModel,
  head: RevisionModel,
  former: ReadonlyMap<string, string>,
): readonly ClausePart[] {
  const renumbered = new Set(former.values());
  const part = (baseId: string | undefined, headId: string | undefined): ClausePart => {
    const before = baseId === undefined ? undefined : base.clauses.get(baseId);
    const after = headId === undefined ? undefined : head.clauses.get(headId);
    const both = (of: "obligations" | "derived") => [...new Set([...(before?.[of] ?? []), ...(after?.[of] ?? [])])];
    return {
      subject: "clause",
      id: headId ?? baseId ?? "",
      title: (after ?? before)?.title ?? "",
      ids: [before?.id, after?.id],
      obligations: both("obligations"),
      derived: both("derived"),
    };
  };
  return [
    ...[...head.clauses.keys()].map((id) => part(former.get(id) ?? id, id)),
    ...[...base.clauses.keys()]
      .filter((id) => !head.clauses.has(id) && !renumbered.has(id))
      .map((id) => part(id, undefined)),
  ];
}

/** What a decision or a clause comes to is made of these. */
export function thingsOf(part: DecisionPart | ClausePart): readonly Thing[] {
  if (part.subject === "decision") return [{ kind: "decision", id: part.id }];
  const things = (kind: Thing["kind"], ids: readonly string[]) => ids.map((id): Thing => ({ kind, id }));
  const clauses = things(
    "clause",
    part.ids.filter((id) => id !== undefined),
  );
  return [...clauses, ...things("obligation", part.obligations), ...things("derived", part.derived)];
}
