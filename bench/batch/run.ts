import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { generateCases } from "../cases.ts";
import type { Spent } from "../measure.ts";

/** What one process took as a whole: the time of a line, and the most memory that it had, in MiB. */
export interface Whole {
  readonly perLine: Spent;
  readonly peak: number;
}

/** What a round measured of a batch of decisions. */
export interface BatchRound {
  readonly lines: number;
  /** The loop that parses each line and writes one as long as a row. */
  readonly loop: Whole;
  /** The batch on one thread. */
  readonly alone: Whole;
  /** The batch as it is called without more ado, with the workers that it calls in by itself. */
  readonly usual: Whole;
}

/** So many different cases; their lines come again, each time with other names. */
const different = 10_000;

/** Lets the loop and the batch take turns on one file, each in a process of its own. */
export function runBatches(
  folder: string,
  { lines, rounds }: { readonly lines: number; readonly rounds: number },
  say: (words: string) => void,
): readonly BatchRound[] {
  const cases = join(folder, "batch.ndjson");
  say(`writing ${lines} lines of cases`);
  writeLines(cases, lines);
  const command = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
  const rows = join(folder, "rows.ndjson");
  const batch = (...more: readonly string[]): Whole =>
    wholeOf([command, "batch", cases, "--only", "decisions", "--output", rows, "--force", ...more], folder, lines);
  return Array.from({ length: rounds }, (_, round) => {
    say(`round ${round + 1} of ${rounds}: batch`);
    const alone = batch("--workers", "0");
    const length = String(statSync(rows).size / lines);
    const loop = wholeOf([join(import.meta.dirname, "loop.js"), cases, rows, length], folder, lines);
    return { lines, loop, alone, usual: batch() };
  });
}

function writeLines(path: string, lines: number): void {
  const cases = generateCases(Math.min(lines, different));
  const file = openSync(path, "w");
  for (let line = 0; line < lines; ) {
    let text = "";
    for (const given of cases.slice(0, lines - line)) {
      text += `${JSON.stringify({ case: `case ${line}`, ...given })}\n`;
      line += 1;
    }
    writeSync(file, text);
  }
  closeSync(file);
}

/** Runs a program, and gives what it took. @throws Error where it fails */
function wholeOf(args: readonly string[], folder: string, lines: number): Whole {
  const out = join(folder, "spent.json");
  const watch = new URL("at-exit.js", import.meta.url);
  const { status, stderr } = spawnSync(process.execPath, ["--import", watch.href, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    env: { ...process.env, BENCH_SPENT: out },
  });
  if (status !== 0) throw new Error(`what is measured ended with ${status}: ${stderr}`);
  // Written by what was loaded before the program.
  const { spent, peak } = JSON.parse(readFileSync(out, "utf8")) as { readonly spent: Spent; readonly peak: number };
  return { perLine: { wall: spent.wall / lines, cpu: spent.cpu / lines }, peak };
}
