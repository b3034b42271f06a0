import { writtenDay } from "../calendar/remember.ts";
import type { ObligationResult } from "../language/result.ts";
import type { CompiledObligation } from "./compile/obligation.ts";
import type { Frame } from "./frame.ts";
import { nothingMissing, ranked } from "./missing-facts.ts";
import type { Program } from "./program.ts";
import { RecordShape } from "./record-shape.ts";

/** Writes down what the obligations of a program come to. */
export class ObligationResults {
  readonly #obligations: readonly CompiledObligation[];
  /** What each comes to where it doesn't apply, which is the same in every case. */
  readonly #notApplicable: readonly ObligationResult[];
  readonly #shape: RecordShape<ObligationResult>;

  constructor({ obligations, model }: Program) {
    this.#obligations = [...obligations.values()];
    this.#notApplicable = [...obligations.keys()].map((id) => {
      const { clause = "", bearer = "" } = model.obligations.get(id) ?? {};
      return Object.freeze({ clause, bearer, due: null, status: "not_applicable", missing: nothingMissing });
    });
    this.#shape = new RecordShape([...obligations.keys()]);
  }

  /** What each obligation comes to on a frame, by the ids of the obligations. */
  write(frame: Frame): Readonly<Record<string, ObligationResult>> {
    const obligations = this.#obligations;
    // Not one list for all frames: for an old list the collector has to note every new part that is put into it.
    const parts: ObligationResult[] = new Array(obligations.length);
    for (let at = 0; at < obligations.length; at++) {
      const [obligation, notApplicable] = [obligations[at], this.#notApplicable[at]];
      if (obligation === undefined || notApplicable === undefined) continue;
      parts[at] = resultOf(obligation, notApplicable, frame);
    }
    return this.#shape.of(parts);
  }
}

function resultOf(obligation: CompiledObligation, notApplicable: ObligationResult, frame: Frame): ObligationResult {
  const { status, due } = obligation.run(frame);
  if (status === "not_applicable") return notApplicable;
  const { clause, bearer } = notApplicable;
  const missing = status === "undetermined" ? ranked((sink) => obligation.missing(frame, sink)) : nothingMissing;
  return { clause, bearer, due: typeof due === "number" ? writtenDay(due) : null, status, missing };
}
