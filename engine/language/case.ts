import type { ClauseStatus } from "./condition.ts";
import type { ClauseId, DashedName, FactId, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";
import type { ObligationStatus } from "./result.ts";

/** A case: the facts, the day from which they are looked at, and, in a fixture, what is expected. */
export interface CaseFile {
  /** The name of the case. */
  case?: Text;
  /** What it shows, in a line. */
  title?: Text;
  /** The evaluation date. */
  asOf?: IsoDate;
  /** The revision to decide by, instead of the one that governs. */
  revision?: RevisionNumber;
  /** The alternatives that are switched on: interpretation to alternative. */
  readings?: Record<DashedName, Name>;
  /** The facts, nested by the dots of their ids. A missing fact is unknown; `null` is known to be none. */
  facts: Record<string, unknown>;
  /** What it comes to, where the case is a fixture. */
  expect?: Expectation;
}

/** What a fixture expects. Only what is listed is compared. */
export interface Expectation {
  /** Decision to outcome; `null` for undetermined. */
  decisions?: Record<Name, Name | null>;
  /** Clause to status. */
  clauses?: Record<ClauseId, ClauseStatus>;
  /** Duty to the day by which it is due and how it stands. */
  obligations?: Record<Name, ObligationExpectation>;
  /** Derived values: dates as `YYYY-MM-DD`. */
  derived?: Record<FactId, string | number | boolean | null>;
  /** The contradiction for which the case is refused. Nothing else comes out then, so nothing else is expected. */
  refused?: Name;
}

/** What a fixture expects of an obligation. */
export interface ObligationExpectation {
  /** The last day that still counts; `null` for none. */
  due?: IsoDate | null;
  /** How it stands at the evaluation date. */
  status?: ObligationStatus;
}
