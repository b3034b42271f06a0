import { type Day, parseDay } from "../calendar/day.ts";
import { excerpt } from "../source/excerpt.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { nearest } from "../source/nearest.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { limited } from "./fact-report.ts";
import { describeWritten } from "./fact-type.ts";
import { at, type LocateInput } from "./input-places.ts";
import { isForeign } from "./plain-block.ts";

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
        : `the evaluation date \`${excerpt(String(text))}\` is not a date: ${day.reason}`;
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

/**
 * A misspelled key must not be passed over: without its `readings` a case can be decided otherwise. Nor may a key count
 * that every object has because some other program added it.
 *
 * @throws ProblemsError where there is such a key, or a value has another type than the input of an evaluation has
 */
export function requireInput(input: unknown): void {
  if (isPlainlyRight(input)) return;
  if (!isBlock(input)) {
    throw new ProblemsError([
      {
        code: "wrong-type",
        severity: "error",
        message: "the input of an evaluation is not a block of keys",
        expected: expectedKeys,
        remedy: "give at least `facts` and `asOf`",
      },
    ]);
  }
  const strangers = Object.keys(input).filter((key) => !welcome.has(key));
  const inherited = inputKeys.filter((key) => !Object.hasOwn(input, key) && input[key] !== undefined);
  const problems = [
    ...strangers.slice(0, INPUT_LIMITS.maxProblems + 1).map(unknownKey),
    ...inherited.map(inheritedKey),
    ...wrongTypes(input),
  ];
  if (problems.length > 0) throw new ProblemsError(limited(problems));
}

/** Whether nothing is wrong with an input, as far as that is seen at a glance; most are plain. */
function isPlainlyRight(input: unknown): boolean {
  if (!isBlock(input)) return false;
  const { case: name, revision, readings } = input;
  if (revision !== undefined || readings !== undefined) return false;
  let missing = name === undefined ? 2 : 3;
  for (const key in input) {
    // Within a loop over the keys this costs nothing, which `Object.hasOwn` would.
    if (!hasOwn.call(input, key)) return false;
    // A name that is given as nothing must not stand in for a key that is missing.
    if (key !== "facts" && key !== "asOf" && (key !== "case" || name === undefined)) return false;
    missing -= 1;
  }
  return missing === 0 && (name === undefined || isShortText(name));
}

function isShortText(value: unknown): boolean {
  return typeof value === "string" && value.length <= INPUT_LIMITS.maxTextLength;
}

const hasOwn = Object.prototype.hasOwnProperty;

const expectedKeys = `the keys ${inputKeys.map((key) => `\`${key}\``).join(", ")}`;

function unknownKey(key: string): Problem {
  const near = nearest(key, inputKeys);
  return {
    code: "unknown-key",
    severity: "error",
    message: `there is no key \`${excerpt(key)}\` in the input of an evaluation`,
    expected: expectedKeys,
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "take it out" : `write \`${near}\``,
  };
}

function inheritedKey(key: string): Problem {
  return {
    code: "inherited-key",
    severity: "error",
    message: `\`${key}\` is inherited, and not a key of the input itself`,
    expected: "an object that has the keys itself, as JSON gives it",
    remedy: "give it in the input, and find out what adds it to other objects",
  };
}

function wrongTypes({ case: name, revision, readings }: Readonly<Record<string, unknown>>): readonly Problem[] {
  const problems: Problem[] = [];
  if (name !== undefined && typeof name !== "string") problems.push(notText("the name of the case", name));
  if (typeof name === "string" && name.length > INPUT_LIMITS.maxTextLength) problems.push(longName);
  if (revision !== undefined && typeof revision !== "string") problems.push(notText("the revision", revision));
  if (readings === undefined) return problems;
  if (!isBlock(readings) || isForeign(readings)) return [...problems, notReadings];
  for (const [id, alternative] of Object.entries(readings)) {
    if (typeof alternative === "string") continue;
    problems.push(notText(`the alternative of \`${excerpt(id)}\``, alternative));
    if (problems.length > INPUT_LIMITS.maxProblems) break;
  }
  return problems;
}

const notReadings: Problem = {
  code: "wrong-type",
  severity: "error",
  message: "the readings are not a block of keys",
  expected: "interpretations, each with the alternative to switch on",
  remedy: "give a block, or leave the readings out",
};

const longName: Problem = {
  code: "text-too-long",
  severity: "error",
  message: "the name of the case is longer than is read",
  expected: `at most ${INPUT_LIMITS.maxTextLength} characters`,
  remedy: "give it a short name",
};

function notText(what: string, value: unknown): Problem {
  return {
    code: "wrong-type",
    severity: "error",
    message: `${what} is ${describeWritten(value)}, and no text`,
    expected: "text",
    remedy: "put it in quotes, or leave it out",
  };
}

/** @throws ProblemsError where the facts are no block of keys. */
export function requireFacts(facts: unknown): void {
  if (isBlock(facts) && !isForeign(facts)) return;
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

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
