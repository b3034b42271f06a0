import { formatDay } from "../calendar/day.ts";
import type { ClauseStatus } from "../language/condition.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type {
  ClauseResult,
  DecisionResult,
  GovernedBy,
  ObligationResult,
  Result,
  Warning,
} from "../language/result.ts";
import type { ValueType } from "../language/value-type.ts";
import type { Sink } from "./compile/compiled.ts";
import { type Frame, statusBits } from "./frame.ts";
import type { Program } from "./program.ts";

/** What the result says beside what was worked out. */
export interface Heading {
  readonly case: string | undefined;
  readonly governedBy: GovernedBy;
  readonly warnings: readonly Warning[];
}

/** Runs a program on the facts of a case and writes down everything that it comes to. */
export function resultOf(program: Program, frame: Frame, heading: Heading): Result {
  const { model } = program;
  const decisions: Record<string, DecisionResult> = {};
  for (const id of program.decisions.keys()) decisions[id] = decisionResult(program, id, frame);
  const clauses: Record<string, ClauseResult> = {};
  for (const id of program.clauses.keys()) clauses[id] = clauseResult(program, id, frame);
  const obligations: Record<string, ObligationResult> = {};
  for (const id of program.obligations.keys()) obligations[id] = obligationResult(program, id, frame);
  const derived: Record<string, string | number | boolean | null> = {};
  for (const [id, { get }] of program.derived) {
    const value = written(get(frame), model.derived.get(id)?.value.type);
    if (value !== undefined) derived[id] = value;
  }
  return {
    procedure: model.procedure,
    revision: model.entry.revision,
    digest: model.digest,
    ...(heading.case === undefined ? {} : { case: heading.case }),
    asOf: formatDay(frame.asOf),
    governedBy: heading.governedBy,
    decisions,
    clauses,
    obligations,
    derived,
    readings: readingsOf(program, clauses),
    warnings: [...heading.warnings, ...plans(program, frame)],
  };
}

function decisionResult(program: Program, id: string, frame: Frame): DecisionResult {
  const decision = program.decisions.get(id);
  const possible = decision?.possible(frame) ?? [];
  const settled = possible.length === 1;
  const because = new Set<string>();
  if (settled) decision?.because(frame, (clause) => because.add(clause));
  return {
    outcome: settled ? (possible[0] ?? null) : null,
    possible,
    because: because.size < 2 ? [...because] : [...program.clauses.keys()].filter((clause) => because.has(clause)),
    missing: settled ? [] : ranked((sink) => decision?.missing(frame, sink)),
  };
}

function clauseResult(program: Program, id: string, frame: Frame): ClauseResult {
  const clause = program.clauses.get(id);
  const status = statusOf(clause?.statuses(frame) ?? 0);
  const { revision = "", effective = "" } = program.model.clauses.get(id) ?? {};
  return {
    status,
    revision,
    effective,
    missing: status === "undetermined" ? ranked((sink) => clause?.missing(frame, sink)) : [],
  };
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

function obligationResult(program: Program, id: string, frame: Frame): ObligationResult {
  const obligation = program.obligations.get(id);
  const { status, due } = obligation?.run(frame) ?? { status: "undetermined", due: undefined };
  const { clause = "", bearer = "" } = program.model.obligations.get(id) ?? {};
  return {
    clause,
    bearer,
    due: typeof due === "number" ? formatDay(due) : null,
    status,
    missing: status === "undetermined" ? ranked((sink) => obligation?.missing(frame, sink)) : [],
  };
}

/** The facts that are missing, those that most open rows or conditions wait for first; among equals, in the order of the text. */
function ranked(collect: (sink: Sink) => void): readonly string[] {
  const counts = new Map<string, number>();
  collect((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

function written(value: Operand, type: ValueType | undefined): string | number | boolean | null | undefined {
  if (typeof value === "number" && type?.kind === "date") return formatDay(value);
  return typeof value === "object" && value !== null ? undefined : value;
}

/**
 * The interpretations relied on: those that every result rests on, and those of every clause that can apply to the
 * case. One whose alternative is switched on says so.
 */
function readingsOf(program: Program, clauses: Readonly<Record<string, ClauseResult>>): readonly string[] {
  const { model, readings } = program;
  const relied = new Set(model.interpretationsThroughout);
  for (const clause of model.clauses.values()) {
    if (clauses[clause.id]?.status === "not_applicable") continue;
    for (const id of clause.interpretations) relied.add(id);
  }
  return [...model.interpretations.keys()]
    .filter((id) => relied.has(id) || Object.hasOwn(readings, id))
    .map((id) => (Object.hasOwn(readings, id) ? `${id}=${readings[id]}` : id));
}

/** A warning for each fact with a date after the evaluation date: it is a plan, used as it is given. */
function plans(program: Program, frame: Frame): readonly Warning[] {
  const warnings: Warning[] = [];
  for (const { slot, fact } of program.dated) {
    for (const day of datesIn(frame.facts[slot], fact.entry)) {
      if (day <= frame.asOf) continue;
      warnings.push({
        code: "future-date",
        message: `\`${fact.id}\` is ${formatDay(day)}, after the evaluation date: it is taken as a plan`,
        facts: [fact.id],
      });
    }
  }
  return warnings;
}

function datesIn(value: Operand, type: FactType): readonly number[] {
  if (type.type === "date") return typeof value === "number" ? [value] : [];
  if (!Array.isArray(value)) return [];
  const parts = value as readonly Operand[];
  if (type.type === "list") return parts.flatMap((part) => datesIn(part, type.of));
  if (type.type !== "record") return [];
  return Object.values(type.fields).flatMap((field, at) => datesIn(parts[at], field));
}
