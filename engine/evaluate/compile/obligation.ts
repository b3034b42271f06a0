import type { Day } from "../../calendar/day.ts";
import type { Operand } from "../../language/known.ts";
import type { ObligationStatus } from "../../language/result.ts";
import type { Truth } from "../../language/truth.ts";
import type { Obligation, Value } from "../../procedure/model.ts";
import type { Frame, ObligationState } from "../frame.ts";
import type { CompiledCondition, CompiledValue, Sink } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileOften } from "./quick.ts";
import { compileValue } from "./value.ts";

/** An obligation compiled into closures. */
export interface CompiledObligation {
  readonly run: (frame: Frame) => ObligationState;
  readonly missing: (frame: Frame, sink: Sink) => void;
}

const notApplicable: ObligationState = Object.freeze({ status: "not_applicable", due: null });

/** Compiles an obligation. */
export function compileObligation(obligation: Obligation, names: Names): CompiledObligation {
  const applies = obligation.appliesWhen && compileOften(obligation.appliesWhen, names);
  const optional = (value: Value | undefined) => value && compileValue(value, names);
  const due = optional(obligation.due);
  const done = optional(obligation.done);
  const keepUntil = optional(obligation.keepUntil);
  const performed = obligation.performedWhen && compileOften(obligation.performedWhen, names);
  const run = (frame: Frame): ObligationState => {
    const applied = applies === undefined ? true : applies.test(frame);
    if (applied === false) return notApplicable;
    const limit = dayOf(keepUntil === undefined ? limitOf(due, frame) : keepUntil.get(frame));
    if (applied === undefined) return { status: "undetermined", due: limit };
    if (keepUntil !== undefined) return { status: kept(limit, frame.asOf), due: limit };
    if (performed !== undefined) return { status: performance(performed.test(frame)), due: limit };
    if (done === undefined) return { status: "pending", due: limit };
    return { status: timeliness(limit, dayOf(done.get(frame)), frame.asOf), due: limit };
  };
  const conditions: readonly CompiledCondition[] = [applies, performed].filter((part) => part !== undefined);
  const values: readonly CompiledValue[] = [due, done, keepUntil].filter((part) => part !== undefined);
  return {
    run,
    missing: (frame, sink) => {
      if (run(frame).status !== "undetermined") return;
      for (const part of conditions) if (part.test(frame) === undefined) part.missing(frame, sink);
      for (const part of values) if (part.get(frame) === undefined) part.missing(frame, sink);
    },
  };
}

function limitOf(due: CompiledValue | undefined, frame: Frame): Operand {
  return due === undefined ? null : due.get(frame);
}

/** A value that the linker has found to be a date. */
function dayOf(value: Operand): Day | null | undefined {
  return typeof value === "number" || value === null ? value : undefined;
}

/** A duty to keep something is pending until its day comes, and fulfilled from that day on. */
function kept(until: Day | null | undefined, asOf: Day): ObligationStatus {
  if (until === undefined) return "undetermined";
  return until === null || asOf < until ? "pending" : "fulfilled";
}

function performance(performed: Truth): ObligationStatus {
  if (performed === undefined) return "undetermined";
  return performed ? "fulfilled" : "pending";
}

/** The due day itself still counts. A duty without a due day can't be late. */
function timeliness(due: Day | null | undefined, done: Day | null | undefined, asOf: Day): ObligationStatus {
  if (due === undefined || done === undefined) return "undetermined";
  if (done !== null) return due === null || done <= due ? "fulfilled" : "fulfilled_late";
  return due === null || asOf <= due ? "pending" : "overdue";
}
