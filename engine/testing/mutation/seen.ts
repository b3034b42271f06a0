import { CalendarRangeError } from "../../calendar/day.ts";
import { compileClause } from "../../evaluate/compile/clause.ts";
import { compileCondition } from "../../evaluate/compile/condition.ts";
import { compileDecision } from "../../evaluate/compile/decision.ts";
import type { Names } from "../../evaluate/compile/names.ts";
import { compileObligation } from "../../evaluate/compile/obligation.ts";
import { compileValue } from "../../evaluate/compile/value.ts";
import type { Frame } from "../../evaluate/frame.ts";
import type { Operand } from "../../language/known.ts";
import { unreachable } from "../../language/value-type.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { MutatedThing } from "./mutant.ts";

/** What one thing comes to on a frame: everything about it that anything else could depend on. */
export type See = (frame: Frame) => Operand;

/** What is seen where a date leaves the calendar on the way. */
const outOfCalendar = "out of the calendar";

/**
 * Compiles one thing of a revision by itself. Whatever it is worked out from is what `names` stand for, so that a
 * mutant and its original, which differ in this one thing, can be asked on the same frames: where they see the same,
 * nothing anywhere comes out differently.
 *
 * @param names of the original
 */
export function seeing(thing: MutatedThing, model: RevisionModel, names: Names): See {
  const see = compiled(thing, model, { ...names, list: undefined });
  return (frame) => {
    try {
      return see(frame);
    } catch (error) {
      if (error instanceof CalendarRangeError) return outOfCalendar;
      throw error;
    }
  };
}

function compiled({ kind, id }: MutatedThing, model: RevisionModel, names: Names): See {
  switch (kind) {
    case "derived": {
      const derived = model.derived.get(id);
      return derived === undefined ? () => null : compileValue(derived.value, names).get;
    }
    case "clause":
      return ofClause(id, model, names);
    case "obligation":
      return ofObligation(id, model, names);
    case "decision": {
      const decision = model.decisions.get(id);
      // A place beside those of the original, which its own decisions keep.
      const slot = names.model.decisions.size;
      const { possible } = decision === undefined ? { possible: () => [] } : compileDecision(decision, slot, names);
      return (frame) => {
        frame.decisions[slot] = undefined;
        return possible(frame);
      };
    }
    case "contradiction": {
      const contradiction = model.contradictions.find((one) => one.id === id);
      if (contradiction === undefined) return () => false;
      const { test } = compileCondition(contradiction.when, names);
      return (frame) => test(frame) === true;
    }
    default:
      return unreachable(kind);
  }
}

/** A clause with its duties, which its conditions are conditions of too. */
function ofClause(id: string, model: RevisionModel, names: Names): See {
  const clause = model.clauses.get(id);
  if (clause === undefined) return () => null;
  const duties = clause.obligations.flatMap((duty) => model.obligations.get(duty) ?? []);
  const slot = names.model.clauses.size;
  const own = duties.map((duty) => compileObligation(duty, names));
  const { statuses } = compileClause(clause, slot, own, names);
  const seen = clause.obligations.map((duty) => ofObligation(duty, model, names));
  return (frame) => {
    frame.clauses[slot] = undefined;
    return [statuses(frame), ...seen.map((see) => see(frame))];
  };
}

function ofObligation(id: string, model: RevisionModel, names: Names): See {
  const obligation = model.obligations.get(id);
  if (obligation === undefined) return () => null;
  const { run } = compileObligation(obligation, names);
  return (frame) => {
    const { status, due } = run(frame);
    return [status, due];
  };
}
