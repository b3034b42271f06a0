import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";
import { dayOf } from "../../../engine/calendar/day.ts";
import type { Io } from "../../../engine/cli/io.ts";
import { run } from "../../../engine/cli/run.ts";

/** What a command gave back. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How the world stands while a command runs. */
export interface World {
  readonly stdin?: string | Buffer | Iterable<string | Buffer>;
  readonly env?: Io["env"];
  /** Whether the output goes to a terminal. */
  readonly isTerminal?: boolean;
  /** What comes of writing to standard output, with this error code, from the start. */
  readonly broken?: string;
  /** Reads the clock; the first of March 2021 without it. */
  readonly today?: Io["today"];
}

class Sink extends Writable {
  readonly isTTY: boolean;
  readonly #broken: string | undefined;
  #text = "";

  constructor(isTerminal: boolean, broken?: string) {
    super();
    this.isTTY = isTerminal;
    this.#broken = broken;
  }

  get text(): string {
    return this.#text;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (this.#broken !== undefined) {
      done(Object.assign(new Error(`write ${this.#broken}`), { code: this.#broken, syscall: "write" }));
      return;
    }
    this.#text += chunk.toString("utf8");
    done();
  }
}

/** Runs a command in this process. */
export async function command(args: readonly string[], world: World = {}): Promise<Outcome> {
  const stdout = new Sink(world.isTerminal === true, world.broken);
  const stderr = new Sink(world.isTerminal === true);
  const { stdin = "" } = world;
  const pieces = typeof stdin === "string" || Buffer.isBuffer(stdin) ? [stdin] : stdin;
  const bytes = [...pieces].map((piece) => Buffer.from(piece));
  const code = await run(args, {
    stdin: Readable.from(bytes, { objectMode: false }),
    stdout,
    stderr,
    env: world.env ?? {},
    today: world.today ?? (() => dayOf(2021, 3, 1)),
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** A directory that is there for the tests of a file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "cli-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Writes a file into a directory and gives its path. */
export function file(directory: string, name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

/** The rules of a small procedure that the tests decide by. */
export const library = "fixtures/procedures/library";
