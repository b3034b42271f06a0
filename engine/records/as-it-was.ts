import { parseDay } from "../calendar/day.ts";
import { type Evaluation, Procedure } from "../evaluate/procedure.ts";
import type { RecordedInput, RecordedRevision, RecordFile } from "../language/record.ts";
import type { SealedParts } from "../language/seal.ts";
import { canonicalJson } from "../procedure/digest.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import { partsOf, recordOf } from "./record.ts";

/** What a record can be made of anew. */
export type Origin = Pick<RecordFile, "engine" | "input" | "revisions">;

/**
 * The rules with the revisions that there were when a record was made, each as it stood then. Their content is that of
 * now: the digests in the record say whether it is the same.
 */
export class AsItWas {
  readonly #rules: OpenProcedure;
  #now: Procedure | undefined;
  readonly #procedures = new Map<string, Procedure>();
  readonly #parts = new Map<string, SealedParts>();

  constructor(rules: OpenProcedure) {
    this.#rules = rules;
  }

  /** Decides a case. @throws ProblemsError where the case is refused. */
  evaluate(input: RecordedInput, revisions: readonly RecordedRevision[]): Evaluation {
    return this.#procedure(revisions).evaluateWithWorkings(input);
  }

  /** Decides a case by the revisions that there are now. @throws ProblemsError where the case is refused. */
  evaluateNow(input: RecordedInput): Evaluation {
    this.#now ??= new Procedure(this.#rules.revisions);
    return this.#now.evaluateWithWorkings(input);
  }

  /** The record as it would be made now of the same origin. @throws ProblemsError where the case is refused. */
  recordOf({ engine, input, revisions }: Origin): RecordFile {
    const { result } = this.evaluate(input, revisions);
    return recordOf(result, input, { revisions, parts: this.parts(result.revision) }, engine);
  }

  /** The digests that the parts of a revision have now. */
  parts(revision: string): SealedParts {
    const known = this.#parts.get(revision) ?? partsOf(revision, this.#rules);
    this.#parts.set(revision, known);
    return known;
  }

  #procedure(revisions: readonly RecordedRevision[]): Procedure {
    const key = canonicalJson(revisions);
    const known = this.#procedures.get(key);
    if (known !== undefined) return known;
    const procedure = new Procedure(
      this.#rules.revisions.flatMap((model) => {
        const then = revisions.find(({ revision }) => revision === model.entry.revision);
        return then === undefined ? [] : [stood(model, then)];
      }),
    );
    this.#procedures.set(key, procedure);
    return procedure;
  }
}

/** A revision with the status and the end that it had. */
function stood(model: RevisionModel, { status, until }: RecordedRevision): RevisionModel {
  const { until: _, ...entry } = model.entry;
  const end = until === undefined ? undefined : parseDay(until);
  return {
    ...model,
    until: typeof end === "number" ? end : undefined,
    entry: { ...entry, status, ...(until === undefined ? {} : { until }) },
  };
}
