import { and, less, not, or, same, type Term, whole } from "../../language/smt/term.ts";
import type { Reference, RevisionModel } from "../../procedure/model.ts";
import type { SymbolicRevision } from "../../prove/encode/revision.ts";
import { clauseCodes, obligationCodes } from "../../prove/encode/statuses.ts";
import type { Universe } from "../../prove/universe.ts";
import { Foundations } from "./foundations.ts";
import type { Aim } from "./goal.ts";

/**
 * What a case in which every fact is known has to fulfil to reach a goal, for the solver; nothing for a goal that only
 * a case with a missing fact can reach. Of a clause that is to decide something it demands less than that, so that a
 * case that fulfils it has to be tried; that there is none proves that the goal can't be reached.
 */
export function termOf(aim: Aim, universe: Universe): Term | undefined {
  const [side] = universe.sides;
  if (side === undefined) return undefined;
  const { revision } = side;
  switch (aim.kind) {
    case "status":
      return aim.status === "undetermined" ? undefined : same(revision.clause(aim.clause), clauseCodes[aim.status]);
    case "duty":
      return aim.status === "undetermined"
        ? undefined
        : same(revision.obligation(aim.obligation).status, obligationCodes[aim.status]);
    case "row":
      return rowDecides(revision, aim.decision, aim.row);
    case "deciding":
      return perhapsDecides(aim.clause, revision);
    case "condition":
      return conditionComesTo(aim, revision);
    case "reading":
      return revision.condition({ kind: "reading", reading: aim.reading, is: aim.alternative }, undefined);
    default:
      return aim satisfies never;
  }
}

function rowDecides(revision: SymbolicRevision, decision: string, row: number): Term {
  const rows = revision.model.decisions.get(decision)?.rows.slice(0, row + 1) ?? [];
  return and(
    ...rows.map(({ when }, at) => {
      const holds = when === undefined ? "true" : revision.condition(when, undefined);
      return at === row ? holds : not(holds);
    }),
  );
}

/** A duty of the clause applies, or a row decides that can be said to rest on it; the last row rests on all before it. */
function perhapsDecides(id: string, revision: SymbolicRevision): Term {
  const { model } = revision;
  const foundations = new Foundations(model);
  const duties = model.clauses.get(id)?.obligations ?? [];
  const applying = duties.map((duty) => not(same(revision.obligation(duty).status, obligationCodes.not_applicable)));
  const rows = [...model.decisions.values()].flatMap((decision) =>
    decision.rows.flatMap((row, at) => {
      const resting = row.when === undefined ? foundations.ofDecision(decision.id) : foundations.ofRow(row);
      return resting.has(id) ? [rowDecides(revision, decision.id, at)] : [];
    }),
  );
  return or(...applying, ...rows);
}

function conditionComesTo({ placed, truth }: Aim & { kind: "condition" }, revision: SymbolicRevision): Term {
  const { condition, list: name } = placed;
  const wanted = truth ? condition : ({ kind: "not", of: condition } as const);
  if (name === undefined) return revision.condition(wanted, undefined);
  const reference = listNamed(name, revision.model);
  const list = reference && revision.value(reference, undefined);
  if (list?.kind !== "list") return "false";
  const elements = list.elements.map((element, at) =>
    and(less(whole(at), list.length), revision.condition(wanted, element)),
  );
  return and(not(list.none), or(...elements));
}

function listNamed(id: string, model: RevisionModel): Reference | undefined {
  const fact = model.facts.get(id);
  if (fact !== undefined) return { kind: "fact", id, type: fact.type };
  const derived = model.derived.get(id);
  return derived && { kind: "derived", id, type: derived.value.type };
}
