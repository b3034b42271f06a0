import { type Progress, progressOn } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { grouped } from "./numbers.ts";

/** How often the line is renewed, in milliseconds. */
const renewedEvery = 200;

/** How far a batch has come, on a terminal: the share of the input, the rows, how many a second, and the time left. */
export class Meter {
  readonly #progress: Progress;
  readonly #total: number | undefined;
  readonly #start = performance.now();
  #shown = performance.now();
  #rows = 0;
  /** What had been read before the first rows: of a run that is gone on with, all that is not decided again. */
  #before: number | undefined;

  /** @param total the bytes of the input, where that is known */
  constructor(shell: Shell, total: number | undefined) {
    this.#progress = progressOn(shell);
    this.#total = total;
  }

  /** @param read how many bytes of the input have been read */
  add(rows: number, read: number): void {
    this.#rows += rows;
    this.#before ??= read;
    const now = performance.now();
    if (now - this.#shown < renewedEvery) return;
    this.#shown = now;
    const seconds = (now - this.#start) / 1000;
    const said = [`${grouped(this.#rows)} rows`, `${grouped(Math.round(this.#rows / seconds))} a second`];
    if (this.#total !== undefined && read > this.#before) {
      const share = Math.min(1, read / this.#total);
      said.unshift(`${bar(share)} ${Math.floor(share * 100)} %`);
      said.push(`${duration((seconds * (this.#total - read)) / (read - this.#before))} left`);
    }
    this.#progress.show(said.join(", "));
  }

  end(): void {
    this.#progress.end();
  }
}

const barWidth = 20;

function bar(share: number): string {
  const full = Math.round(share * barWidth);
  return `[${"#".repeat(full)}${"-".repeat(barWidth - full)}]`;
}

/** A time in the largest two units: "1 h 5 min", "2 min 10 s", "8 s". */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
