import { visible } from "../source/visible.ts";
import type { Shell } from "./shell.ts";

/** A line of progress on a terminal. */
export interface Progress {
  /** Shows a message in place of the one before. */
  readonly show: (message: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const startOfLine = "\r\u001b[K";

/** Progress on standard error where that is a terminal, and nowhere otherwise. */
export function progressOn({ io: { stderr } }: Shell): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, end: () => {} };
  return {
    show: (message) => stderr.write(`${startOfLine}${visible(message)}`),
    end: () => stderr.write(startOfLine),
  };
}
