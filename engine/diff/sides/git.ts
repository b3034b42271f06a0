import { execFileSync } from "node:child_process";
import { ProblemsError } from "../../source/problem.ts";

/** Where `git` is run: its directory, the current one without it, and its environment. */
export interface GitPlace {
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** More than any answer that is asked for. */
const longestAnswer = 512 * 1024 * 1024;

/**
 * Keeps git to reading what is there: nothing is fetched, nobody is asked for a password, nothing is written, and what it
 * says is in the language that is looked for here.
 */
const readOnly = { GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };

/** A git repository, asked by running `git` without a shell. It is only read, and nothing in it is executed. */
export class Git {
  readonly #place: GitPlace;

  constructor(place: GitPlace) {
    this.#place = place;
  }

  /**
   * What git answers; nothing where it refuses.
   *
   * @param input what it is given on standard input
   * @throws ProblemsError where there is no git
   */
  ask(args: readonly string[], input = ""): Buffer | undefined {
    const answer = this.#run(args, input);
    return typeof answer === "string" ? undefined : answer;
  }

  /** The same as text, without the line break at its end. */
  askText(args: readonly string[]): string | undefined {
    return this.ask(args)?.toString("utf8").replace(/\n$/, "");
  }

  /** @throws ProblemsError where the directory belongs to no repository, or git won't read it. */
  requireRepository(): void {
    const answer = this.#run(["rev-parse", "--git-dir"], "");
    if (typeof answer !== "string") return;
    const isElsewhere = answer.includes("not a git repository");
    throw new ProblemsError([
      {
        code: isElsewhere ? "not-a-repository" : "git-failed",
        severity: "error",
        message: isElsewhere
          ? "the current directory is in no git repository, so it has no commits to read rules from"
          : `git does not read the repository here: ${firstLine(answer)}`,
        expected: "a directory in a git repository, to name a side as GIT-REF:path",
        remedy: isElsewhere
          ? "change to the repository, or name a directory of rules"
          : "do as git says, then try again",
      },
    ]);
  }

  /** What git answers, or the text in which it says why it doesn't. */
  #run(args: readonly string[], input: string): Buffer | string {
    const { directory, env = process.env } = this.#place;
    try {
      return execFileSync("git", ["--no-pager", ...args], {
        ...(directory === undefined ? {} : { cwd: directory }),
        env: { ...env, ...readOnly },
        input,
        maxBuffer: longestAnswer,
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
      });
    } catch (error) {
      return refusalIn(error);
    }
  }
}

/** What git said as it failed. @throws ProblemsError where it didn't run. */
function refusalIn(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if ("status" in error && typeof error.status === "number") {
    return "stderr" in error ? String(error.stderr) : "";
  }
  const code = "code" in error ? String(error.code) : "an unknown error";
  const isMissing = code === "ENOENT";
  throw new ProblemsError([
    {
      code: isMissing ? "git-not-found" : "git-failed",
      severity: "error",
      message: isMissing
        ? "git is not installed, or not on the search path"
        : `git can't be run: the system says ${code}`,
      remedy: "install git, or check the commit out and name its directory of rules instead",
    },
  ]);
}

function firstLine(text: string): string {
  return (
    text
      .split("\n")[0]
      ?.replace(/^fatal: /, "")
      .trim() ?? ""
  );
}
