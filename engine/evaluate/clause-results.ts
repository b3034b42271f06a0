import type { ClauseStatus } from "../language/condition.ts";
import type { ClauseResult } from "../language/result.ts";
import type { Clause } from "../procedure/model.ts";
import type { CompiledClause } from "./compile/compiled.ts";
import { type Frame, statusBits } from "./frame.ts";
import { nothingMissing, ranked } from "./missing-facts.ts";
import type { Program } from "./program.ts";
import { RecordShape } from "./record-shape.ts";

type Version = Pick<ClauseResult, "revision" | "effective">;

/** Writes down what the clauses of a program come to. What a settled clause comes to is made once, and shared. */
export class ClauseResults {
  readonly #clauses: readonly CompiledClause[];
  readonly #versions: readonly Version[];
  /** What each clause comes to where it is met, where it is unmet, and where it doesn't apply. */
  readonly #met: readonly ClauseResult[];
  readonly #unmet: readonly ClauseResult[];
  readonly #notApplicable: readonly ClauseResult[];
  readonly #shape: RecordShape<ClauseResult>;
  /** Used for frame after frame. */
  readonly #parts: ClauseResult[] = [];

  constructor({ clauses, model }: Program) {
    const versions = [...clauses.keys()].map((id) => versionOf(model.clauses.get(id)));
    const settled = (status: ClauseStatus) =>
      versions.map((version): ClauseResult => Object.freeze({ status, ...version, missing: nothingMissing }));
    this.#clauses = [...clauses.values()];
    this.#versions = versions;
    this.#met = settled("met");
    this.#unmet = settled("unmet");
    this.#notApplicable = settled("not_applicable");
    this.#shape = new RecordShape([...clauses.keys()]);
  }

  /** What each clause comes to on a frame, by the ids of the clauses. */
  write(frame: Frame): Readonly<Record<string, ClauseResult>> {
    const clauses = this.#clauses;
    const parts = this.#parts;
    for (let at = 0; at < clauses.length; at++) parts[at] = this.#settled(at, frame) ?? this.#undetermined(at, frame);
    return this.#shape.of(parts);
  }

  #settled(at: number, frame: Frame): ClauseResult | undefined {
    switch (frame.clauses[at] ?? this.#clauses[at]?.statuses(frame)) {
      case statusBits.met:
        return this.#met[at];
      case statusBits.unmet:
        return this.#unmet[at];
      case statusBits.not_applicable:
        return this.#notApplicable[at];
      default:
        return undefined;
    }
  }

  #undetermined(at: number, frame: Frame): ClauseResult {
    const missing = ranked((sink) => this.#clauses[at]?.missing(frame, sink));
    return { status: "undetermined", ...(this.#versions[at] ?? versionOf(undefined)), missing };
  }
}

function versionOf(clause: Clause | undefined): Version {
  return { revision: clause?.revision ?? "", effective: clause?.effective ?? "" };
}
