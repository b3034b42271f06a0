import { formatDay, parseDay } from "../calendar/day.ts";
import type { ObligationResult, Result } from "../language/result.ts";
import type { Obligation } from "../procedure/model.ts";
import { capital, clauseOfSentence, counted } from "./names.ts";
import type { Probe } from "./probe.ts";

/** The duties of a case by their dates. */
export interface DatesReport {
  /** Due and not done, the oldest first. */
  readonly overdue: readonly DatedDuty[];
  /** Still to be done, the nearest first. */
  readonly ahead: readonly DatedDuty[];
  /** Done, but after the day, in the order of the days. */
  readonly late: readonly DatedDuty[];
  /** To be done, without a date. */
  readonly undated: readonly Duty[];
}

/** A duty. */
export interface Duty {
  readonly id: string;
  readonly clause: string;
  /** What has to be done, without a full stop. */
  readonly duty: string;
  /** Who has to do it, by name. */
  readonly bearer: string;
}

/** A duty with a date. */
export interface DatedDuty extends Duty {
  readonly due: string;
  /** "in 12 days", "today", "3 days ago"; for what was done late, "2 days late". */
  readonly when: string;
  /** For what was done late: the day it was done. */
  readonly done?: string;
  /** Whether it lasts until the date, rather than having to be done by it. */
  readonly lasts: boolean;
  /** What keeps the duty from being settled, where it is not. */
  readonly open?: string;
}

/** The duties of a result, sorted by what a reader has to do about them. */
export function datesOf(result: Result, probe: Probe): DatesReport {
  const { model } = probe.program;
  const { asOf } = probe.frame;
  const overdue: DatedDuty[] = [];
  const ahead: DatedDuty[] = [];
  const late: DatedDuty[] = [];
  const undated: Duty[] = [];
  for (const [id, state] of Object.entries(result.obligations)) {
    const obligation = model.obligations.get(id);
    if (obligation === undefined) continue;
    const duty: Duty = {
      id,
      clause: state.clause,
      duty: capital(clauseOfSentence(obligation.entry.duty)),
      bearer: model.parties.get(state.bearer) ?? state.bearer,
    };
    const due = state.due === null ? undefined : parseDay(state.due);
    if (typeof due !== "number" || state.due === null) {
      if (state.status === "pending") undated.push(duty);
      continue;
    }
    const dated = { ...duty, due: state.due, lasts: obligation.keepUntil !== undefined };
    if (state.status === "overdue") overdue.push({ ...dated, when: distance(due, asOf) });
    else if (state.status === "pending") ahead.push({ ...dated, when: distance(due, asOf) });
    else if (state.status === "fulfilled_late") late.push({ ...dated, ...lateness(obligation, due, probe) });
    else if (state.status === "undetermined")
      ahead.push({ ...dated, when: distance(due, asOf), open: doubt(state, probe) });
  }
  const byDate = (a: DatedDuty, b: DatedDuty) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0);
  return { overdue: overdue.sort(byDate), ahead: ahead.sort(byDate), late: late.sort(byDate), undated };
}

/** How far a day is from the evaluation date, in words. */
export function distance(day: number, asOf: number): string {
  if (day === asOf) return "today";
  return day > asOf ? `in ${counted(day - asOf, "day")}` : `${counted(asOf - day, "day")} ago`;
}

function lateness(obligation: Obligation, due: number, probe: Probe): { when: string; done?: string } {
  const done = obligation.done && probe.value(obligation.done);
  return typeof done === "number"
    ? { when: `${counted(done - due, "day")} late`, done: formatDay(done) }
    : { when: "late" };
}

function doubt(state: ObligationResult, probe: Probe): string {
  const labels = state.missing.map((id) => probe.program.model.facts.get(id)?.entry.label ?? id);
  return labels.length === 0 ? "open" : `open for want of: ${labels.join("; ")}`;
}
