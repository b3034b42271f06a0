import type { Day } from "../../../calendar/day.ts";
import { FactReader } from "../../../evaluate/facts.ts";
import { Frame } from "../../../evaluate/frame.ts";
import type { Term } from "../../../evaluate/in-force.ts";
import type { Program } from "../../../evaluate/program.ts";
import { Programs } from "../../../evaluate/programs.ts";
import { readingProblems } from "../../../evaluate/readings.ts";
import type { Operand } from "../../../language/known.ts";
import { revisionsOf } from "../../../procedure/bundle.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { type Problem, ProblemsError } from "../../../source/problem.ts";
import type { CompanionPart } from "../export/companion-part.ts";

/** The facts of a case as they were read, and the program that works out what follows from them. */
export interface ReadCase {
  readonly values: readonly Operand[];
  readonly program: Program;
  readonly frame: Frame;
}

/** Without the other revisions, rules would decide cases that those govern. */
const ofAnotherVersion: Problem = {
  code: "bundle-unreadable",
  severity: "error",
  message: "the rules do not say which other revisions there are: another version of the program made them",
  expected: "the rules that this companion was exported with",
  remedy: "export both files again",
};

/** The revision of an export, ready for case after case: nothing of a case is kept in it. */
export class Ready {
  readonly model: RevisionModel;
  /** The other approved revisions that there were. */
  readonly others: readonly Term[];
  readonly #reader: FactReader;
  readonly #programs = new Programs();

  constructor({ bundle, others }: CompanionPart) {
    if (!Array.isArray(others)) throw new ProblemsError([ofAnotherVersion]);
    const [model] = revisionsOf(bundle);
    if (model === undefined) throw new Error("a bundle without a revision was let through");
    this.model = model;
    this.others = others;
    this.#reader = new FactReader(model, [model]);
  }

  /** Reads a case. @throws ProblemsError with everything that is wrong with the facts or the readings */
  read(facts: object, readings: Readonly<Record<string, string>>, asOf: Day): ReadCase {
    const { problems, values } = this.#reader.read(facts);
    const wrong = Object.entries(readings).flatMap(([id, alternative]) =>
      readingProblems(this.model, id, alternative, undefined),
    );
    if (problems.length > 0 || wrong.length > 0) throw new ProblemsError([...problems, ...wrong]);
    const program = this.#programs.of(this.model, readings);
    return { values, program, frame: new Frame(values, asOf, program.room) };
  }
}

const known = new WeakMap<CompanionPart, Ready>();

/** The revision of an export, which is made ready when it is first used. @throws ProblemsError where it can't be read */
export function readyFor(companion: CompanionPart): Ready {
  const made = known.get(companion);
  if (made !== undefined) return made;
  const ready = new Ready(companion);
  known.set(companion, ready);
  return ready;
}
