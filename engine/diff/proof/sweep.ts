import { identical } from "../../language/smt/symbolic.ts";
import { and, not, same, type Term } from "../../language/smt/term.ts";
import type { Clause, Condition, Obligation, RevisionModel, Value } from "../../procedure/model.ts";
import { type Visitor, visitCondition, visitValue } from "../../procedure/visit.ts";
import type { Solver } from "../../prove/solver.ts";
import type { Universe } from "../../prove/universe.ts";
import { isSameDuty, sidesOf } from "./questions.ts";

/** Something that a revision works out. */
type Thing = { readonly kind: "derived" | "clause" | "obligation" | "decision"; readonly id: string };

/**
 * Goes through what the head side works out, from the ground up, and where it is proved to be the same as on the base
 * side takes the base side's description for it. What is built on it then is the same text on both sides, and a
 * question about it need not prove that again.
 *
 * @param valid the cases that both sides take
 * @param former the number that a renumbered clause had on the base side
 * @param isKnownToDiffer whether a case is known in which something differs, so that asking is idle
 */
export async function sweep(
  universe: Universe,
  solver: Solver,
  valid: Term,
  former: ReadonlyMap<string, string>,
  isKnownToDiffer: (name: string) => boolean,
): Promise<void> {
  const [base, head] = sidesOf(universe);
  const done = new Set<string>();
  const settle = async (thing: Thing): Promise<void> => {
    const key = `${thing.kind} ${thing.id}`;
    if (done.has(key)) return;
    done.add(key);
    for (const need of needsOf(thing, head.model)) await settle(need);
    const baseId = thing.kind === "clause" ? (former.get(thing.id) ?? thing.id) : thing.id;
    if (!isIn(base.model, { ...thing, id: baseId }) || isKnownToDiffer(nameOf(thing))) return;
    const differs = difference(thing, baseId);
    if (differs === "false") return;
    await solver.tell(universe.script.take());
    const answer = await solver.ask(and(valid, differs), []);
    if (answer.kind === "impossible") head.adopt(thing.kind, thing.id, base, baseId);
  };
  const difference = ({ kind, id }: Thing, baseId: string): Term => {
    switch (kind) {
      case "derived":
        return not(identical(base.derived(baseId), head.derived(id)));
      case "clause":
        return not(same(base.clause(baseId), head.clause(id)));
      case "obligation":
        return not(isSameDuty(base.obligation(baseId), head.obligation(id)));
      case "decision":
        return not(same(base.decision(baseId), head.decision(id)));
      default:
        return kind satisfies never;
    }
  };
  for (const kind of ["derived", "obligation", "clause", "decision"] as const) {
    for (const id of thingsIn(head.model, kind).keys()) await settle({ kind, id });
  }
}

function nameOf({ kind, id }: Thing): string {
  return `${kind === "derived" ? "value" : kind} ${id}`;
}

function thingsIn(model: RevisionModel, kind: Thing["kind"]): ReadonlyMap<string, unknown> {
  switch (kind) {
    case "derived":
      return model.derived;
    case "clause":
      return model.clauses;
    case "obligation":
      return model.obligations;
    case "decision":
      return model.decisions;
    default:
      return kind satisfies never;
  }
}

function isIn(model: RevisionModel, { kind, id }: Thing): boolean {
  return thingsIn(model, kind).has(id);
}

/** What something is worked out from. */
export function needsOf({ kind, id }: Thing, model: RevisionModel): readonly Thing[] {
  const needs: Thing[] = [];
  const visitor: Visitor = {
    reference: (reference) => {
      if (reference.kind === "derived") needs.push({ kind: "derived", id: reference.id });
    },
    clause: (clause) => needs.push({ kind: "clause", id: clause }),
    decision: (decision) => needs.push({ kind: "decision", id: decision }),
  };
  const conditions = (...parts: readonly (Condition | undefined)[]): void => {
    for (const part of parts) if (part) visitCondition(part, visitor);
  };
  const values = (...parts: readonly (Value | undefined)[]): void => {
    for (const part of parts) if (part) visitValue(part, visitor);
  };
  switch (kind) {
    case "derived":
      values(model.derived.get(id)?.value);
      break;
    case "clause": {
      const clause: Clause | undefined = model.clauses.get(id);
      conditions(clause?.appliesWhen, clause?.requires);
      for (const obligation of clause?.obligations ?? []) needs.push({ kind: "obligation", id: obligation });
      break;
    }
    case "obligation": {
      const duty: Obligation | undefined = model.obligations.get(id);
      conditions(duty?.appliesWhen, duty?.performedWhen);
      values(duty?.due, duty?.done, duty?.keepUntil);
      break;
    }
    case "decision":
      conditions(...(model.decisions.get(id)?.rows ?? []).map(({ when }) => when));
      break;
    default:
      kind satisfies never;
  }
  return needs;
}
