import type { Readable, Writable } from "node:stream";
import type { Day } from "../calendar/day.ts";
import { today } from "../calendar/today.ts";

/** A stream that may be a terminal. */
interface MaybeTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything a command takes from the world and gives to it, so that a test can stand in for the world. */
export interface Io {
  readonly stdin: Readable & MaybeTerminal;
  readonly stdout: Writable & MaybeTerminal;
  readonly stderr: Writable & MaybeTerminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The date on the user's wall. */
  readonly today: () => Day;
}

/** The streams and the environment of this process. Standard input is opened when it is first asked for. */
export function processIo(): Io {
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    today,
  };
}

/** Writes a text and waits until the stream has taken it, so that a slow reader slows the writer down. */
export function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Whether an error says that whoever read the output has gone (`… | head`). */
export function isBrokenPipe(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}
