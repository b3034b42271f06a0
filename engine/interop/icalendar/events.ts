import type { Evaluation } from "../../evaluate/procedure.ts";
import { type MissingFact, missingFacts } from "../../explain/missing.ts";
import { clauseOfSentence } from "../../explain/names.ts";
import { Probe } from "../../explain/probe.ts";
import type { ObligationStatus } from "../../language/result.ts";
import { eventUid } from "./uid.ts";
import { descriptionOf, limitOf, onOneLine, summaryOf } from "./words.ts";

/** A duty as an entry of a calendar. It takes the whole of the last day that still counts. */
export interface DutyEvent {
  /** The id of the duty. */
  readonly obligation: string;
  /** Identifies the event over all calendars; it stays when the date moves. */
  readonly uid: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly status: ObligationStatus;
  readonly summary: string;
  /** What the duty rests on and how its day was worked out; lines joined by line feeds. */
  readonly description: string;
  /** Who has to do it, by name. */
  readonly bearer: string;
}

/** A duty that may get a date once more is known. */
export interface UndatedDuty {
  readonly obligation: string;
  readonly clause: string;
  /** What has to be done, without a full stop. */
  readonly duty: string;
  readonly missing: readonly MissingFact[];
}

/** The duties of a case for a calendar. */
export interface DutyEvents {
  /** Those with a date, the earliest first. */
  readonly events: readonly DutyEvent[];
  /** Those whose date can't be told yet. A duty that is known to have none is in neither list. */
  readonly undated: readonly UndatedDuty[];
}

/**
 * The duties of a case, sorted into those that a calendar can hold and those that wait for a date.
 *
 * @param caseName the name of the case, which makes its events its own
 */
export function dutyEvents(evaluation: Evaluation, caseName: string): DutyEvents {
  const { result, program } = evaluation;
  const { model } = program;
  const probe = new Probe(program, evaluation.frame);
  const events: DutyEvent[] = [];
  const undated: UndatedDuty[] = [];
  for (const [id, state] of Object.entries(result.obligations)) {
    const obligation = model.obligations.get(id);
    if (obligation === undefined) continue;
    if (state.due !== null) {
      events.push({
        obligation: id,
        uid: eventUid(model.procedure, caseName, id),
        due: state.due,
        status: state.status,
        summary: summaryOf(obligation, state),
        description: descriptionOf(obligation, state, evaluation, probe, caseName),
        bearer: onOneLine(model.parties.get(state.bearer) ?? state.bearer),
      });
      continue;
    }
    const limit = limitOf(obligation);
    // A day that is known to be none will not come by knowing more.
    const isOpen = state.status !== "not_applicable" && limit !== undefined && probe.value(limit) === undefined;
    if (!isOpen) continue;
    const duty = onOneLine(clauseOfSentence(obligation.entry.duty));
    undated.push({ obligation: id, clause: state.clause, duty, missing: missingFacts(state.missing, model) });
  }
  return { events: events.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)), undated };
}
