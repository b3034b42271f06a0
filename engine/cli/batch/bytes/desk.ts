import type { Frame } from "../../../evaluate/frame.ts";
import { Plans } from "../../../evaluate/plans.ts";
import type { Procedure } from "../../../evaluate/procedure.ts";
import type { Program } from "../../../evaluate/program.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import type { ByteCase } from "./byte-case.ts";
import { ByteFacts } from "./byte-facts.ts";
import { DecisionBytes } from "./decision-bytes.ts";
import { PlanBytes } from "./plan-bytes.ts";
import { ReadingPrograms } from "./reading-programs.ts";
import type { RowBytes } from "./row-bytes.ts";
import type { Scan } from "./scan.ts";

/** Everything of one revision that making rows by it needs. */
export class Desk {
  readonly model: RevisionModel;
  readonly facts: ByteFacts;
  /** The place of the governing fact among the facts. */
  readonly governing: number;
  /** How a row begins. */
  readonly heading: Uint8Array;
  readonly #programs: ReadingPrograms;
  readonly #decisions: DecisionBytes;
  readonly #planned = new PlanBytes();
  #plans: Plans | undefined;

  constructor(procedure: Procedure, model: RevisionModel) {
    const { procedure: id, entry, digest, facts, decisions } = model;
    this.model = model;
    this.facts = new ByteFacts(model);
    this.governing = [...facts.keys()].indexOf(model.governedBy);
    const heading = JSON.stringify({ procedure: id, revision: entry.revision, digest });
    this.heading = new TextEncoder().encode(heading.slice(0, -1));
    this.#programs = new ReadingPrograms(procedure, model);
    this.#decisions = new DecisionBytes(decisions.keys());
  }

  /** The revision under the readings of a case; nothing where they are refused. */
  program({ readingsFrom, readingsTo }: ByteCase, scan: Scan): Program | undefined {
    return readingsTo === 0 ? this.#programs.plain() : this.#programs.under(scan.text(readingsFrom, readingsTo));
  }

  /** The decisions of a row with a comma between them. */
  decisions(program: Program, frame: Frame): Uint8Array {
    return this.#decisions.of(program, frame);
  }

  /** Writes the warnings of a row with a comma between them. */
  writePlans(program: Program, frame: Frame, rows: RowBytes): void {
    // They depend on the facts alone, so those of one program are those of all.
    this.#plans ??= new Plans(program);
    let isFirst = true;
    this.#plans.each(frame, (id, day) => {
      if (!isFirst) rows.writeAscii(",");
      isFirst = false;
      rows.writeBytes(this.#planned.of(id, day));
    });
  }
}
