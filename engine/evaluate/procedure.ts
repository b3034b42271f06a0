import { CalendarRangeError, type Day, parseDay } from "../calendar/day.ts";
import type { Result, Warning } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { nearest } from "../source/nearest.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { describeWritten } from "./fact-type.ts";
import { FactReader, type Locate, type ReadFacts } from "./facts.ts";
import { Frame } from "./frame.ts";
import { type Governing, govern } from "./govern.ts";
import { at, type LocateInput } from "./input-places.ts";
import { unsettle } from "./merge.ts";
import { compileProgram, type Program } from "./program.ts";
import { readingProblems, readingsKnownTo } from "./readings.ts";
import { resultOf } from "./result.ts";

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

/** An evaluation with its workings, for explanations and for the second engine. */
export interface Evaluation {
  readonly result: Result;
  readonly program: Program;
  readonly frame: Frame;
}

/** A procedure in all its revisions, compiled when first needed and ready to decide any number of cases. */
export class Procedure {
  /** The id of the procedure. */
  readonly id: string;
  readonly title: string;
  /** The revisions, oldest first. */
  readonly revisions: readonly RevisionModel[];
  readonly #programs = new Map<string, Program>();
  readonly #readers = new Map<string, FactReader>();

  constructor(revisions: readonly RevisionModel[]) {
    this.id = revisions[0]?.procedure ?? "";
    this.title = revisions[0]?.title ?? "";
    this.revisions = revisions;
  }

  /**
   * Decides a case. It is synchronous, reads no clock and no file, and gives the same result for the same input.
   *
   * @throws ProblemsError with every problem of the input: unknown facts, wrong types, impossible dates, facts that
   * contradict each other, unknown revisions or readings, or a date on which no revision governs.
   */
  evaluate(input: EvaluationInput): Result {
    return this.evaluateWithWorkings(input).result;
  }

  /**
   * Like `evaluate`, and gives the workings too. `locate` gives problems of the facts their places in a file, and
   * `locateInput` those of what stands beside the facts.
   */
  evaluateWithWorkings(input: EvaluationInput, locate?: Locate, locateInput?: LocateInput): Evaluation {
    requireInput(input);
    const asOf = evaluationDate(input.asOf, locateInput);
    requireFacts(input.facts);
    const governing = govern(this.revisions, input.facts, asOf, input.revision, locate, locateInput);
    const evaluation = this.#run(governing.model, input, asOf, governing, locate, locateInput);
    if (governing.rivals.length === 0 && !governing.perhapsNone) return evaluation;
    const rivals = governing.rivals.flatMap((rival) => this.#rival(rival, input, asOf, governing));
    // What a rival would decide of a case that it can't read is not known, so nothing is settled beside it.
    const perhapsNone = governing.perhapsNone || rivals.length < governing.rivals.length;
    const fact = governing.governedBy.fact;
    return { ...evaluation, result: unsettle(evaluation.result, rivals, perhapsNone, fact) };
  }

  /**
   * The facts of a case as a revision reads them, with their problems.
   */
  readFacts(model: RevisionModel, facts: object, locate?: Locate): ReadFacts {
    const known = this.#readers.get(model.entry.revision);
    const reader = known ?? new FactReader(model, this.revisions);
    if (known === undefined) this.#readers.set(model.entry.revision, reader);
    return reader.read(facts, locate);
  }

  #run(
    model: RevisionModel,
    input: EvaluationInput,
    asOf: Day,
    governing: Governing,
    locate: Locate | undefined,
    locateInput: LocateInput | undefined,
  ): Evaluation {
    const program = this.#program(model, input.readings ?? {}, locateInput);
    const read = this.readFacts(model, input.facts, locate);
    if (read.problems.length > 0) throw new ProblemsError(read.problems);
    const frame = new Frame(read.values, asOf);
    try {
      const contradictions = contradictionsIn(program, frame, read, locate);
      if (contradictions.length > 0) throw new ProblemsError(contradictions);
      const warnings = [...governing.warnings, ...alteredContent(model)];
      const heading = { case: input.case, governedBy: governing.governedBy, warnings };
      return { result: resultOf(program, frame, heading), program, frame };
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      throw new ProblemsError([
        {
          code: "date-out-of-range",
          severity: "error",
          message: "a date worked out from the facts lies outside the years 1 to 9999",
          ...at(locateInput?.("facts", undefined, "key")),
          remedy: "check the dates and numbers of the case",
        },
      ]);
    }
  }

  /** What another revision would decide, if it can read the case: it need not share the facts and readings of the one shown. */
  #rival(model: RevisionModel, input: EvaluationInput, asOf: Day, governing: Governing): readonly Result[] {
    const readings = readingsKnownTo(model, input.readings ?? {});
    try {
      return [this.#run(model, { ...input, readings }, asOf, governing, undefined, undefined).result];
    } catch (error) {
      if (error instanceof ProblemsError) return [];
      throw error;
    }
  }

  #program(
    model: RevisionModel,
    readings: Readonly<Record<string, string>>,
    locateInput: LocateInput | undefined,
  ): Program {
    const wanted = Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([model.entry.revision, wanted]);
    const known = this.#programs.get(key);
    if (known !== undefined) return known;
    const problems = wanted.flatMap(([id, alternative]) => readingProblems(model, id, alternative, locateInput));
    if (problems.length > 0) throw new ProblemsError(problems);
    const program = compileProgram(model, Object.fromEntries(wanted));
    this.#programs.set(key, program);
    return program;
  }
}

function evaluationDate(text: unknown, locateInput: LocateInput | undefined): Day {
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

/** A warning where an approved revision no longer has the content that was approved. */
function alteredContent({ entry, digest }: RevisionModel): readonly Warning[] {
  if (entry.digest === undefined || entry.digest === digest) return [];
  return [
    {
      code: "approved-content-changed",
      message: `the content of revision ${entry.revision} is not the one that was approved`,
      facts: [],
    },
  ];
}

const inputKeys: readonly (keyof EvaluationInput)[] = ["facts", "asOf", "revision", "readings", "case"];
/** What a case file can hold beside, so that one can be passed on as it was read. */
const passedOver: readonly string[] = ["title", "expect"];

/** A misspelled key must not be passed over: without its `readings` a case can be decided otherwise. */
function requireInput(input: unknown): void {
  const isBlock = typeof input === "object" && input !== null && !Array.isArray(input);
  const strangers = isBlock ? Object.keys(input).filter((key) => ![...inputKeys, ...passedOver].includes(key)) : [];
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

function requireFacts(facts: unknown): void {
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

function contradictionsIn(
  program: Program,
  frame: Frame,
  read: ReadFacts,
  locate: Locate | undefined,
): readonly Problem[] {
  return program.model.contradictions.flatMap((contradiction, index): readonly Problem[] => {
    if (program.contradictions[index]?.test(frame) !== true) return [];
    const places = contradiction.facts.flatMap((id) => {
      const spot = read.spots.get(id);
      const place = spot && locate?.(spot.container, spot.key, "value");
      return place === undefined ? [] : [{ place, message: `\`${id}\` is given here` }];
    });
    const [first, ...others] = places;
    return [
      {
        code: "contradiction",
        severity: "error",
        message: `${contradiction.facts.map((id) => `\`${id}\``).join(" and ")} contradict each other: ${contradiction.says}`,
        ...(first === undefined ? {} : { place: first.place }),
        remedy: "correct one of these facts, or leave out the one that is not known",
        ...(others.length === 0 ? {} : { related: others }),
      },
    ];
  });
}
