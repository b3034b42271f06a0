import { nearest } from "../source/nearest.ts";
import type { Problem } from "../source/problem.ts";
import type { Allow } from "./allow.ts";
import type { Rule } from "./check.ts";

/** A finding that a comment silences. */
export interface Silenced {
  readonly problem: Problem;
  readonly reason: string;
}

/** What becomes of findings when the comments are heeded. */
export interface Heeded {
  /** The findings that are left, and what is wrong with the comments. */
  readonly problems: readonly Problem[];
  readonly silenced: readonly Silenced[];
}

/** What can be wrong with the comments that silence findings. */
export const allowRules: readonly Rule[] = [
  {
    code: "allow-without-reason",
    severity: "error",
    finds: "a comment that silences a finding and does not say why",
    why: "The next reader can't tell whether the reason still holds.",
    isFirm: true,
  },
  {
    code: "allow-unknown-check",
    severity: "error",
    finds: "a comment that silences a check that is not there, or that can't be silenced",
    why: "It silences nothing, though whoever wrote it relies on it.",
    isFirm: true,
  },
  {
    code: "allow-unused",
    severity: "warning",
    finds: "a comment that silences nothing",
    why: "It would hide the mistake when somebody makes it again.",
    isFirm: true,
  },
];

/**
 * Takes out the findings that a comment on their line silences. Comments that silence nothing are told of only where nothing
 * is surely wrong: what an error keeps from being found is found again once that is mended.
 */
export function heed(found: readonly Problem[], allows: readonly Allow[], rules: readonly Rule[]): Heeded {
  const silenceable = rules.filter(({ isFirm }) => isFirm !== true).map(({ code }) => code);
  const problems: Problem[] = [];
  const silenced: Silenced[] = [];
  const used = new Set<Allow>();
  const isSound = !found.some(({ severity }) => severity === "error");
  for (const problem of found) {
    const allow = allows.find((other) => isAbout(other, problem) && silenceable.includes(other.code));
    if (allow === undefined) problems.push(problem);
    else {
      used.add(allow);
      if (allow.reason === "") problems.push(problem);
      else silenced.push({ problem, reason: allow.reason });
    }
  }
  for (const allow of allows) {
    if (!silenceable.includes(allow.code)) problems.push(unknownCheck(allow, silenceable, rules));
    else if (allow.reason === "") problems.push(withoutReason(allow));
    else if (isSound && !used.has(allow)) problems.push(unused(allow));
  }
  return { problems, silenced };
}

function isAbout({ code, place, line }: Allow, problem: Problem): boolean {
  return code === problem.code && place.file === problem.place?.file && line === problem.place.line;
}

function withoutReason({ code, place }: Allow): Problem {
  return {
    code: "allow-without-reason",
    severity: "error",
    message: `why \`${code}\` is allowed here is not said`,
    place,
    expected: `\`# allow ${code}: reason\``,
    remedy: "write the reason behind a colon",
  };
}

function unknownCheck({ code, place }: Allow, known: readonly string[], rules: readonly Rule[]): Problem {
  const isFirm = rules.some((rule) => rule.code === code);
  const near = isFirm ? undefined : nearest(code, known);
  return {
    code: "allow-unknown-check",
    severity: "error",
    message: isFirm ? `\`${code}\` can't be allowed` : `there is no check \`${code}\` to be allowed`,
    place,
    expected: "the code of a check, as its findings show it",
    ...(near === undefined ? {} : { nearest: near }),
    remedy: near === undefined ? "take the comment out" : `write \`${near}\``,
  };
}

function unused({ code, place, line }: Allow): Problem {
  return {
    code: "allow-unused",
    severity: "warning",
    message: `\`${code}\` is allowed here, and line ${line} has no such finding`,
    place,
    expected: "a finding on the same line, or on the first line below the comment",
    remedy: "take the comment out, or put it at the finding",
  };
}
