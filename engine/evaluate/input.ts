import { type Day, parseDay } from "../calendar/day.ts";
import { nearest } from "../source/nearest.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { describeWritten } from "./fact-type.ts";
import { at, type LocateInput } from "./input-places.ts";

/** A case to decide. */
export interface EvaluationInput {
  /** The facts, nested by the dots of their ids or with the dots in the keys. A missing one is unknown, `null` is none. */
  readonly facts: object;
  /** The evaluation date, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The revision to decide by, instead of the one that governs. */
  readonly revision?: string;
  /** The alternatives to switch on: interpretation to alternative. */
  readonly readings?: Readonly<Record<string, string>>;
  /** The name of the case, passed through to the result. */
  readonly case?: string;
}

/** The evaluation date. @throws ProblemsError where it is none. */
export function evaluationDate(text: unknown, locateInput: LocateInput | undefined): Day {
  const day = typeof text === "string" ? parseDay(text) : undefined;
  if (typeof day === "number") return day;
  const message =
    text === undefined
      ? "the evaluation date is missing"
      : day === undefined
        ? `the evaluation date is ${describeWritten(text)}, and no date`
        : `the evaluation date \`${String(text)}\` is not a date: ${day.reason}`;
  throw new ProblemsError([
    {
      code: "not-a-date",
      severity: "error",
      message,
      ...at(locateInput?.("asOf")),
      expected: "a calendar date, YYYY-MM-DD",
      ...(day?.meant === undefined ? {} : { nearest: day.meant }),
      remedy:
        day?.meant === undefined
          ? "give the date from which the case is looked at, for example 2019-12-20"
          : `write ${day.meant}`,
    },
  ]);
}

const inputKeys: readonly (keyof EvaluationInput)[] = ["facts", "asOf", "revision", "readings", "case"];
/** Those, and what a case file can hold beside, so that one can be passed on as it was read. */
const welcome: ReadonlySet<string> = new Set([...inputKeys, "title", "expect"]);

const none: readonly string[] = Object.freeze([]);

function strangersIn(input: object): readonly string[] {
  for (const key in input) if (!welcome.has(key)) return Object.keys(input).filter((one) => !welcome.has(one));
  return none;
}

/** A misspelled key must not be passed over: without its `readings` a case can be decided otherwise. @throws ProblemsError */
export function requireInput(input: unknown): void {
  const isBlock = typeof input === "object" && input !== null && !Array.isArray(input);
  const strangers = isBlock ? strangersIn(input) : [];
  if (isBlock && strangers.length === 0) return;
  const expected = `the keys ${inputKeys.map((key) => `\`${key}\``).join(", ")}`;
  const problems = strangers.map((key): Problem => {
    const near = nearest(key, inputKeys);
    return {
      code: "unknown-key",
      severity: "error",
      message: `there is no key \`${key}\` in the input of an evaluation`,
      expected,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : `write \`${near}\``,
    };
  });
  const missing: Problem = {
    code: "wrong-type",
    severity: "error",
    message: "the input of an evaluation is not a block of keys",
    expected,
    remedy: "give at least `facts` and `asOf`",
  };
  throw new ProblemsError(isBlock ? problems : [missing]);
}

/** @throws ProblemsError where the facts are no block of keys. */
export function requireFacts(facts: unknown): void {
  if (typeof facts === "object" && facts !== null && !Array.isArray(facts)) return;
  throw new ProblemsError([
    {
      code: "wrong-type",
      severity: "error",
      message: "the facts are not a block of keys",
      expected: "the facts of the case, nested by the dots of their ids",
      remedy: "give the facts, or an empty block where none is known",
    },
  ]);
}
