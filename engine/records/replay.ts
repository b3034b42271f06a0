import type { Evaluation } from "../evaluate/procedure.ts";
import type { RecordFile } from "../language/record.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { AsItWas } from "./as-it-was.ts";
import type { Bench } from "./bench.ts";
import { changedParts } from "./changed-parts.ts";
import { contradictionsIn } from "./contradictions.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { notesOn } from "./notes.ts";
import { type ReadRecord, readRecord } from "./read.ts";
import type { Reason, Replayed } from "./replayed.ts";
import { refusals, tamperingOf } from "./tampering.ts";

/** Recomputes records by some rules. */
export class Replayer {
  readonly #bench: Bench;
  readonly #then: AsItWas;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#then = new AsItWas(bench.rules);
  }

  /**
   * Recomputes a record and says whether it is what comes out, or why not. Nothing in a file makes it throw.
   *
   * @param bytes the record, or what keeps its file from being read
   */
  async replay(file: string, bytes: Uint8Array | Problem): Promise<Replayed> {
    const read = bytes instanceof Uint8Array ? readRecord(bytes, file) : [bytes];
    if (!("isSealed" in read)) return { ...nothing, file, verdict: "unreadable", problems: read };
    const { record } = read;
    if (record === undefined || !read.isSealed || read.departs !== undefined) return this.#tampered(file, read);
    const contradictions = contradictionsIn(record);
    if (contradictions.length > 0) return differs(file, record, contradictions);
    const missing = this.#missing(record);
    if (missing !== undefined) return differs(file, record, [missing]);
    return await this.#recomputed(file, record);
  }

  #tampered(file: string, { record, problems, isSealed, departs }: ReadRecord): Replayed {
    if (record === undefined) {
      const message = "its seal is not that of its content, which is none of a record any more";
      return { ...nothing, file, verdict: "differs", reasons: [{ code: "tampered", message }], problems };
    }
    if (isSealed) {
      const where = departs === undefined ? "" : `, from line ${departs.line}, column ${departs.column} on`;
      const message = `it says what was sealed, and is written differently${where}: a record is one line of canonical JSON, its keys in order and each there once`;
      return differs(file, record, [{ code: "tampered", message }]);
    }
    const { rules, engine } = this.#bench;
    const { isRestored, reasons, differences } = tamperingOf(record, rules, engine, this.#then);
    if (isRestored) return differs(file, record, reasons, differences);
    const missing = this.#missing(record);
    if (missing !== undefined) return differs(file, record, [...reasons.slice(0, 1), missing]);
    return differs(
      file,
      record,
      [...reasons, ...this.#rulesChanged(record), ...this.#engineChanged(record)],
      differences,
    );
  }

  /** What keeps a record from being recomputed. */
  #missing({ procedure, revision }: RecordFile): Reason | undefined {
    const { revisions } = this.#bench.rules;
    const [first] = revisions;
    if (first !== undefined && first.procedure !== procedure) {
      const message = `it is a record of the procedure \`${procedure}\`, and the rules are those of \`${first.procedure}\``;
      return { code: "other-procedure", message };
    }
    if (revisions.some(({ entry }) => entry.revision === revision)) return undefined;
    const known = revisions.map(({ entry }) => entry.revision).join(", ");
    return { code: "revision-missing", message: `there is no revision ${revision} in the rules; there is ${known}` };
  }

  async #recomputed(file: string, record: RecordFile): Promise<Replayed> {
    const changed = this.#rulesChanged(record);
    let evaluation: Evaluation;
    try {
      evaluation = this.#then.evaluate(record.input, record.revisions);
    } catch (error) {
      return differs(file, record, [...changed, ...this.#orEngine(record, changed), ...refusals(error)]);
    }
    try {
      await this.#bench.confirm(evaluation);
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      const reasons = error.problems.map(({ message }): Reason => ({ code: "engines-disagree", message }));
      return differs(file, record, reasons);
    }
    const found = differencesBetween({ result: record.result }, { result: evaluation.result });
    const { differences, notes } = notesOn(record, found, this.#bench, this.#then);
    // That the digest is another is what the reason says.
    const others = differences.filter(({ path }) => path.join(".") !== "result.digest");
    if (changed.length === 0 && others.length === 0) {
      return { ...nothing, file, verdict: "identical", record, notes };
    }
    if (others.length === 0) {
      return { ...differs(file, record, changed), notes: [...notes, "apart from the digest, the result is the same"] };
    }
    return { ...differs(file, record, [...changed, ...this.#orEngine(record, changed)], others), notes };
  }

  /** That the content of the revision that decided is another one. */
  #rulesChanged({ revision, digest, parts }: RecordFile): readonly Reason[] {
    const now = this.#bench.rules.revisions.find(({ entry }) => entry.revision === revision);
    if (now === undefined || now.digest === digest) return [];
    const message = `revision ${revision} has another content now: its digest was ${digest} and is ${now.digest}`;
    return [{ code: "rules-changed", message, parts: changedParts(parts, this.#then.parts(revision)) }];
  }

  #engineChanged(record: RecordFile): readonly Reason[] {
    const { engine } = this.#bench;
    if (record.engine === engine) return [];
    const message = `the record was made by version ${record.engine} of the engine, and this is version ${engine}`;
    return [{ code: "engine-changed", message }];
  }

  /** What can have brought another result beside a change in the revision that decided. */
  #orEngine(record: RecordFile, changed: readonly Reason[]): readonly Reason[] {
    const { rules } = this.#bench;
    const rivals = record.revisions.filter(({ revision, digest }) => {
      const now = rules.revisions.find(({ entry }) => entry.revision === revision);
      return revision !== record.revision && now?.digest !== digest;
    });
    const reasons: Reason[] = rivals.map(({ revision }) => ({
      code: "rules-changed",
      message: `revision ${revision}, which might have governed, has another content now or is gone`,
    }));
    reasons.push(...this.#engineChanged(record));
    if (changed.length > 0 || reasons.length > 0) return reasons;
    const message =
      "the seal holds, the rules are the same, and so is the version of the engine, and yet something else comes out: " +
      "the program is at fault, or whoever changed the record made a new seal for it; report it with the record";
    return [{ code: "unexplained", message }];
  }
}

const nothing = { record: undefined, reasons: [], differences: [], notes: [], problems: [] } as const;

function differs(
  file: string,
  record: RecordFile,
  reasons: readonly Reason[],
  differences: readonly Difference[] = [],
): Replayed {
  return { ...nothing, file, verdict: "differs", record, reasons, differences };
}
