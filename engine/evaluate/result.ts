import { writtenDay } from "../calendar/remember.ts";
import type { ClauseStatus } from "../language/condition.ts";
import type { Operand } from "../language/known.ts";
import type {
  ClauseResult,
  Decided,
  DecisionResult,
  GovernedBy,
  ObligationResult,
  Result,
  Warning,
} from "../language/result.ts";
import { ClauseMarks } from "./compile/clause-marks.ts";
import type { Sink } from "./compile/compiled.ts";
import { type Frame, statusBits } from "./frame.ts";
import { Plans } from "./plans.ts";
import type { Program } from "./program.ts";
import { ReadingsRelied } from "./readings-relied.ts";
import { RecordShape } from "./record-shape.ts";
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
  const known = writers.get(program);
  if (known !== undefined) return known;
  const writer = new ResultWriter(program);
  writers.set(program, writer);
  return writer;
}

const writers = new WeakMap<Program, ResultWriter>();

/** Shared by every part of a result for which nothing is missing. */
const nothingMissing: readonly string[] = Object.freeze([]);

/** Writes results of one program. What is the same in every case is made once, and shared between results. */
class ResultWriter {
  readonly #program: Program;
  readonly #clauseIds: readonly string[];
  readonly #marks: ClauseMarks;
  readonly #identity: Pick<Result, "procedure" | "revision" | "digest">;
  readonly #settled: SettledRecords;
  readonly #decisions: RecordShape<DecisionResult>;
  readonly #clauses: RecordShape<ClauseResult>;
  readonly #obligations: RecordShape<ObligationResult>;
  readonly #derived: RecordShape<string | number | boolean | null>;
  readonly #readings: ReadingsRelied;
  readonly #plans: Plans;

  constructor(program: Program) {
    const { procedure, entry, digest } = program.model;
    this.#program = program;
    this.#identity = { procedure, revision: entry.revision, digest };
    this.#clauseIds = [...program.clauses.keys()];
    this.#marks = new ClauseMarks(this.#clauseIds.length);
    this.#decisions = new RecordShape([...program.decisions.keys()], this.#decisionWriters());
    this.#settled = new SettledRecords(program.decisions);
    this.#clauses = new RecordShape(this.#clauseIds, this.#clauseWriters());
    this.#obligations = new RecordShape([...program.obligations.keys()], this.#obligationWriters());
    this.#derived = new RecordShape([...program.derived.keys()], this.#derivedWriters());
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
    const { governedBy } = heading;
    const asOf = writtenDay(frame.asOf);
    const { procedure, revision, digest } = this.#identity;
    const worked = { asOf, governedBy, decisions, clauses, obligations, derived, readings, warnings };
    return heading.case === undefined
      ? { procedure, revision, digest, ...worked }
      : { procedure, revision, digest, case: heading.case, ...worked };
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

  #decisionWriters(): readonly ((frame: Frame) => DecisionResult)[] {
    return [...this.#program.decisions.values()].map((decision) => (frame) => {
      const possible = decision.possible(frame);
      const [outcome] = possible;
      if (possible.length !== 1 || outcome === undefined) {
        const missing = ranked((sink) => decision.missing(frame, sink));
        return { outcome: null, possible, because: [], missing };
      }
      decision.because(frame, this.#marks);
      return { outcome, possible, because: this.#marks.take(this.#clauseIds), missing: nothingMissing };
    });
  }

  #clauseWriters(): readonly ((frame: Frame) => ClauseResult)[] {
    return [...this.#program.clauses].map(([id, clause]) => {
      const { revision = "", effective = "" } = this.#program.model.clauses.get(id) ?? {};
      const settled = (status: ClauseStatus): ClauseResult =>
        Object.freeze({ status, revision, effective, missing: nothingMissing });
      const [met, unmet, notApplicable] = [settled("met"), settled("unmet"), settled("not_applicable")];
      return (frame) => {
        switch (clause.statuses(frame)) {
          case statusBits.met:
            return met;
          case statusBits.unmet:
            return unmet;
          case statusBits.not_applicable:
            return notApplicable;
          default:
            return {
              status: "undetermined",
              revision,
              effective,
              missing: ranked((sink) => clause.missing(frame, sink)),
            };
        }
      };
    });
  }

  #obligationWriters(): readonly ((frame: Frame) => ObligationResult)[] {
    return [...this.#program.obligations].map(([id, obligation]) => {
      const { clause = "", bearer = "" } = this.#program.model.obligations.get(id) ?? {};
      const notApplicable: ObligationResult = Object.freeze({
        clause,
        bearer,
        due: null,
        status: "not_applicable",
        missing: nothingMissing,
      });
      return (frame) => {
        const { status, due } = obligation.run(frame);
        if (status === "not_applicable") return notApplicable;
        const missing = status === "undetermined" ? ranked((sink) => obligation.missing(frame, sink)) : nothingMissing;
        return { clause, bearer, due: typeof due === "number" ? writtenDay(due) : null, status, missing };
      };
    });
  }

  #derivedWriters(): readonly ((frame: Frame) => string | number | boolean | null | undefined)[] {
    return [...this.#program.derived].map(([id, { get }]) => {
      const isDate = this.#program.model.derived.get(id)?.value.type.kind === "date";
      return (frame) => written(get(frame), isDate);
    });
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

/** The facts that are missing, those that most open rows or conditions wait for first; among equals, in the order of the text. */
function ranked(collect: (sink: Sink) => void): readonly string[] {
  const counts = new Map<string, number>();
  collect((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** A derived value as the result gives it: nothing where it is unknown, or a list. */
function written(value: Operand, isDate: boolean): string | number | boolean | null | undefined {
  if (typeof value === "number") return isDate ? writtenDay(value) : value;
  return typeof value === "object" && value !== null ? undefined : value;
}
