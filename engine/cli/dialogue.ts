import { createInterface, type Interface } from "node:readline/promises";
import type { Shell } from "./shell.ts";

/** Thrown where the person stops the program (Ctrl-C). */
export class Interrupted extends Error {}

/** What an interview needs of whoever answers. */
export interface Conversation {
  readonly say: (text: string) => Promise<void>;
  /** The next answer to a prompt, without spaces around it; `undefined` when there are no more. */
  readonly hear: (prompt: string) => Promise<string | undefined>;
}

/**
 * A conversation on standard error and standard input, so that standard output holds the result alone. The answers may
 * come from a person or from a pipe; those from a pipe are repeated, so that the whole can be read.
 */
export class Dialogue implements Conversation {
  readonly #shell: Shell;
  readonly #isTerminal: boolean;
  readonly #interface: Interface;
  readonly #lines: AsyncIterator<string>;
  #interrupted = false;

  constructor(shell: Shell) {
    const { stdin, stderr } = shell.io;
    this.#shell = shell;
    this.#isTerminal = stdin.isTTY === true && stderr.isTTY === true;
    this.#interface = createInterface({ input: stdin, output: stderr, terminal: this.#isTerminal });
    this.#interface.on("SIGINT", () => {
      this.#interrupted = true;
      this.close();
    });
    // Lines of a pipe arrive before they are asked for; the iterator keeps them.
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  say(text: string): Promise<void> {
    return this.#shell.tell(text);
  }

  /** @throws Interrupted on Ctrl-C. */
  async hear(prompt: string): Promise<string | undefined> {
    if (this.#isTerminal) {
      this.#interface.setPrompt(prompt);
      this.#interface.prompt();
    } else {
      await this.say(prompt);
    }
    const line = await this.#lines.next();
    if (this.#interrupted) throw new Interrupted();
    if (line.done === true) {
      await this.say("\n");
      return undefined;
    }
    const answer = line.value.trim();
    if (!this.#isTerminal) await this.say(`${answer}\n`);
    return answer;
  }

  close(): void {
    this.#interface.close();
  }
}
