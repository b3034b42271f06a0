import { joined } from "../language/expressions/expression.ts";
import { type Paint, PLAIN } from "../source/render.ts";
import { sayStatus } from "./condition-words.ts";
import { clauseOfSentence, humanise } from "./names.ts";
import type { TextOptions } from "./text.ts";
import type {
  ClauseTrace,
  ConditionTrace,
  DecisionTrace,
  DerivedTrace,
  FoundValue,
  ObligationTrace,
  Trace,
} from "./trace-tree.ts";
import { wrap } from "./wrap.ts";

const step = 2;

/** A trace as indented text: the decisions row by row, then the clauses in their order. */
export function traceText(trace: Trace, options: TextOptions = {}): string {
  const writer = new TraceWriter(options.width ?? 80, options.paint ?? PLAIN);
  writer.heading("How each decision was reached");
  for (const decision of trace.decisions) writer.decision(decision);
  writer.heading("How each clause came out");
  for (const clause of trace.clauses) writer.clause(clause);
  return `${writer.lines.join("\n")}\n`;
}

/** The trace of one clause as indented text. */
export function clauseTraceText(trace: ClauseTrace, options: TextOptions = {}): string {
  const writer = new TraceWriter(options.width ?? 80, options.paint ?? PLAIN);
  writer.clause(trace);
  return `${writer.lines.join("\n")}\n`;
}

/** Marks of one width, so that the tree stays straight. */
const marks = { true: "[yes]", false: "[no ]", unknown: "[ ? ]" } as const;

class TraceWriter {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;

  constructor(width: number, paint: Paint) {
    this.#width = width;
    this.#paint = paint;
  }

  heading(text: string): void {
    if (this.lines.length > 0) this.lines.push("");
    this.lines.push(this.#paint.message(text));
  }

  decision({ title, possible, rows }: DecisionTrace): void {
    this.lines.push("");
    this.#put(`${title} ${joined(possible.map(humanise), "or")}`, 0);
    for (const { outcome, tried, truth, when } of rows) {
      if (!tried) this.#put(`${humanise(outcome)} (not tried)`, 1, "[ - ] ");
      else if (when === undefined) this.#put(`${humanise(outcome)} (whatever is left)`, 1, `${marks[truth]} `);
      else {
        this.#put(humanise(outcome), 1, `${marks[truth]} `);
        this.condition(when, 2);
      }
    }
  }

  clause({ id, title, status, notEncoded, appliesWhen, requires, derived, obligations }: ClauseTrace): void {
    this.lines.push("");
    this.#put(`${title}: ${sayStatus(status).replace(/^is /, "")}`, 0, `${id}  `);
    if (notEncoded !== undefined) this.#put(notEncoded, 1);
    if (appliesWhen) {
      this.#put("applies when", 1);
      this.condition(appliesWhen, 2);
    }
    if (requires) {
      this.#put("requires", 1);
      this.condition(requires, 2);
    }
    for (const value of derived) this.#derived(value);
    for (const obligation of obligations) this.#obligation(obligation);
  }

  condition({ says, truth, found, parts }: ConditionTrace, depth: number): void {
    this.#put(`${says}${sayAllFound(found)}`, depth, `${marks[truth]} `);
    for (const part of parts) this.condition(part, depth + 1);
  }

  #derived({ name, value, formula, from, condition, branches }: DerivedTrace): void {
    const how = formula === undefined ? "" : `, that is ${formula}${sayAllFound(from)}`;
    this.#put(`${name} = ${value}${how}`, 1);
    if (condition) this.condition(condition, 2);
    for (const { when, truth, says, value: found } of branches) {
      this.#put(`${when === undefined ? "otherwise " : ""}${says} = ${found}`, 2, `${marks[truth]} `);
      if (when) this.condition(when, 3);
    }
  }

  #obligation({ duty, status, due, done, appliesWhen, performedWhen }: ObligationTrace): void {
    const until = due === null ? "" : `, due ${due}`;
    const by = done === undefined ? "" : `, done: ${done}`;
    this.#put(`duty: ${clauseOfSentence(duty)}: ${humanise(status)}${until}${by}`, 1);
    if (appliesWhen) {
      this.#put("applies when", 2);
      this.condition(appliesWhen, 3);
    }
    if (performedWhen) {
      this.#put("done when", 2);
      this.condition(performedWhen, 3);
    }
  }

  #put(text: string, depth: number, mark = ""): void {
    const indent = " ".repeat(depth * step);
    const lines = wrap(text, this.#width, indent + mark);
    const [first = "", ...rest] = lines;
    const colour = mark === "[no ] " ? this.#paint.error : mark === "[ ? ] " ? this.#paint.warning : undefined;
    this.lines.push(
      colour === undefined
        ? first
        : `${indent}${colour(mark.trimEnd())}${first.slice(indent.length + mark.length - 1)}`,
    );
    this.lines.push(...rest);
  }
}

function sayAllFound(found: readonly FoundValue[]): string {
  const [only] = found;
  if (only === undefined) return "";
  return ` — ${found.length === 1 ? only.value : found.map(({ says, value }) => `${says}: ${value}`).join("; ")}`;
}
