import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceFiles } from "../engine/cli/replace-files.ts";
import { runBatches } from "./batch/run.ts";
import { generateCases, seed } from "./cases.ts";
import { measureColdStart } from "./cold-start.ts";
import { entrants } from "./contenders/table.ts";
import { describeMachine } from "./machine.ts";
import { type Options, readOptions } from "./options.ts";
import { pageWith } from "./report/page.ts";
import { type Results, reportText } from "./report/text.ts";
import { runRounds, type Size } from "./rounds.ts";
import { runScaling } from "./scaling/run.ts";

const fullSize: Size = { cases: 10_000, rounds: 5, least: 1000 };
const quickSize: Size = { cases: 500, rounds: 2, least: 100 };
const batchSize = { lines: 1_000_000, rounds: 3 };
const quickBatch = { lines: 20_000, rounds: 2 };

/** What can be asked for beside the contenders. */
const batchId = "batch";

/** The page that tells what the numbers mean, with those of the last run. */
const page = join("docs", "performance.md");

/** Progress is no result, and goes where it can be thrown away. */
function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

function run({ quick, only }: Options, folder: string): Results {
  const size = quick ? quickSize : fullSize;
  const cases = join(folder, "cases.json");
  say(`generating ${size.cases} cases`);
  writeFileSync(cases, JSON.stringify(generateCases(size.cases)));
  const everything = only.length === 0;
  const isBatchAlone = only.length > 0 && only.every((id) => id === batchId);
  // The first is what the others are compared with.
  const chosen = isBatchAlone ? [] : entrants.filter(({ id }, at) => at === 0 || everything || only.includes(id));
  const rounds = runRounds(chosen, cases, folder, size, say);
  const scaling = everything ? runScaling(folder, quick ? 1 : 3, size.least, say) : [];
  const coldStart = everything ? coldStarts(quick ? 3 : 21) : { node: [], evaluate: [] };
  const measured = { machine: describeMachine(), size, seed, quick, ...rounds, scaling, coldStart };
  if (!everything && !only.includes(batchId)) return measured;
  return { ...measured, batch: runBatches(folder, quick ? quickBatch : batchSize, say) };
}

/** A maintenance case with an extension: most clauses have something to say about it. */
const coldCase = join("fixtures", "cases", "extension", "december-anniversary-with-extension.yaml");

function coldStarts(runs: number): ReturnType<typeof measureColdStart> {
  say("cold starts");
  return measureColdStart(join("dist", "cli", "main.js"), coldCase, runs);
}

function main(): void {
  const options = readOptions(process.argv.slice(2), [...entrants.map(({ id }) => id), batchId]);
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const results = run(options, folder);
    const text = reportText(results);
    process.stdout.write(text);
    // A small run, or a part, must not take the place of the numbers that were published.
    if (!options.quick && options.only.length === 0) {
      replaceFiles([
        { path: join("bench", "results.md"), text },
        { path: join("bench", "results.json"), text: `${JSON.stringify(results, null, 2)}\n` },
        { path: page, text: pageWith(readFileSync(page, "utf8"), results) },
      ]);
    }
    const differing = results.compared.filter((one) => one.differing > 0);
    for (const one of differing) say(`${one.id} decides otherwise: ${one.differences.join("; ")}`);
    process.exitCode = differing.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  main();
} catch (error) {
  // What went wrong, and no stack: the process that measured has said its own already.
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
