import type { Day } from "../../../calendar/day.ts";
import { Switches } from "../../../evaluate/compile/switches.ts";
import type { Frame } from "../../../evaluate/frame.ts";
import { Plans } from "../../../evaluate/plans.ts";
import { compileProgram, type Program } from "../../../evaluate/program.ts";
import { Workspace } from "../../../evaluate/workspace.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { type ByteCase, takeCase } from "./byte-case.ts";
import { ByteFacts } from "./byte-facts.ts";
import { ByteReadings } from "./byte-readings.ts";
import { DecisionBytes } from "./decision-bytes.ts";
import { PlanBytes } from "./plan-bytes.ts";
import type { RowBytes } from "./row-bytes.ts";
import type { Scan } from "./scan.ts";

/** What is made of a revision once it decides a line. */
interface Made {
  readonly program: Program;
  readonly plans: Plans;
  readonly planned: PlanBytes;
}

/** Everything of one revision that making rows by it needs. */
export class Desk {
  readonly model: RevisionModel;
  /** The place of the governing fact among the facts. */
  readonly governing: number;
  /** How a row begins. */
  readonly heading: Uint8Array;
  readonly #facts: ByteFacts;
  readonly #workspace = new Workspace();
  readonly #readings: ByteReadings;
  readonly #switches = new Switches();
  readonly #decisions: DecisionBytes;
  #made: Made | undefined;

  constructor(model: RevisionModel) {
    const { procedure, entry, digest, facts, decisions } = model;
    this.model = model;
    this.#facts = new ByteFacts(model);
    this.governing = [...facts.keys()].indexOf(model.governedBy);
    const heading = JSON.stringify({ procedure, revision: entry.revision, digest });
    this.heading = new TextEncoder().encode(heading.slice(0, -1));
    this.#readings = new ByteReadings(model, this.#switches);
    this.#decisions = new DecisionBytes(decisions.keys());
  }

  /** Switches the readings of a case on. @returns whether the revision has them all */
  readingsOf({ readingsFrom, readingsTo }: ByteCase, scan: Scan): boolean {
    if (readingsTo > 0) return this.#readings.set(scan.text(readingsFrom, readingsTo));
    this.#readings.clear();
    return true;
  }

  /** Reads a line, if nothing is wrong with it. The values of its facts hold until the next one is read. */
  take(scan: Scan): ByteCase | undefined {
    return takeCase(scan, this.#facts, this.#workspace.facts);
  }

  /**
   * Begins the evaluation of the line that was read, its readings switched on.
   *
   * @returns nothing where its facts contradict each other
   */
  begin(asOf: Day): Frame | undefined {
    const { program } = this.#compiled;
    const frame = this.#workspace.frame(asOf, program.room);
    return program.contradicted(frame) === true ? undefined : frame;
  }

  /** The decisions of a row with a comma between them. */
  decisions(frame: Frame): Uint8Array {
    return this.#decisions.of(this.#compiled.program, frame);
  }

  /** Writes the warnings of a row with a comma between them. */
  writePlans(frame: Frame, rows: RowBytes): void {
    let isFirst = true;
    const { plans, planned } = this.#compiled;
    plans.each(frame, (at, day) => {
      if (!isFirst) rows.writeAscii(",");
      isFirst = false;
      rows.writeBytes(planned.of(at, day));
    });
  }

  /** The revision, compiled when it is first needed: that of most revisions never is. */
  get #compiled(): Made {
    if (this.#made === undefined) {
      const program = compileProgram(this.model, {}, undefined, this.#switches);
      const plans = new Plans(program);
      this.#made = { program, plans, planned: new PlanBytes(plans) };
    }
    return this.#made;
  }
}
