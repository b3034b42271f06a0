import { CalendarRangeError, type Day, parseDay } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";
import type { Decided, Result, Warning } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { nearest } from "../source/nearest.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { refuseContradictions } from "./contradictions.ts";
import { FactReader, type Locate, type ReadFacts } from "./facts.ts";
import { Frame } from "./frame.ts";
import { type Governing, govern } from "./govern.ts";
import { unsettle } from "./merge.ts";
import { compileProgram, type Program } from "./program.ts";
import { QuickFacts } from "./quick-facts.ts";
import { decidedOf, type Heading, resultOf } from "./result.ts";

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
  readonly #plainPrograms = new Map<RevisionModel, Program>();
  readonly #readers = new Map<RevisionModel, FactReader>();
  readonly #quickFacts = new Map<RevisionModel, QuickFacts>();

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
   * Decides a case as `evaluate` does, and works out nothing but the decisions: quicker by a multiple where that is all
   * that is asked.
   *
   * @throws ProblemsError as `evaluate` does
   */
  decide(input: EvaluationInput): Decided {
    const { asOf, governing } = this.#governed(input);
    if (!isSettled(governing)) return withoutGrounds(this.evaluate(input));
    return this.#run(governing, input, asOf, undefined, decidedOf).made;
  }

  /** Like `evaluate`, and gives the workings too. `locate` gives problems of the input their places in a file. */
  evaluateWithWorkings(input: EvaluationInput, locate?: Locate): Evaluation {
    const { asOf, governing } = this.#governed(input);
    const { made, program, frame } = this.#run(governing, input, asOf, locate, resultOf);
    if (isSettled(governing)) return { result: made, program, frame };
    const rivals = governing.rivals.flatMap((rival) => this.#rival(rival, input, asOf, governing));
    // What a rival would decide of a case that it can't read is not known, so nothing is settled beside it.
    const perhapsNone = governing.perhapsNone || rivals.length < governing.rivals.length;
    return { result: unsettle(made, rivals, perhapsNone, governing.governedBy.fact), program, frame };
  }

  #governed(input: EvaluationInput): { readonly asOf: Day; readonly governing: Governing } {
    requireInput(input);
    const asOf = evaluationDate(input.asOf);
    requireFacts(input.facts);
    return { asOf, governing: govern(this.revisions, input.facts, asOf, input.revision) };
  }

  /**
   * The facts of a case as a revision reads them, with their problems.
   */
  readFacts(model: RevisionModel, facts: object, locate?: Locate): ReadFacts {
    return this.#reader(model).read(facts, locate);
  }

  /** The values of the facts. @throws ProblemsError with everything that is wrong with them. */
  #values(model: RevisionModel, facts: object, locate: Locate | undefined): readonly Operand[] {
    const quick = this.#quickFacts.get(model) ?? new QuickFacts(model);
    this.#quickFacts.set(model, quick);
    const values = quick.read(facts);
    if (values !== undefined) return values;
    const read = this.#reader(model).read(facts, locate);
    if (read.problems.length > 0) throw new ProblemsError(read.problems);
    return read.values;
  }

  #reader(model: RevisionModel): FactReader {
    const known = this.#readers.get(model);
    const reader = known ?? new FactReader(model, this.revisions);
    if (known === undefined) this.#readers.set(model, reader);
    return reader;
  }

  /** Runs a case by the governing revision, and makes something of it. */
  #run<Made>(
    governing: Governing,
    input: EvaluationInput,
    asOf: Day,
    locate: Locate | undefined,
    make: (program: Program, frame: Frame, heading: Heading) => Made,
  ): { readonly made: Made; readonly program: Program; readonly frame: Frame } {
    const { model } = governing;
    const program = this.#program(model, input.readings);
    const frame = new Frame(this.#values(model, input.facts, locate), asOf, program.sizes);
    try {
      if (program.contradictions.some(({ test }) => test(frame) === true)) {
        refuseContradictions(program, frame, this.#reader(model).read(input.facts, locate), locate);
      }
      const altered = alteredContent(model);
      const warnings = altered.length === 0 ? governing.warnings : [...governing.warnings, ...altered];
      const heading = { case: input.case, governedBy: governing.governedBy, warnings };
      return { made: make(program, frame, heading), program, frame };
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      throw new ProblemsError([
        {
          code: "date-out-of-range",
          severity: "error",
          message: "a date worked out from the facts lies outside the years 1 to 9999",
          remedy: "check the dates and numbers of the case",
        },
      ]);
    }
  }

  /** What another revision would decide, if it can read the case: it need not share the facts and readings of the one shown. */
  #rival(model: RevisionModel, input: EvaluationInput, asOf: Day, governing: Governing): readonly Result[] {
    const readings = readingsKnownTo(model, input.readings ?? {});
    try {
      return [this.#run({ ...governing, model }, { ...input, readings }, asOf, undefined, resultOf).made];
    } catch (error) {
      if (error instanceof ProblemsError) return [];
      throw error;
    }
  }

  #program(model: RevisionModel, readings: Readonly<Record<string, string>> | undefined): Program {
    if (readings !== undefined) return this.#programUnder(model, readings);
    const known = this.#plainPrograms.get(model);
    if (known !== undefined) return known;
    const program = this.#programUnder(model, {});
    this.#plainPrograms.set(model, program);
    return program;
  }

  #programUnder(model: RevisionModel, readings: Readonly<Record<string, string>>): Program {
    const wanted = Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([model.entry.revision, wanted]);
    const known = this.#programs.get(key);
    if (known !== undefined) return known;
    const problems = wanted.flatMap(([id, alternative]) => readingProblems(model, id, alternative));
    if (problems.length > 0) throw new ProblemsError(problems);
    const program = compileProgram(model, Object.fromEntries(wanted));
    this.#programs.set(key, program);
    return program;
  }
}

/** Whether it is certain which revision decides. */
function isSettled({ rivals, perhapsNone }: Governing): boolean {
  return rivals.length === 0 && !perhapsNone;
}

function withoutGrounds({ clauses, obligations, derived, readings, decisions, ...heading }: Result): Decided {
  const settled = Object.entries(decisions).map(([id, { outcome, possible }]) => [id, { outcome, possible }] as const);
  return { ...heading, decisions: Object.fromEntries(settled) };
}

function evaluationDate(text: unknown): Day {
  const day = typeof text === "string" ? parseDay(text) : { reason: "it is not text" };
  if (typeof day === "number") return day;
  throw new ProblemsError([
    {
      code: "not-a-date",
      severity: "error",
      message: `the evaluation date \`${String(text)}\` is not a date: ${day.reason}`,
      expected: "a calendar date, YYYY-MM-DD",
      remedy: "give the date from which the case is looked at, for example 2019-12-20",
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
/** Those, and what a case file can hold beside, so that one can be passed on as it was read. */
const welcome: ReadonlySet<string> = new Set([...inputKeys, "title", "expect"]);

/** A misspelled key must not be passed over: without its `readings` a case can be decided otherwise. */
function requireInput(input: unknown): void {
  const isBlock = typeof input === "object" && input !== null && !Array.isArray(input);
  const strangers = isBlock ? Object.keys(input).filter((key) => !welcome.has(key)) : [];
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

/** Those of some readings that a revision can switch. */
function readingsKnownTo(
  model: RevisionModel,
  readings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readings).filter(([id, alternative]) => model.switchable.get(id)?.includes(alternative)),
  );
}

/** What is wrong with switching on an alternative, if anything. */
function readingProblems(model: RevisionModel, id: string, alternative: string): readonly Problem[] {
  const interpretation = model.interpretations.get(id);
  const unknown = (what: string, where: string, name: string, known: readonly string[]): Problem => {
    const near = nearest(name, known);
    return {
      code: `unknown-${what}`,
      severity: "error",
      message: `there is no ${what} \`${name}\` ${where}`,
      expected: `one of ${known.map((other) => `\`${other}\``).join(", ")}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "name one of those" : `write \`${near}\``,
    };
  };
  const switchable = model.switchable;
  if (interpretation === undefined) {
    return [unknown("interpretation", `in revision ${model.entry.revision}`, id, [...switchable.keys()])];
  }
  const alternatives = switchable.get(id);
  if (alternatives === undefined) {
    return [
      {
        code: "reading-not-switchable",
        severity: "error",
        message: `\`${id}\` has no alternative that can be switched on: ${interpretation.reading}`,
        expected: `one of ${[...switchable.keys()].map((other) => `\`${other}\``).join(", ")}`,
        remedy: "leave it out, or have the alternative written into the rules",
      },
    ];
  }
  return alternatives.includes(alternative) ? [] : [unknown("alternative", `of \`${id}\``, alternative, alternatives)];
}
