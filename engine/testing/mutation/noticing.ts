import { parseDay } from "../../calendar/day.ts";
import { isSameValue } from "../../cases/observe.ts";
import { Frame } from "../../evaluate/frame.ts";
import { govern } from "../../evaluate/govern.ts";
import { Procedure } from "../../evaluate/procedure.ts";
import { compileProgram, type Program } from "../../evaluate/program.ts";
import type { Operand } from "../../language/known.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { type Fixture, runFixture } from "../fixture.ts";
import type { Mutant, MutatedThing } from "./mutant.ts";
import { type See, seeing } from "./seen.ts";

/** A fixture that a revision decides, its facts read once. What is worked out on its frame is kept for all mutants. */
interface Prepared {
  readonly fixture: Fixture;
  readonly program: Program;
  readonly frame: Frame;
}

/** Finds fixtures that notice a mutant: that pass with the revision as it is, and fail with the mutant in its place. */
export class Noticing {
  readonly #model: RevisionModel;
  readonly #revisions: readonly RevisionModel[];
  readonly #prepared: readonly Prepared[];
  readonly #programs = new Map<string, Program>();
  /** What each fixture sees of a thing in the original. */
  readonly #seen = new Map<string, readonly Operand[]>();
  /** The fixtures that noticed mutants of a thing, which are likely to notice its next one. */
  readonly #keen = new Map<string, Set<number>>();

  /**
   * @param revisions all of the procedure, the model among them
   * @param fixtures those that pass
   */
  constructor(model: RevisionModel, revisions: readonly RevisionModel[], fixtures: readonly Fixture[]) {
    this.#model = model;
    this.#revisions = revisions;
    const procedure = new Procedure(revisions);
    this.#prepared = fixtures.flatMap((fixture) => this.#prepare(fixture, procedure));
  }

  /** How many fixtures the revision plays a part in. */
  get fixtures(): number {
    return this.#prepared.length;
  }

  /** A fixture that notices a mutant, if there is one. */
  noticedBy(mutant: Mutant): Fixture | undefined {
    const key = `${mutant.thing.kind} ${mutant.thing.id}`;
    const keen = this.#keen.get(key) ?? new Set<number>();
    this.#keen.set(key, keen);
    const before = this.#seenOf(mutant.thing, key);
    const sees = new Map<Program, See>();
    const procedure = new Procedure(replaced(this.#revisions, this.#model, mutant.model));
    for (const at of new Set([...keen, ...this.#prepared.keys()])) {
      const prepared = this.#prepared[at];
      if (prepared === undefined) continue;
      const { program, frame, fixture } = prepared;
      const see = sees.get(program) ?? seeing(mutant.thing, mutant.model, program.names);
      sees.set(program, see);
      if (isSameValue(see(frame), before[at]) || runFixture(procedure, fixture).passed) continue;
      keen.add(at);
      return fixture;
    }
    return undefined;
  }

  #seenOf(thing: MutatedThing, key: string): readonly Operand[] {
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const sees = new Map<Program, See>();
    const seen = this.#prepared.map(({ program, frame }) => {
      const see = sees.get(program) ?? seeing(thing, this.#model, program.names);
      sees.set(program, see);
      return see(frame);
    });
    this.#seen.set(key, seen);
    return seen;
  }

  /** Nothing for a fixture in which the revision plays no part. */
  #prepare(fixture: Fixture, procedure: Procedure): readonly Prepared[] {
    if (!("document" in fixture)) return [];
    const { facts, asOf = "", revision, readings = {} } = fixture.document.content;
    const day = Number(parseDay(asOf));
    const { model, rivals } = govern(this.#revisions, facts, day, revision);
    if (model !== this.#model && !rivals.includes(this.#model)) return [];
    const known = Object.entries(readings).filter(([id, one]) => this.#model.switchable.get(id)?.includes(one));
    const program = this.#program(Object.fromEntries(known));
    const { values } = procedure.readFacts(this.#model, facts);
    return [{ fixture, program, frame: new Frame(values, day) }];
  }

  #program(readings: Readonly<Record<string, string>>): Program {
    const key = JSON.stringify(Object.entries(readings).sort());
    const program = this.#programs.get(key) ?? compileProgram(this.#model, readings);
    this.#programs.set(key, program);
    return program;
  }
}

/** Revisions with another in the place of one of them. */
export function replaced(
  revisions: readonly RevisionModel[],
  original: RevisionModel,
  other: RevisionModel,
): readonly RevisionModel[] {
  return revisions.map((one) => (one === original ? other : one));
}

/** The newest revision that decides one of some fixtures. */
export function newestRevisionOf(
  revisions: readonly RevisionModel[],
  fixtures: readonly Fixture[],
): RevisionModel | undefined {
  const deciding = new Set(
    fixtures.flatMap((fixture) => {
      if (!("document" in fixture)) return [];
      const { facts, asOf = "", revision } = fixture.document.content;
      return [govern(revisions, facts, Number(parseDay(asOf)), revision).model];
    }),
  );
  return revisions.findLast((model) => deciding.has(model));
}
