import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

/** The rules of a small procedure. */
export const library = "fixtures/procedures/library";

/** A directory that is there for the tests of a file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "diff-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A copy of some rules, with some texts in its files replaced; each must stand there. */
export function draft(
  rules: string,
  directory: string,
  changes: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {},
): string {
  cpSync(rules, directory, { recursive: true });
  for (const [name, replacements] of Object.entries(changes)) {
    let text = readFileSync(join(directory, name), "utf8");
    for (const [from, to] of replacements) {
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
      text = text.replace(from, to);
    }
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

/** A git repository that is there for the tests of a file. */
export class Repository {
  readonly directory: string;

  constructor(directory: string = temporaryDirectory()) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main");
  }

  /** What this process's environment is to `git`, wherever the tests themselves are run from. */
  get env(): Readonly<Record<string, string | undefined>> {
    const { PATH } = process.env;
    return { PATH, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
  }

  git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"];
    return execFileSync("git", [...identity, ...args], { cwd: this.directory, env: this.env, encoding: "utf8" });
  }

  write(name: string, text: string): void {
    const path = join(this.directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Puts everything there is into a commit. */
  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }
}
