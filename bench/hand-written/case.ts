import type { DateKey } from "./dates.ts";

/** The points of one element, in millionths of a point. */
export interface Points {
  readonly earned: number;
  readonly available: number;
}

/** What the decisions need to know of a case. */
export interface Facts {
  /** The submission date, or the evaluation date where there is none. */
  readonly reference: DateKey;
  readonly outside: boolean;
  readonly maintenance: boolean;
  readonly binder: boolean;
  readonly started: DateKey;
  readonly lastDay: DateKey;
  readonly submitted: DateKey;
  readonly received: DateKey;
  readonly approved: DateKey;
  readonly certificationYear: boolean;
  readonly headcount: number;
  readonly systemSince: DateKey;
  readonly anniversary: DateKey;
  readonly certifiedAuditor: boolean;
  readonly assessorCourse: DateKey;
  readonly assessorRefreshers: readonly DateKey[];
  readonly consultant: boolean;
  readonly consultantCourse: DateKey;
  readonly consultantRefreshers: readonly DateKey[];
  readonly activities: readonly string[];
  readonly protocol: boolean;
  readonly wcbAccurate: boolean;
  readonly actionPlan: boolean;
  readonly ethicsSigned: boolean;
  readonly signedOff: boolean;
  readonly feesPaidBy: string;
  readonly deficiencies: boolean;
  readonly extension: DateKey;
  /** Nothing where the audit is not scored. */
  readonly elements: readonly Points[] | null;
  readonly qa: string;
}

/** A case as it is given: facts nested by their dots, dates as text. */
export interface GivenCase {
  readonly asOf: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is decided. */
export interface Decisions {
  readonly scope: string;
  readonly eligibility: string;
  readonly programme: string;
  readonly training: string;
  readonly submission: string;
  readonly certification: string;
  readonly maintenance: string;
}
