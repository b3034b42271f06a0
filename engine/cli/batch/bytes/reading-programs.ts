import type { Procedure } from "../../../evaluate/procedure.ts";
import type { Program } from "../../../evaluate/program.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { INPUT_LIMITS } from "../../../source/limits.ts";
import { ProblemsError } from "../../../source/problem.ts";
import { misreadingIn } from "../../json-misreading.ts";

/** A revision compiled under the readings of lines, found by how they are written. */
export class ReadingPrograms {
  readonly #procedure: Procedure;
  readonly #model: RevisionModel;
  #plain: Program | undefined;
  /** Nothing for readings about which there is something to say. */
  readonly #written = new Map<string, Program | undefined>();

  constructor(procedure: Procedure, model: RevisionModel) {
    this.#procedure = procedure;
    this.#model = model;
  }

  /** Without readings. */
  plain(): Program {
    this.#plain ??= this.#procedure.programUnder(this.#model, {});
    return this.#plain;
  }

  /**
   * Under the readings of a line.
   *
   * @param written a block of texts in JSON
   * @returns nothing where the readings are refused
   */
  under(written: string): Program | undefined {
    const known = this.#written.get(written);
    if (known !== undefined || this.#written.has(written)) return known;
    const program = this.#read(written);
    if (this.#written.size >= INPUT_LIMITS.maxPrograms) this.#written.clear();
    this.#written.set(written, program);
    return program;
  }

  #read(written: string): Program | undefined {
    if (misreadingIn(written) !== undefined) return undefined;
    try {
      // Whoever passed over it has seen that it is a block of texts.
      return this.#procedure.programUnder(this.#model, JSON.parse(written) as Record<string, string>);
    } catch (error) {
      if (error instanceof ProblemsError) return undefined;
      throw error;
    }
  }
}
