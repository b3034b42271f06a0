import type { Problem } from "../source/problem.ts";

/** The problem for an error that no input should be able to cause. */
export function internalProblem(error: unknown, remedy: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal-error",
    severity: "error",
    message: `the program failed, and not because of what you gave it: ${message}`,
    remedy,
  };
}
