import { type EvaluationInput, Procedure } from "../evaluate/procedure.ts";
import type { Result } from "../language/result.ts";
import type { Bench } from "./bench.ts";
import { recordOf, recordText, type Standing, standingOf } from "./record.ts";
import { Replayer } from "./replay.ts";
import type { Replayed } from "./replayed.ts";

/** A decision with its record. */
export interface Recorded {
  readonly result: Result;
  /** The text of the record: one line, to be kept as it is. */
  readonly record: string;
}

/** Decides cases and records what was decided; recomputes records. */
export class Records {
  readonly #bench: Bench;
  readonly #procedure: Procedure;
  readonly #replayer: Replayer;
  readonly #standings = new Map<string, Standing>();

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#procedure = new Procedure(bench.rules.revisions);
    this.#replayer = new Replayer(bench);
  }

  /**
   * Decides a case on both engines and records what was decided.
   *
   * @throws ProblemsError as `evaluate` does, and where the two engines disagree
   */
  async decide(input: EvaluationInput): Promise<Recorded> {
    const evaluation = this.#procedure.evaluateWithWorkings(input);
    await this.#bench.confirm(evaluation);
    const { result } = evaluation;
    const { rules, engine } = this.#bench;
    const standing = this.#standings.get(result.revision) ?? standingOf(result.revision, rules);
    this.#standings.set(result.revision, standing);
    return { result, record: recordText(recordOf(result, input, standing, engine)) };
  }

  /**
   * Recomputes a record, and says whether it is what comes out, or what differs and why. Nothing in a record makes it throw.
   *
   * @param record the text of a record, or the bytes of its file, which show more of what was changed
   * @param name what to call it in messages
   */
  replay(record: string | Uint8Array, name = "the record"): Promise<Replayed> {
    return this.#replayer.replay(name, typeof record === "string" ? Buffer.from(record) : record);
  }
}
