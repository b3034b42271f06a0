import { INPUT_LIMITS } from "../source/limits.ts";
import type { Problem } from "../source/problem.ts";
import type { Locate } from "./facts.ts";

/** What a problem of a fact has beside its code, its message and its place. */
export interface FactDetails {
  /** Whether the key is to blame, and not the value. */
  readonly part?: "key";
  /** The fact or part of a fact, where the message does not name it. */
  readonly about?: string;
  readonly expected?: string;
  readonly nearest?: string;
  readonly remedy: string;
  readonly related?: Problem["related"] & object;
}

/** Stands for all problems beyond those that are reported. */
const moreProblems: Problem = {
  code: "more-problems",
  severity: "error",
  message: "there are more problems in this case",
  remedy: "correct the problems above first",
};

/** The problems up to the limit, and a word that there are more. */
export function limited(problems: readonly Problem[]): readonly Problem[] {
  const { maxProblems } = INPUT_LIMITS;
  return problems.length > maxProblems ? [...problems.slice(0, maxProblems), moreProblems] : problems;
}

/** The problems that are found while the facts of one case are read, each with its place where that is known. */
export class FactReport {
  readonly problems: Problem[] = [];
  readonly locate: Locate | undefined;

  constructor(locate: Locate | undefined) {
    this.locate = locate;
  }

  /** Whether no more problems are taken, so that there is no use in looking for any. */
  get isFull(): boolean {
    return this.problems.length > INPUT_LIMITS.maxProblems;
  }

  add(code: string, message: string, container: object, key: string | number, details: FactDetails): void {
    if (this.isFull) return;
    if (this.problems.length === INPUT_LIMITS.maxProblems) {
      this.problems.push(moreProblems);
      return;
    }
    const { part = "value", about, ...rest } = details;
    const place = this.locate?.(container, key, part);
    this.problems.push({
      code,
      severity: "error",
      message: about === undefined ? message : `${worded(about)}: ${message}`,
      ...(place === undefined ? {} : { place }),
      ...rest,
    });
  }
}

/** A fact or a part of one in words, entries counted from 1: of `a.b[0].c`, "`c` in entry 1 of `a.b`". */
export function worded(part: string): string {
  const [, list, index] = /^(.+)\[(\d+)\]$/s.exec(part) ?? [];
  if (list !== undefined) return `entry ${Number(index) + 1} of ${worded(list)}`;
  const [, entry, field] = /^(.+\])\.([^\]]+)$/s.exec(part) ?? [];
  return entry === undefined ? `\`${part}\`` : `\`${field}\` in ${worded(entry)}`;
}
