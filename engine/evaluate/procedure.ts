import { CalendarRangeError, type Day } from "../calendar/day.ts";
import type { Operand } from "../language/known.ts";
import type { Decided, Result, Warning } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { ProblemsError } from "../source/problem.ts";
import { refuseContradictions } from "./contradictions.ts";
import { dateOutOfRange } from "./date-out-of-range.ts";
import { limited } from "./fact-report.ts";
import { FactReader, type Locate, type ReadFacts } from "./facts.ts";
import { Frame } from "./frame.ts";
import { type Governing, govern, governedOn } from "./govern.ts";
import { type EvaluationInput, evaluationDate, requireFacts, requireInput } from "./input.ts";
import { at, type LocateInput } from "./input-places.ts";
import { unsettle } from "./merge.ts";
import type { Program } from "./program.ts";
import { Programs } from "./programs.ts";
import { QuickFacts } from "./quick-facts.ts";
import { readingProblems, readingsKnownTo } from "./readings.ts";
import { decidedOf, type Heading, resultOf } from "./result.ts";
import { blamed } from "./unreadable.ts";
import { Workspace } from "./workspace.ts";

export type { EvaluationInput } from "./input.ts";

/** How problems of a case get their places in its file. */
interface Places {
  /** Those of the facts. */
  readonly locate: Locate | undefined;
  /** Those of what stands beside the facts. */
  readonly locateInput: LocateInput | undefined;
}

/** A case of which it was found what governs it. */
interface Governed {
  readonly asOf: Day;
  readonly governing: Governing;
  /** The values of its facts, where they were read on the way. */
  readonly values: readonly Operand[] | undefined;
}

const nowhere: Places = { locate: undefined, locateInput: undefined };

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
  readonly #programs = new Programs();
  readonly #prepared = new Map<RevisionModel, Prepared>();
  /** Of the revision that governed last, which is tried first. */
  #latest: Prepared | undefined;
  #workspace: Workspace | undefined;

  constructor(revisions: readonly RevisionModel[]) {
    this.id = revisions[0]?.procedure ?? "";
    this.title = revisions[0]?.title ?? "";
    this.revisions = revisions;
    const newest = revisions.at(-1);
    this.#latest = newest && this.#of(newest);
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
    // Taken away meanwhile: an input whose keys run code could call for another decision.
    const workspace = this.#workspace ?? new Workspace();
    this.#workspace = undefined;
    try {
      const governed = this.#governed(input, nowhere, workspace);
      if (!isSettled(governed.governing)) return withoutGrounds(this.evaluate(input));
      return this.#run(governed, input, nowhere, decidedOf, workspace).made;
    } catch (error) {
      throw blamed(error, input);
    } finally {
      this.#workspace = workspace;
    }
  }

  /**
   * Like `evaluate`, and gives the workings too. `locate` gives problems of the facts their places in a file, and
   * `locateInput` those of what stands beside the facts.
   */
  evaluateWithWorkings(input: EvaluationInput, locate?: Locate, locateInput?: LocateInput): Evaluation {
    try {
      return this.#evaluate(input, { locate, locateInput });
    } catch (error) {
      throw blamed(error, input);
    }
  }

  #evaluate(input: EvaluationInput, places: Places): Evaluation {
    const governed = this.#governed(input, places);
    const { made, program, frame } = this.#run(governed, input, places, resultOf);
    const { governing } = governed;
    if (isSettled(governing)) return { result: made, program, frame };
    const rivals = governing.rivals.flatMap((rival) => this.#rival(rival, input, governed));
    // What a rival would decide of a case that it can't read is not known, so nothing is settled beside it.
    const perhapsNone = governing.perhapsNone || rivals.length < governing.rivals.length;
    return { result: unsettle(made, rivals, perhapsNone, governing.governedBy.fact), program, frame };
  }

  #governed(input: EvaluationInput, { locate, locateInput }: Places, workspace?: Workspace): Governed {
    requireInput(input);
    const asOf = evaluationDate(input.asOf, locateInput);
    const { facts, revision } = input;
    const latest = this.#latest;
    // Most cases are plain, and governed by the revision that governed the one before.
    const values = latest?.quick.read(facts, workspace?.facts);
    const date = revision === undefined ? values?.[latest?.governing ?? -1] : undefined;
    const plainly = typeof date === "number" ? governedOn(this.revisions, date) : undefined;
    if (plainly === undefined) requireFacts(facts);
    const governing = plainly ?? govern(this.revisions, facts, asOf, revision, locate, locateInput);
    if (governing.model === latest?.model) return { asOf, governing, values };
    this.#latest = this.#of(governing.model);
    return { asOf, governing, values: undefined };
  }

  /**
   * The facts of a case as a revision reads them, with their problems.
   */
  readFacts(model: RevisionModel, facts: object, locate?: Locate): ReadFacts {
    return this.#of(model).thorough.read(facts, locate);
  }

  /** The values of the facts. @throws ProblemsError with everything that is wrong with them. */
  #values(model: RevisionModel, facts: object, locate: Locate | undefined): readonly Operand[] {
    const values = this.#of(model).quick.read(facts);
    if (values !== undefined) return values;
    const read = this.readFacts(model, facts, locate);
    if (read.problems.length > 0) throw new ProblemsError(read.problems);
    return read.values;
  }

  #of(model: RevisionModel): Prepared {
    if (model === this.#latest?.model) return this.#latest;
    const prepared = this.#prepared.get(model) ?? new Prepared(model, this.revisions);
    this.#prepared.set(model, prepared);
    return prepared;
  }

  /** Runs a case by the governing revision, and makes something of it. */
  #run<Made>(
    { asOf, governing, values }: Governed,
    input: EvaluationInput,
    places: Places,
    make: (program: Program, frame: Frame, heading: Heading) => Made,
    workspace?: Workspace,
  ): { readonly made: Made; readonly program: Program; readonly frame: Frame } {
    const { model } = governing;
    const { locate, locateInput } = places;
    const program = this.#program(model, input.readings, locateInput);
    const frame =
      workspace !== undefined && values === workspace.facts
        ? workspace.frame(asOf, program.room)
        : new Frame(values ?? this.#values(model, input.facts, locate), asOf, program.room);
    try {
      if (program.contradicted(frame) === true) {
        refuseContradictions(program, frame, this.readFacts(model, input.facts, locate), locate);
      }
      const altered = alteredContent(model);
      const warnings = altered.length === 0 ? governing.warnings : [...governing.warnings, ...altered];
      const heading = { case: input.case, governedBy: governing.governedBy, warnings };
      return { made: make(program, frame, heading), program, frame };
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      throw dateOutOfRange(at(locateInput?.("facts", undefined, "key")));
    }
  }

  /** What another revision would decide, if it can read the case: it need not share the facts and readings of the one shown. */
  #rival(model: RevisionModel, input: EvaluationInput, { asOf, governing }: Governed): readonly Result[] {
    const readings = readingsKnownTo(model, input.readings ?? {});
    const governed = { asOf, governing: { ...governing, model }, values: undefined };
    try {
      return [this.#run(governed, { ...input, readings }, nowhere, resultOf).made];
    } catch (error) {
      if (error instanceof ProblemsError) return [];
      throw error;
    }
  }

  #program(
    model: RevisionModel,
    readings: Readonly<Record<string, string>> | undefined,
    locateInput: LocateInput | undefined,
  ): Program {
    if (readings !== undefined && Object.keys(readings).length > 0) {
      return this.#programUnder(model, readings, locateInput);
    }
    const prepared = this.#of(model);
    prepared.program ??= this.#programUnder(model, {}, undefined);
    return prepared.program;
  }

  #programUnder(
    model: RevisionModel,
    readings: Readonly<Record<string, string>>,
    locateInput: LocateInput | undefined,
  ): Program {
    return this.#programs.of(model, readings, (wanted) => {
      const problems = wanted.flatMap(([id, alternative], at) =>
        // Of more readings than there are interpretations some are unknown: the first of them say enough.
        at > model.interpretations.size + INPUT_LIMITS.maxProblems
          ? []
          : readingProblems(model, id, alternative, locateInput),
      );
      if (problems.length > 0) throw new ProblemsError(limited(problems));
    });
  }
}

/** What deciding by a revision needs, each part made when it is first asked for. */
class Prepared {
  readonly model: RevisionModel;
  /** The slot of the fact whose date is the governing one. */
  readonly governing: number;
  readonly #revisions: readonly RevisionModel[];
  #quick: QuickFacts | undefined;
  #thorough: FactReader | undefined;
  /** The revision compiled with no reading switched on. */
  program: Program | undefined;

  constructor(model: RevisionModel, revisions: readonly RevisionModel[]) {
    this.model = model;
    this.governing = [...model.facts.keys()].indexOf(model.governedBy);
    this.#revisions = revisions;
  }

  get quick(): QuickFacts {
    this.#quick ??= new QuickFacts(this.model);
    return this.#quick;
  }

  get thorough(): FactReader {
    this.#thorough ??= new FactReader(this.model, this.#revisions);
    return this.#thorough;
  }
}

/** Whether it is certain which revision decides. */
function isSettled({ rivals, perhapsNone }: Governing): boolean {
  return rivals.length === 0 && !perhapsNone;
}

function withoutGrounds(result: Result): Decided {
  const { clauses, obligations, derived, readings, decisions, warnings, ...heading } = result;
  const settled = Object.entries(decisions).map(([id, { outcome, possible }]) => [id, { outcome, possible }] as const);
  // In the order in which decisions made alone are written, so that every row of a batch has it.
  return { ...heading, decisions: Object.fromEntries(settled), warnings };
}

const noWarnings: readonly Warning[] = Object.freeze([]);

/** A warning where an approved revision no longer has the content that was approved. */
function alteredContent({ entry, digest }: RevisionModel): readonly Warning[] {
  if (entry.digest === undefined || entry.digest === digest) return noWarnings;
  return [
    {
      code: "approved-content-changed",
      message: `the content of revision ${entry.revision} is not the one that was approved`,
      facts: [],
    },
  ];
}
