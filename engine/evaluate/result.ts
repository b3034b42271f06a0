import { writtenDay } from "../calendar/remember.ts";
import type { ClauseStatus } from "../language/condition.ts";
import type { Decided, GovernedBy, Result, Warning } from "../language/result.ts";
import { ClauseResults } from "./clause-results.ts";
import { DecisionResults } from "./decision-results.ts";
import { DerivedResults } from "./derived-results.ts";
import { type Frame, statusBits } from "./frame.ts";
import { ObligationResults } from "./obligation-results.ts";
import { Plans } from "./plans.ts";
import type { Program } from "./program.ts";
import { ReadingsRelied } from "./readings-relied.ts";
import { SettledRecords } from "./settled-records.ts";

/** What the result says beside what was worked out. */
export interface Heading {
  readonly case: string | undefined;
  readonly governedBy: GovernedBy;
  readonly warnings: readonly Warning[];
}

/** Runs a program on the facts of a case and writes down everything that it comes to. */
export function resultOf(program: Program, frame: Frame, heading: Heading): Result {
  return writerOf(program).write(frame, heading);
}

/** The same, of the decisions alone. */
export function decidedOf(program: Program, frame: Frame, heading: Heading): Decided {
  return writerOf(program).writeDecisions(frame, heading);
}

function writerOf(program: Program): ResultWriter {
  if (latest?.program === program) return latest;
  latest = writers.get(program) ?? new ResultWriter(program);
  writers.set(program, latest);
  return latest;
}

const writers = new WeakMap<Program, ResultWriter>();
/** Most results are of the same program as the one before. */
let latest: ResultWriter | undefined;

/** Writes results of one program. What is the same in every case is made once, and shared between results. */
class ResultWriter {
  readonly program: Program;
  readonly #identity: Pick<Result, "procedure" | "revision" | "digest">;
  readonly #settled: SettledRecords;
  readonly #decisions: DecisionResults;
  readonly #clauses: ClauseResults;
  readonly #obligations: ObligationResults;
  readonly #derived: DerivedResults;
  readonly #readings: ReadingsRelied;
  readonly #plans: Plans;

  constructor(program: Program) {
    const { procedure, entry, digest } = program.model;
    this.program = program;
    this.#identity = { procedure, revision: entry.revision, digest };
    this.#settled = new SettledRecords(program.decisions);
    this.#decisions = new DecisionResults(program);
    this.#clauses = new ClauseResults(program);
    this.#obligations = new ObligationResults(program);
    this.#derived = new DerivedResults(program);
    this.#readings = new ReadingsRelied(program);
    this.#plans = new Plans(program);
  }

  write(frame: Frame, heading: Heading): Result {
    const decisions = this.#decisions.write(frame);
    const clauses = this.#clauses.write(frame);
    const obligations = this.#obligations.write(frame);
    const derived = this.#derived.write(frame);
    const readings = this.#readings.of(frame);
    const warnings = this.#warnings(frame, heading);
    const { case: name, governedBy } = heading;
    const asOf = writtenDay(frame.asOf);
    const { procedure, revision, digest } = this.#identity;
    // Both in full: to spread what they share into them would cost as much as a block of the result.
    return name === undefined
      ? { procedure, revision, digest, asOf, governedBy, decisions, clauses, obligations, derived, readings, warnings }
      : {
          procedure,
          revision,
          digest,
          case: name,
          asOf,
          governedBy,
          decisions,
          clauses,
          obligations,
          derived,
          readings,
          warnings,
        };
  }

  writeDecisions(frame: Frame, heading: Heading): Decided {
    const decisions = this.#settled.write(frame);
    const warnings = this.#warnings(frame, heading);
    const { governedBy } = heading;
    const { procedure, revision, digest } = this.#identity;
    const asOf = writtenDay(frame.asOf);
    return heading.case === undefined
      ? { procedure, revision, digest, asOf, governedBy, decisions, warnings }
      : { procedure, revision, digest, case: heading.case, asOf, governedBy, decisions, warnings };
  }

  #warnings(frame: Frame, heading: Heading): readonly Warning[] {
    const plans = this.#plans.warnings(frame);
    if (plans.length === 0) return heading.warnings;
    return heading.warnings.length === 0 ? plans : [...heading.warnings, ...plans];
  }
}

/** The status that a set of possible statuses comes to. */
export function statusOf(statuses: number): ClauseStatus {
  switch (statuses) {
    case statusBits.met:
      return "met";
    case statusBits.unmet:
      return "unmet";
    case statusBits.not_applicable:
      return "not_applicable";
    default:
      return "undetermined";
  }
}
