import type { DecisionResult } from "../language/result.ts";
import { ClauseMarks } from "./compile/clause-marks.ts";
import type { CompiledDecision } from "./compile/compiled.ts";
import type { Frame } from "./frame.ts";
import { nothingMissing, ranked } from "./missing-facts.ts";
import type { Program } from "./program.ts";
import { RecordShape } from "./record-shape.ts";

/** Writes down what the decisions of a program come to, with what they rest on. */
export class DecisionResults {
  readonly #decisions: readonly CompiledDecision[];
  readonly #clauseIds: readonly string[];
  readonly #marks: ClauseMarks;
  readonly #shape: RecordShape<DecisionResult>;

  constructor({ decisions, clauses }: Program) {
    this.#decisions = [...decisions.values()];
    this.#clauseIds = [...clauses.keys()];
    this.#marks = new ClauseMarks(clauses.size);
    this.#shape = new RecordShape([...decisions.keys()]);
  }

  /** What each decision comes to on a frame, by the ids of the decisions. */
  write(frame: Frame): Readonly<Record<string, DecisionResult>> {
    const decisions = this.#decisions;
    // Not one list for all frames: for an old list the collector has to note every new part that is put into it.
    const parts: DecisionResult[] = new Array(decisions.length);
    for (let at = 0; at < decisions.length; at++) {
      const decision = decisions[at];
      if (decision !== undefined) parts[at] = this.#result(decision, frame);
    }
    return this.#shape.of(parts);
  }

  #result(decision: CompiledDecision, frame: Frame): DecisionResult {
    const possible = decision.possible(frame);
    const outcome = possible[0];
    if (possible.length !== 1 || outcome === undefined) {
      const missing = ranked((sink) => decision.missing(frame, sink));
      return { outcome: null, possible, because: [], missing };
    }
    decision.because(frame, this.#marks);
    return { outcome, possible, because: this.#marks.take(this.#clauseIds), missing: nothingMissing };
  }
}
