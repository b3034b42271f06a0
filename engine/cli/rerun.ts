import { relative } from "node:path";
import { ProblemsError } from "../source/problem.ts";
import { visible } from "../source/visible.ts";
import { Changes } from "./changes.ts";
import { counted } from "./layout.ts";
import { onQuitKey } from "./quit-key.ts";
import { exitCodes, type Shell } from "./shell.ts";

const clearScreen = "\u001b[2J\u001b[3J\u001b[H";

/**
 * Runs something, and again whenever a file changes, until somebody quits. What is wrong with the input is shown, and
 * the next change is waited for. The exit code is that of the last run.
 *
 * @param roots the files and directories that the run reads; they need not be there
 * @param run does it and sets the exit code of the shell
 */
export async function rerun(roots: readonly string[], run: () => Promise<void>, shell: Shell): Promise<void> {
  const changes = new Changes(roots);
  const giveBack = onQuitKey(shell.io, () => changes.end());
  try {
    let changed: readonly string[] | undefined = [];
    while (changed !== undefined) {
      await announce(changed, shell);
      await runOnce(run, shell);
      changed = await changes.next();
    }
  } finally {
    changes.end();
    giveBack();
  }
}

async function announce(changed: readonly string[], shell: Shell): Promise<void> {
  if (shell.io.stdout.isTTY === true) await shell.print(clearScreen);
  const [first, ...others] = changed;
  if (first === undefined) return;
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "other path")}`;
  const fromHere = relative("", first);
  await shell.tell(`\nchanged: ${visible(fromHere.startsWith("..") ? first : fromHere)}${more}\n`);
}

async function runOnce(run: () => Promise<void>, shell: Shell): Promise<void> {
  const start = performance.now();
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    await shell.tellProblems(error.problems);
    shell.exitCode = exitCodes.failed;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  await shell.tell(`${seconds} s; waiting for a change, q ends\n`);
}
