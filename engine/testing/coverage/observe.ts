import { CalendarRangeError } from "../../calendar/day.ts";
import { ClauseMarks } from "../../evaluate/compile/clause-marks.ts";
import { compileCondition } from "../../evaluate/compile/condition.ts";
import type { Frame } from "../../evaluate/frame.ts";
import type { Program } from "../../evaluate/program.ts";
import { statusOf } from "../../evaluate/result.ts";
import { Watch } from "../../evaluate/watch.ts";
import type { Result } from "../../language/result.ts";
import type { Aim } from "./goal.ts";
import type { RevisionGoal } from "./goals.ts";

/** A case that was decided. */
export interface Observed {
  readonly program: Program;
  readonly frame: Frame;
  /** What was reported of it, where that can say less than the frame: while it isn't settled which revision governs. */
  readonly result?: Result;
}

/** Sees which goals cases reach under one program: a revision with certain readings. */
export class Observer {
  readonly #watched: readonly { readonly goal: RevisionGoal; readonly reaches: (observed: Observed) => boolean }[];

  constructor(program: Program, goals: readonly RevisionGoal[]) {
    this.#watched = goals.map((goal) => ({ goal, reaches: reaching(goal.aim, program) }));
  }

  /** The goals that a case reaches, which must have been decided under the same program. */
  reached(observed: Observed): readonly RevisionGoal[] {
    return this.#watched.filter(({ reaches }) => reaches(observed)).map(({ goal }) => goal);
  }
}

function reaching(aim: Aim, program: Program): (observed: Observed) => boolean {
  switch (aim.kind) {
    case "status": {
      const { clause, status } = aim;
      return ({ frame, result }) =>
        (result?.clauses[clause]?.status ?? statusOf(program.clauses.get(clause)?.statuses(frame) ?? 0)) === status;
    }
    case "duty": {
      const { obligation, status } = aim;
      return ({ frame, result }) =>
        (result?.obligations[obligation]?.status ?? program.obligations.get(obligation)?.run(frame).status) === status;
    }
    case "deciding":
      return (observed) => isDeciding(aim.clause, observed);
    case "row":
      return rowDecides(aim, program);
    case "condition": {
      const watch = new Watch(program, [aim.placed]);
      return ({ frame }) => {
        let seen = false;
        inCalendar(() => {
          watch.run(frame, (_placed, truth) => {
            seen ||= truth === aim.truth;
          });
        });
        return seen;
      };
    }
    case "reading":
      return () => program.readings[aim.reading] === aim.alternative;
    default:
      return aim satisfies never;
  }
}

/** Whether a row decides: no row before it can hold any more, and the decision is settled. */
function rowDecides({ decision, row }: Aim & { kind: "row" }, program: Program): (observed: Observed) => boolean {
  const rows = program.model.decisions.get(decision)?.rows.slice(0, row + 1) ?? [];
  const tests = rows.map(({ when }) => when && compileCondition(when, program.names).test);
  return ({ frame, result }) =>
    result?.decisions[decision]?.outcome !== null &&
    tests.every((test, at) => (test === undefined ? true : test(frame)) === (at === row));
}

function isDeciding(clause: string, observed: Observed): boolean {
  const { program, frame, result } = observed;
  const duties = program.model.clauses.get(clause)?.obligations ?? [];
  const applies = (id: string): boolean => {
    const status = result?.obligations[id]?.status ?? program.obligations.get(id)?.run(frame).status;
    return status !== "not_applicable" && status !== "undetermined";
  };
  if (duties.some(applies)) return true;
  return reasonsFor(observed).has(clause);
}

const reasons = new WeakMap<Frame, ReadonlySet<string>>();

/** The clauses that some settled decision of a case rests on. */
function reasonsFor({ program, frame, result }: Observed): ReadonlySet<string> {
  const known = reasons.get(frame);
  if (known !== undefined) return known;
  const marks = new ClauseMarks(program.clauses.size);
  for (const [id, { possible, because }] of program.decisions) {
    const isSettled = possible(frame).length === 1 && result?.decisions[id]?.outcome !== null;
    if (isSettled) because(frame, marks);
  }
  const clauses = new Set(marks.take([...program.clauses.keys()]));
  reasons.set(frame, clauses);
  return clauses;
}

/** Does something, as far as no date that is worked out on the way leaves the calendar. */
function inCalendar(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error;
  }
}
