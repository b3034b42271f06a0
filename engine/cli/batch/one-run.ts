import { createHash, type Hash } from "node:crypto";
import { maxLineBytes } from "../batch-line.ts";
import type { Rules } from "../rules.ts";
import type { Shell } from "../shell.ts";
import { standardInput } from "../source.ts";
import { type Cases, sizeOf } from "./cases.ts";
import type { Chunk } from "./chunk.ts";
import { chunksOf, sameRoom } from "./chunks.ts";
import { Crew } from "./crew.ts";
import { inOrder } from "./in-order.ts";
import type { Journal, Position } from "./journal.ts";
import { Meter } from "./meter.ts";
import type { BatchOptions } from "./options.ts";
import { FileOutput, type Output, type OutputFiles, type Reached, standardOutput } from "./output.ts";
import { passOver } from "./resume.ts";
import { Rows } from "./rows.ts";
import { staffingFor } from "./staffing.ts";
import { add, newTally, type Tally } from "./tally.ts";
import { type Lent, Workers } from "./workers.ts";

/** A chunk is closed at this many bytes: enough to be worth sending to a worker, and few enough to hold several. */
const chunkSize = 256 * 1024;

/** What a run works on, and how. */
export interface Task {
  readonly path: string;
  readonly cases: Cases;
  readonly rules: Rules;
  /** What is kept of the run beside its output. */
  readonly heading: Omit<Journal, "position">;
  readonly options: BatchOptions;
  /** Where the rows go; standard output, without it. */
  readonly files: OutputFiles | undefined;
  readonly before: Journal | undefined;
  /** In milliseconds. What comes after the last record is done again when a run is gone on with. */
  readonly recordedEvery: number;
}

/** Decides the cases and writes their rows. @returns what was counted */
export async function decideAll(task: Task, shell: Shell): Promise<Tally> {
  const { path, cases, rules, heading, options, files, before, recordedEvery } = task;
  const rows = await Rows.of(rules.procedure, heading.settings);
  const hash = files && createHash("sha256").update(cases.before);
  const reached = new Progress(cases, hash, before?.position);
  const output: Output =
    files === undefined ? standardOutput(shell) : await FileOutput.open(files, heading, reached.start, recordedEvery);
  const crew = new Crew(rows, staffingFor(options.workers, path, sizeOf(path), heading.settings), (count) => {
    return new Workers(count, shell.package.batchWorker, { ...heading, rules: options.rules, digest: heading.rules });
  });
  const meter = new Meter(shell, sizeOf(path));
  try {
    if (reached.start.output === 0) await output.write(rows.heading, undefined);
    const chunks = chunksOf(reached.left(), {
      records: cases.records,
      longest: maxLineBytes,
      size: chunkSize,
      // Whoever waits for an answer before the next question must not wait for a chunk to be full.
      prompt: path === standardInput.path && files === undefined,
      firstLine: cases.firstLine,
      line: reached.start.line,
      // This thread is done with a chunk before it asks for the next, and for workers there is a copy.
      room: sameRoom(),
      hash,
    });
    await inOrder<Chunk, Lent>(chunks, {
      most: () => crew.most(),
      work: (chunk) => crew.of(chunk),
      take: async ({ bytes, tally, release }, chunk) => {
        reached.add(chunk, tally);
        // More of a line that has not ended could come until the run is gone on with.
        await output.write(bytes, chunk.ended ? reached.now() : undefined);
        release();
        meter.add(tally.rows, cases.read());
      },
    });
    meter.end();
    await output.close(reached.now());
  } finally {
    meter.end();
    await Promise.all([crew.end(), output.leave()]);
  }
  return reached.tally;
}

/** How far a run has come. */
class Progress {
  /** From where it goes on, or begins. */
  readonly start: Position;
  readonly tally = newTally();
  readonly #cases: Cases;
  readonly #hash: Hash | undefined;
  #input: number;
  #inputDigest: string;
  #line: number;

  /** @param hash has the bytes before the first case */
  constructor(cases: Cases, hash: Hash | undefined, before: Position | undefined) {
    this.#cases = cases;
    this.#hash = hash;
    this.#input = before?.input ?? cases.before.length;
    this.#inputDigest = before?.inputDigest ?? hash?.copy().digest("hex") ?? "";
    this.#line = before?.line ?? cases.firstLine;
    if (before !== undefined) add(this.tally, before.tally);
    this.start = before ?? { ...this.now(), output: 0 };
  }

  /** The cases that are left. */
  left(): AsyncIterable<Buffer> {
    const { pieces, before } = this.#cases;
    // Only a run to a file has a digest, and only such a run can be gone on with.
    if (this.#hash === undefined) return pieces;
    return passOver(pieces, this.#hash, this.start.input - before.length, this.start);
  }

  add(chunk: Chunk, tally: Tally): void {
    add(this.tally, tally);
    this.#input += chunk.size;
    this.#line += chunk.lines;
    this.#inputDigest = chunk.digest ?? "";
  }

  now(): Reached {
    const { tally } = this;
    return { input: this.#input, inputDigest: this.#inputDigest, line: this.#line, tally, isAll: false };
  }
}
