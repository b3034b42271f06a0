import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../engine/calendar/day.ts";
import { run } from "../../engine/cli/run.ts";
import { command, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const rules = ["--rules", library];

describe("an error that no input should cause", () => {
  const stopped = () => {
    throw new Error("the clock has stopped");
  };
  const args = ["evaluate", "-", ...rules];
  const stdin = "facts: {}\n";

  it("is one problem with a remedy, without a stack", async () => {
    const { code, stdout, stderr } = await command(args, { stdin, today: stopped });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^error\[internal-error\]: the program failed, and not because of what you gave it: the clock has stopped\n {2}= remedy: report it with the command and its input; \w+_STACK=1 shows where in the program it arose\n\n1 error\n$/,
    );
  });

  it("shows its stack when asked for it, by the variable that the help names", async () => {
    const variable = /(\w+_STACK)=1/.exec((await command(["--help"])).stdout)?.[1] ?? "";
    const { code, stderr } = await command(args, { stdin, today: stopped, env: { [variable]: "1" } });
    expect(code).toBe(2);
    expect(stderr).toContain("    at ");
    const wrong = await command(["evaluate", "-", ...rules], { stdin: "facts: [", env: { [variable]: "1" } });
    expect(wrong.stderr).not.toContain("    at ");
  });
});

describe("output that nobody takes", () => {
  it("ends a command quietly", async () => {
    for (const args of [["--help"], ["revisions", ...rules], ["batch", ...rules]]) {
      const { code, stderr } = await command(args, { stdin: '{"facts": {}}\n', broken: "EPIPE" });
      expect([args, code, stderr]).toEqual([args, 0, ""]);
    }
  });

  it("is an error where the system refuses it", async () => {
    const { code, stderr } = await command(["revisions", ...rules], { broken: "ENOSPC" });
    expect(code).toBe(2);
    expect(stderr).toContain("error[output-failed]: the output can't be written: the system says ENOSPC");
  });
});

describe("a terminal", () => {
  /** A terminal at which a person types; what it shows is kept. */
  class Terminal extends Writable {
    readonly isTTY = true;
    shown = "";
    readonly #answers: string[];
    readonly keyboard: Readable & { isTTY?: boolean; setRawMode?: () => void };

    constructor(answers: readonly string[]) {
      super();
      this.#answers = [...answers];
      this.keyboard = Object.assign(new Readable({ read: () => {} }), { isTTY: true, setRawMode: () => {} });
    }

    override _write(chunk: Buffer, _encoding: string, done: () => void): void {
      this.shown += chunk.toString("utf8");
      // A prompt has appeared: the person types.
      if (this.shown.endsWith("> ") || /> .\[\d+G$/.test(this.shown)) {
        this.shown += "\n";
        const answer = this.#answers.shift();
        if (answer !== undefined) setImmediate(() => this.keyboard.push(answer));
      }
      done();
    }
  }

  async function askAt(terminal: Terminal, path: string): Promise<{ readonly code: number; readonly stdout: string }> {
    let stdout = "";
    const code = await run(["ask", "--as-of", "2020-03-01", ...rules, "--out", path], {
      stdin: terminal.keyboard,
      stdout: new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          stdout += chunk.toString("utf8");
          done();
        },
      }),
      stderr: terminal,
      env: {},
      today: () => dayOf(2021, 3, 1),
    });
    return { code, stdout };
  }

  it("takes the answers of ask as they are typed", async () => {
    const path = join(directory, "typed.yaml");
    const { code, stdout } = await askAt(new Terminal(["2020-02-10\r", "none\r", "30\r"]), path);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The book may be lent\./);
    expect(existsSync(path)).toBe(true);
  });

  it("stops ask on Ctrl-C, which leaves no file, whole or half", async () => {
    const terminal = new Terminal(["2020-02-10\r", "\u0003"]);
    const { code, stdout } = await askAt(terminal, join(directory, "stopped.yaml"));
    expect([code, stdout]).toEqual([130, ""]);
    expect(terminal.shown).toContain("stopped; nothing was written\n");
    expect(readdirSync(directory)).toEqual(["typed.yaml"]);
  });
});
