import type { RevisionModel } from "../procedure/model.ts";
import type { Thing } from "./needs.ts";
import type { StructureChange } from "./report.ts";

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
  /** Whether it is written differently, and not only in words. */
  readonly isChanged: boolean;
  /** The obligations that it lays on someone on either side. */
  readonly obligations: readonly string[];
  /** The values that it derives on both sides. What one side alone derives is used there alone. */
  readonly derived: readonly string[];
  /** Whether nothing else is written differently, so that whatever comes out differently does so because of it. */
  readonly isOnlyChange: boolean;
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
 * @param structure what is written differently: it says which clause of one side is which of the other
 */
export function clauseParts(
  base: RevisionModel,
  head: RevisionModel,
  structure: readonly StructureChange[],
): readonly ClausePart[] {
  const former = formerNumbers(structure);
  const changes = structure.filter(({ subject, change }) => subject === "clause" && change !== "reworded");
  const part = (baseId: string | undefined, headId: string | undefined): ClausePart => {
    const before = baseId === undefined ? undefined : base.clauses.get(baseId);
    const after = headId === undefined ? undefined : head.clauses.get(headId);
    const isMeant = ({ id, change }: StructureChange): boolean =>
      change === "retired" ? headId === undefined && id === baseId : id === headId;
    const isChanged = changes.some(isMeant);
    return {
      subject: "clause",
      id: headId ?? baseId ?? "",
      title: (after ?? before)?.title ?? "",
      ids: [before?.id, after?.id],
      isChanged,
      isOnlyChange: isChanged && structure.filter(({ change }) => change !== "reworded").length === 1,
      obligations: [...new Set([...(before?.obligations ?? []), ...(after?.obligations ?? [])])],
      derived: (after ?? before)?.derived.filter((id) => base.derived.has(id) && head.derived.has(id)) ?? [],
    };
  };
  const kept = [...head.clauses.keys()].map((id) => part(former.has(id) ? former.get(id) : id, id));
  const paired = new Set(kept.flatMap(({ ids: [id] }) => (id === undefined ? [] : [id])));
  const retired = [...base.clauses.keys()].filter((id) => !paired.has(id)).map((id) => part(id, undefined));
  return [...kept, ...retired];
}

/**
 * The number that a clause had on the base side, for each whose number on the head side is another; nothing for one that
 * was added, though the base side may have another clause of that number.
 */
export function formerNumbers(structure: readonly StructureChange[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    structure.flatMap(({ subject, id, change, formerId }) =>
      subject === "clause" && (formerId !== undefined || change === "added") ? [[id, formerId] as const] : [],
    ),
  );
}

/** Whether a duty, where a revision has it, is laid on a party of the applicant's side. */
export function isBurdenIn(obligation: string, model: RevisionModel): boolean {
  const bearer = model.obligations.get(obligation)?.bearer;
  return bearer === undefined || model.applicants.has(bearer);
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
