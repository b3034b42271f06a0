import { identical } from "../../language/smt/symbolic.ts";
import { not, same, type Term } from "../../language/smt/term.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { Prover } from "../../prove/prover.ts";
import { needsOf, type Thing } from "../needs.ts";
import { isSameDuty, sidesOf } from "./questions.ts";

/**
 * Goes through what the head side works out, from the ground up, and where it is proved to be the same as on the base
 * side takes the base side's description for it. What is built on it then is the same text on both sides, and a
 * question about it need not prove that again.
 *
 * @param former the number that a renumbered clause had on the base side
 * @param isKnownToDiffer whether a case is known in which something differs, so that asking is idle
 */
export async function sweep(
  prover: Prover,
  former: ReadonlyMap<string, string | undefined>,
  isKnownToDiffer: (name: string) => boolean,
): Promise<void> {
  const [base, head] = sidesOf(prover.universe);
  const done = new Set<string>();
  const settle = async (thing: Thing): Promise<void> => {
    const key = `${thing.kind} ${thing.id}`;
    if (done.has(key)) return;
    done.add(key);
    for (const need of needsOf(thing, head.model)) await settle(need);
    const baseId = thing.kind === "clause" && former.has(thing.id) ? former.get(thing.id) : thing.id;
    if (baseId === undefined || !isIn(base.model, { ...thing, id: baseId }) || isKnownToDiffer(nameOf(thing))) return;
    const differs = difference(thing, baseId);
    if (differs === "false") return;
    if (await prover.isPlainlyImpossible(differs)) head.adopt(thing.kind, thing.id, base, baseId);
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
