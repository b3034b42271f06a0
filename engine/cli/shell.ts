import type { Problem } from "../source/problem.ts";
import { renderProblems } from "../source/render.ts";
import { type Io, write } from "./io.ts";
import type { Package } from "./package.ts";
import { paintFor } from "./paint.ts";

/** The exit codes of every command. */
export const exitCodes = { done: 0, findings: 1, failed: 2, undetermined: 3 } as const;

/** What a command works in: the world outside, the program's own facts, and its way to end. */
export class Shell {
  readonly io: Io;
  readonly package: Package;
  /** The exit code that the command ends with. */
  exitCode: number = exitCodes.done;

  constructor(io: Io, own: Package) {
    this.io = io;
    this.package = own;
  }

  /** Gives a result to standard output. */
  print(text: string | Uint8Array): Promise<void> {
    return write(this.io.stdout, text);
  }

  /** Says something beside the result, on standard error. */
  tell(text: string): Promise<void> {
    return write(this.io.stderr, text);
  }

  /** Shows problems on standard error. */
  async tellProblems(problems: readonly Problem[]): Promise<void> {
    await this.tell(renderProblems(problems, paintFor(this.io.stderr, this.io.env)));
  }
}
