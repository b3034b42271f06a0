import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Settings } from "./settings.ts";
import type { Tally } from "./tally.ts";

/** How far a run has come: what of the input is decided, and how much of the output is written for it. */
export interface Position {
  /** The bytes of the input, unpacked, up to which everything is decided, and their SHA-256 digest. */
  readonly input: number;
  readonly inputDigest: string;
  /** The number of the next line. */
  readonly line: number;
  /** The bytes of the output. */
  readonly output: number;
  readonly tally: Tally;
  /** Whether this is all of the input. */
  readonly isAll: boolean;
}

/** What is kept beside the output of a run that has not ended. */
export interface Journal {
  readonly program: string;
  readonly rules: string;
  readonly settings: Settings;
  readonly position: Position;
}

/** Reads a journal; nothing where there is none, or it can't be read. */
export function readJournal(path: string): Journal | undefined {
  try {
    // The program wrote it itself, whole or not at all.
    return JSON.parse(readFileSync(path, "utf8")) as Journal;
  } catch {
    return undefined;
  }
}

/** Writes a journal whole or not at all. */
export function writeJournal(path: string, journal: Journal): void {
  const temporary = `${path}.tmp`;
  writeFileSync(temporary, JSON.stringify(journal));
  renameSync(temporary, path);
}

/** Takes away a journal, and what an interrupted writing of it has left. */
export function removeJournal(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.tmp`, { force: true });
}
