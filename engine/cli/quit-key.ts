import type { Io } from "./io.ts";

/** `q`, and what a terminal sends for Ctrl-C and Ctrl-D while it passes on single keys. */
const quitKeys: readonly string[] = ["q", "Q", "\u0003", "\u0004"];

/**
 * Calls `quit` when somebody asks for an end on standard input. A terminal passes on single keys meanwhile, and its end
 * (it was closed) is an end too. Any other input may end at once, as that of a program in the background does: that is no
 * wish to quit.
 *
 * @returns what gives standard input back
 */
export function onQuitKey({ stdin }: Io, quit: () => void): () => void {
  const listen = (chunk: Uint8Array | string): void => {
    const text = String(chunk);
    if (quitKeys.some((key) => text.includes(key))) quit();
  };
  const isTerminal = stdin.isTTY === true;
  setRaw(stdin, isTerminal);
  stdin.on("data", listen);
  stdin.on("error", quit);
  if (isTerminal) stdin.on("end", quit);
  return () => {
    stdin.off("data", listen);
    stdin.off("error", quit);
    stdin.off("end", quit);
    setRaw(stdin, false);
    stdin.pause();
  };
}

function setRaw(stdin: Io["stdin"], raw: boolean): void {
  if (stdin.isTTY === true && "setRawMode" in stdin && typeof stdin.setRawMode === "function") stdin.setRawMode(raw);
}
