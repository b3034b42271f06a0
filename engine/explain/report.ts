import type { Evaluation } from "../evaluate/procedure.ts";
import { visible } from "../source/visible.ts";
import { type DatesReport, datesOf } from "./dates.ts";
import { type DecisionReport, decisionReport, headlineOf } from "./headline.ts";
import { type MissingFact, missingFacts } from "./missing.ts";
import { Probe } from "./probe.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";
import { type ClauseReasons, type OpenClause, reasonsOf } from "./reasons.ts";
import { remediesOf } from "./remedies.ts";
import type { Sensitivity } from "./sensitivity.ts";
import { type SensitivityReport, sensitivityReport } from "./sensitivity-report.ts";
import { sayWarnings } from "./warnings.ts";

/**
 * What there is to say about an evaluation, in the order in which a reader wants it. Everything is words or plain data,
 * so that any form can be made of it. Words from the case are made visible: they hold no control characters.
 */
export interface Report {
  /** The name of the case, where it has one. */
  readonly case?: string;
  /** The decision that opens the report. */
  readonly headline: DecisionReport;
  readonly warnings: readonly string[];
  /** What the headline rests on beside clauses, each a sentence. */
  readonly grounds: readonly string[];
  /** The clauses that are not met: those that the headline rests on, and the others. */
  readonly reasons: readonly ClauseReasons[];
  readonly alsoUnmet: readonly ClauseReasons[];
  readonly met: readonly string[];
  readonly open: readonly OpenClause[];
  /** The facts that could still settle the headline, the most useful first. */
  readonly missing: readonly MissingFact[];
  /** Facts that only other decisions wait for. */
  readonly missingElsewhere: readonly MissingFact[];
  /** What would change a settled headline for the better: each set of changes was tried out. */
  readonly wouldChange: readonly RemedyReport[];
  readonly dates: DatesReport;
  readonly otherDecisions: readonly DecisionReport[];
  readonly readings: readonly ReadingReport[];
  /** Whether an unclear sentence decides the case, where that was asked and how was not. */
  readonly readingDecides: boolean;
  /** What hangs on how unclear sentences are read, where that was asked. */
  readonly sensitivity?: SensitivityReport;
  readonly provenance: Provenance;
}

/** What was found out about other readings of a case. */
export interface ReadingsTried {
  /** Whether another reading changes what is decided. */
  readonly decides?: boolean;
  readonly sensitivity?: Sensitivity;
}

/** A set of changes and what the headline would then be. */
export interface RemedyReport {
  readonly outcome: string;
  readonly sentence: string;
  readonly changes: readonly ChangeReport[];
}

/** A change of one fact. */
export interface ChangeReport {
  readonly fact: string;
  readonly subject: string;
  /** What becomes of it, with its verb: "is 2020-01-31". */
  readonly becomes: string;
  /** What it is, where that is replaced. */
  readonly from?: string;
}

/** An interpretation that the result relies on. */
export interface ReadingReport {
  readonly id: string;
  /** How it is read here: the register's own reading, or the alternative that was switched on. */
  readonly reading: string;
  readonly switched: boolean;
}

/** The report on an evaluation. */
export function reportOf(evaluation: Evaluation, tried: ReadingsTried = {}): Report {
  const { result, program } = evaluation;
  const { model } = program;
  const probe = new Probe(program, evaluation.frame);
  const headline = headlineOf(result, model);
  const missing = headline.outcome === null ? missingFacts(result.decisions[headline.id]?.missing ?? [], model) : [];
  const others = Object.values(result.decisions).flatMap((decision) =>
    decision.outcome === null ? decision.missing : [],
  );
  const elsewhere = others.filter((id) => !missing.some(({ fact }) => fact === id));
  return {
    ...(result.case === undefined ? {} : { case: visible(result.case) }),
    headline,
    warnings: sayWarnings(result.warnings, model),
    ...reasonsOf(evaluation, headline, probe),
    missing,
    missingElsewhere: missingFacts([...new Set(elsewhere)], model),
    wouldChange: remediesOf(evaluation, headline.id).map(({ outcome, changes }) => ({
      outcome,
      sentence: model.decisions.get(headline.id)?.outcomes.get(outcome) ?? outcome,
      changes: changes.map(
        ({ fact, subject, becomes, from }): ChangeReport => ({
          fact,
          subject,
          becomes,
          ...(from === undefined ? {} : { from }),
        }),
      ),
    })),
    dates: datesOf(result, probe),
    otherDecisions: [...model.decisions.keys()]
      .filter((id) => id !== headline.id && result.decisions[id]?.outcome !== "not_applicable")
      .map((id) => decisionReport(id, result, model)),
    readings: result.readings.map((entry): ReadingReport => {
      const [id = "", alternative] = entry.split("=");
      const interpretation = model.interpretations.get(id);
      const says = interpretation?.alternatives.find((other) => other.id === alternative)?.says;
      return { id, reading: says ?? interpretation?.reading ?? "", switched: alternative !== undefined };
    }),
    readingDecides: tried.decides === true && tried.sensitivity === undefined,
    ...(tried.sensitivity === undefined ? {} : { sensitivity: sensitivityReport(tried.sensitivity, result, model) }),
    provenance: provenanceOf(result, model),
  };
}
