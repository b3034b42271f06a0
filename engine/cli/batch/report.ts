import type { Shell } from "../shell.ts";
import type { Journal } from "./journal.ts";
import { countedRows, grouped } from "./numbers.ts";
import type { Settings } from "./settings.ts";
import { summaryOf } from "./summary.ts";
import type { Tally } from "./tally.ts";

/** Says at the end of a run how many rows there were, and what they came to where that was asked for. */
export async function tellEnd(tally: Tally, settings: Settings, isDateGiven: boolean, shell: Shell): Promise<void> {
  const { rows, failed, checked, undated } = tally;
  if (settings.summary) await shell.tell(`${summaryOf(tally)}\n`);
  const decided = `${countedRows(rows)}: ${grouped(rows - failed)} decided, ${grouped(failed)} failed`;
  await shell.tell(`${decided}; ${grouped(checked)} checked on the second engine\n`);
  if (undated === 0 || isDateGiven) return;
  await shell.tell(
    `note: ${countedRows(undated)} without \`asOf\` evaluated as of today, ${settings.asOf}; --as-of sets another date\n`,
  );
}

/** Says from where a run is gone on with, and with which date where the day has changed since. */
export async function tellGoingOn({ position, settings }: Journal, today: string, shell: Shell): Promise<void> {
  const date = settings.asOf === today ? "" : `, as of ${settings.asOf} as before`;
  await shell.tell(
    `note: goes on after ${countedRows(position.tally.rows)}, at line ${grouped(position.line)}${date}\n`,
  );
}

/** Says that a run is to be gone on with that has ended. */
export async function tellFinished(path: string, shell: Shell): Promise<void> {
  await shell.tell(`note: nothing is left to do: ${path} is there, whole; --force decides anew\n`);
}
