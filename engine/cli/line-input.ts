import { createReadStream } from "node:fs";
import { ProblemsError } from "../source/problem.ts";
import { readTextFile } from "../source/read.ts";
import type { Io } from "./io.ts";
import type { Line } from "./lines.ts";
import { standardInput } from "./source.ts";

/** The bytes of a file, or of standard input for `-`, as they arrive. */
export function bytesOf(path: string, io: Io): AsyncIterable<Uint8Array | string> {
  return path === standardInput.path ? io.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
}

/** Why a file can't be read, in the words that all files have; nothing for an error of another kind. */
export function readingProblem(error: unknown, path: string): ProblemsError | undefined {
  const isOfFile =
    error instanceof Error && "syscall" in error && (error.syscall === "open" || error.syscall === "read");
  if (!isOfFile || path === standardInput.path) return undefined;
  const problem = readTextFile(path, { maxBytes: 0 });
  return typeof problem === "string" || problem.code === "file-too-large" ? undefined : new ProblemsError([problem]);
}

/** The first line without the byte order mark that some programs write before it. */
export function withoutMark(line: Line): Line {
  return line?.[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? line.subarray(3) : line;
}
