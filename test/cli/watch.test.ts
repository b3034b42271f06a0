import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { library } from "./support/command.ts";
import { lent } from "./support/library.ts";

// These run the built program (`npm run build`), as a user would.
const main = resolve("dist/cli/main.js");
const passing = `${lent}expect: { decisions: { lending: lend } }\n`;
const failing = passing.replace("lending: lend", "lending: refuse");

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A program that watches, and what it has said so far. */
class Watching {
  readonly directory = mkdtempSync(join(tmpdir(), "watch-"));
  readonly #child: ChildProcess;
  #said = "";
  #from = 0;
  readonly #ended: Promise<number | null>;

  constructor(cases: Readonly<Record<string, string>>, args: readonly string[] = []) {
    cpSync(library, join(this.directory, "rules"), { recursive: true });
    for (const [name, text] of Object.entries(cases)) this.write(`rules/cases/${name}`, text);
    this.#child = spawn(process.execPath, [main, "test", "--rules", "rules", "--watch", ...args], {
      cwd: this.directory,
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.#said += chunk.toString("utf8");
      });
    }
    this.#ended = new Promise((done) => this.#child.on("exit", (code) => done(code)));
    ends.push(() => {
      this.#child.kill();
      rmSync(this.directory, { recursive: true, force: true });
    });
  }

  write(name: string, text: string): void {
    this.mark();
    const path = join(this.directory, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
  }

  /** From here on, only what is said from now on counts. */
  mark(): void {
    this.#from = this.#said.length;
  }

  /** What was said since the last mark, once that has this in it. The two streams may come in any order. */
  async until(text: string): Promise<string> {
    for (;;) {
      const fresh = this.#said.slice(this.#from);
      if (fresh.includes(text)) return fresh;
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  /** Presses a key, and gives the exit code. */
  async end(key: string): Promise<number | null> {
    this.#child.stdin?.write(key);
    return await this.#ended;
  }
}

describe("test --watch", () => {
  it("runs again when a case is saved, and ends with the code of the last run", async () => {
    const watching = new Watching({ "a.yaml": passing });
    await watching.until("1 passed, 0 failed");
    watching.write("rules/cases/a.yaml", failing);
    expect(await watching.until("0 passed, 1 failed")).toContain("decisions.lending at rules/cases/a.yaml:8:33");
    expect(await watching.end("q")).toBe(1);
  });

  it("runs again when an editor puts a new file in the place of a rule file", async () => {
    const watching = new Watching({ "a.yaml": passing });
    await watching.until("1 passed, 0 failed");
    const path = join(watching.directory, "rules/decisions.yaml");
    const text = 'when: { clause: "2.2", is: met }';
    watching.write("changed", readFileSync(path, "utf8").replace(/when: .*"2\.2".*/, text));
    renameSync(join(watching.directory, "changed"), path);
    await watching.until("0 passed, 1 failed");
    await watching.until("changed: rules/decisions.yaml");
    expect(await watching.end("\u0003")).toBe(1);
  });

  it("shows what is wrong with a rule file, and goes on", async () => {
    const watching = new Watching({ "a.yaml": passing });
    await watching.until("1 passed, 0 failed");
    const name = "rules/facts.yaml";
    const good = readFileSync(join(watching.directory, name), "utf8");
    watching.write(name, good.replace("knownBy: library", "knonwBy: library"));
    expect(await watching.until("nearest: `knownBy`")).not.toContain("    at ");
    watching.write(name, good);
    await watching.until("1 passed, 0 failed");
    watching.write(name, "facts: [");
    await watching.until("error[yaml-syntax]");
    expect(await watching.end("q")).toBe(2);
  });

  it("sees cases that come and go, in directories that come and go", async () => {
    const watching = new Watching({ "a.yaml": passing });
    await watching.until("1 passed, 0 failed");
    watching.write("rules/cases/more/deep/b.yaml", passing);
    await watching.until("2 passed, 0 failed");
    watching.write("rules/cases/more/deep/b.yaml", failing);
    await watching.until("1 passed, 1 failed");
    watching.mark();
    rmSync(join(watching.directory, "rules/cases/more"), { recursive: true });
    await watching.until("1 passed, 0 failed");
    watching.mark();
    rmSync(join(watching.directory, "rules/cases"), { recursive: true });
    await watching.until("there is no file or directory");
    watching.write("rules/cases/a.yaml", passing);
    await watching.until("1 passed, 0 failed");
    expect(await watching.end("q")).toBe(0);
  });

  it("writes a report to a file anew each time", async () => {
    const watching = new Watching({ "a.yaml": passing }, ["--format", "json", "--coverage", "--output", "report.json"]);
    await watching.until("waiting");
    const report = () => JSON.parse(readFileSync(join(watching.directory, "report.json"), "utf8"));
    expect(report()).toMatchObject({ passed: 1, failed: 0, coverage: { examples: [] } });
    watching.write("rules/cases/a.yaml", failing);
    await watching.until("waiting");
    expect(report()).toMatchObject({ passed: 0, failed: 1 });
  });
});
