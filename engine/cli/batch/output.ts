import { existsSync, statSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, rename } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { ProblemsError } from "../../source/problem.ts";
import { checkNewFile } from "../new-file.ts";
import type { Shell } from "../shell.ts";
import { type Journal, type Position, readJournal, removeJournal, writeJournal } from "./journal.ts";

/** How far a run has come, but for its output. */
export type Reached = Omit<Position, "output">;

/** Where the rows go. */
export interface Output {
  /**
   * Writes the rows of a chunk. `reached` says how far the run has then come, but for the output itself; nothing where
   * it can't be gone on with from there.
   */
  readonly write: (bytes: Uint8Array, reached: Reached | undefined) => Promise<void>;
  /** Ends the output: from now on it is whole. */
  readonly close: (reached: Reached) => Promise<void>;
  /** Leaves it as it is, to be gone on with. */
  readonly leave: () => Promise<void>;
}

/** Rows to standard output. */
export function standardOutput(shell: Shell): Output {
  const nothing = async (): Promise<void> => {};
  return { write: (bytes) => shell.print(bytes), close: nothing, leave: nothing };
}

/** How far a run was when it was interrupted, and in which settings. */
export type Interrupted = Pick<Journal, "settings" | "position" | "program" | "rules">;

/** The names of the files of a run. */
export interface OutputFiles {
  /** The file that is there once the run has ended. */
  readonly path: string;
  /** The rows until then. */
  readonly partial: string;
  /** How far they go. */
  readonly journal: string;
}

/** The names that go with the name of an output. */
export function filesOf(path: string): OutputFiles {
  return { path, partial: `${path}.partial`, journal: `${path}.partial.json` };
}

/** Whether a run has ended: its rows have their name, and nothing is left beside them. */
export function isFinished({ path, partial, journal }: OutputFiles): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true && !existsSync(partial) && !existsSync(journal);
}

/**
 * What an interrupted run has left, where one is to be gone on with.
 *
 * @throws ProblemsError where an output would be lost: there is one already, or an interrupted run that is neither to be
 *   gone on with nor to be replaced
 */
export function interruptedRun(files: OutputFiles, resume: boolean, force: boolean): Interrupted | undefined {
  const { path, partial, journal } = files;
  const left = existsSync(partial) || existsSync(journal);
  if (resume && left) {
    const known = readJournal(journal);
    // Rows without a journal were written before anything was decided.
    if (known !== undefined) requireRows(files, known);
    return known;
  }
  checkNewFile(path, force, "--output");
  if (left && !force) {
    throw new ProblemsError([
      {
        code: "interrupted-run",
        severity: "error",
        message: `${partial} is left over from a run that was interrupted`,
        remedy: "go on with it with --resume, or start anew with --force",
      },
    ]);
  }
  return undefined;
}

/** What was recorded of the rows must be there: it was written before it was recorded. */
function requireRows({ path, partial }: OutputFiles, { position }: Journal): void {
  const size = statSync(partial, { throwIfNoEntry: false })?.size;
  if (size !== undefined && size >= position.output) return;
  if (size === undefined && position.isAll && existsSync(path)) return;
  throw new ProblemsError([
    {
      code: "interrupted-run-changed",
      severity: "error",
      message: `${partial} has ${size ?? 0} bytes, and the interrupted run has written ${position.output}`,
      remedy: "start anew with --force",
    },
  ]);
}

/** Rows to a file, so that a run that is interrupted at any point can be gone on with. */
export class FileOutput implements Output {
  readonly #files: OutputFiles;
  readonly #handle: FileHandle;
  readonly #heading: Omit<Journal, "position">;
  readonly #compress: boolean;
  readonly #every: number;
  #written: number;
  #recorded = performance.now();
  #isOpen = true;

  /**
   * @param start how far the rows go that are there already: what comes after them is cut off
   * @param every how often the journal is written, in milliseconds
   */
  static async open(
    files: OutputFiles,
    heading: Omit<Journal, "position">,
    start: Position,
    every: number,
  ): Promise<FileOutput> {
    const handle = await open(files.partial, start.output === 0 ? "w" : "r+");
    await handle.truncate(start.output);
    const output = new FileOutput(files, handle, heading, start.output, every);
    await output.#record(start);
    return output;
  }

  private constructor(
    files: OutputFiles,
    handle: FileHandle,
    heading: Omit<Journal, "position">,
    written: number,
    every: number,
  ) {
    this.#files = files;
    this.#handle = handle;
    this.#heading = heading;
    this.#compress = heading.settings.compress;
    this.#written = written;
    this.#every = every;
  }

  async write(bytes: Uint8Array, reached: Reached | undefined): Promise<void> {
    await this.#append(bytes);
    const now = performance.now();
    if (reached === undefined || now - this.#recorded < this.#every) return;
    this.#recorded = now;
    await this.#record(reached);
  }

  async close(reached: Reached): Promise<void> {
    // Nothing at all is no file in gzip.
    if (this.#compress && this.#written === 0) await this.#append(gzipSync(""));
    await this.#record({ ...reached, isAll: true });
    await this.leave();
    await rename(this.#files.partial, this.#files.path);
    removeJournal(this.#files.journal);
  }

  async leave(): Promise<void> {
    if (this.#isOpen) await this.#handle.close();
    this.#isOpen = false;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at, this.#written + at);
      at += bytesWritten;
    }
    this.#written += bytes.length;
  }

  /** Records how far the run has come, once the rows are certainly on the disk. */
  async #record(reached: Reached): Promise<void> {
    await this.#handle.datasync();
    writeJournal(this.#files.journal, { ...this.#heading, position: { ...reached, output: this.#written } });
  }
}

/** Ends a run whose rows were all written when it was interrupted. */
export async function finishInterrupted(files: OutputFiles): Promise<void> {
  if (existsSync(files.partial)) await rename(files.partial, files.path);
  removeJournal(files.journal);
}
