import { type Paint, PLAIN } from "../source/render.ts";
import type { Io } from "./io.ts";

/** Whether a stream takes colours: a terminal that isn't a dumb one, and `NO_COLOR` not set. */
export function takesColour(stream: { readonly isTTY?: boolean }, env: Io["env"]): boolean {
  const refused = env.NO_COLOR !== undefined && env.NO_COLOR !== "";
  return stream.isTTY === true && !refused && env.TERM !== "dumb";
}

/** The colours in which problems are shown on a stream. */
export function paintFor(stream: { readonly isTTY?: boolean }, env: Io["env"]): Paint {
  return takesColour(stream, env) ? COLOURS : PLAIN;
}

const start = String.fromCharCode(27);

function ansi(...codes: readonly number[]): (text: string) => string {
  return (text) => `${start}[${codes.join(";")}m${text}${start}[0m`;
}

const COLOURS: Paint = {
  error: ansi(1, 31),
  warning: ansi(1, 33),
  message: ansi(1),
  frame: ansi(34),
  related: ansi(36),
};
