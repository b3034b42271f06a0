import { type Day, formatDay } from "../calendar/day.ts";
import type { DiffReport, Effect } from "../diff/report.ts";
import type { Problem } from "../source/problem.ts";
import { effectsOf, type FailKind, failure, subjectOf } from "./fail-on.ts";
import { type IgnoreEntry, ignoreLine } from "./ignore-file.ts";
import { counted } from "./layout.ts";

/** What a comparison is judged by. */
export interface Criteria {
  readonly failOn: readonly FailKind[];
  readonly ignored: readonly IgnoreEntry[];
  /** The day on which the judgement is made. */
  readonly today: Day;
}

/** What is said of a comparison beside the report. */
export interface Verdict {
  /** Whether an effect is of a kind to fail on, and not ignored. */
  readonly failed: boolean;
  /** Warnings about the list of findings to ignore. */
  readonly warnings: readonly Problem[];
  /** Lines of text; empty where there is nothing to say. */
  readonly text: string;
}

/** For how many days a line that is made to be pasted accepts a finding. */
const acceptedDays = 90;

/** Judges a comparison: which of its effects fail it, and which are accepted. */
export function judge(report: DiffReport, { failOn, ignored, today }: Criteria): Verdict {
  const findings = effectsOf(report).filter(({ effect }) => effect !== "none");
  const entries = new Map(ignored.filter(({ expires }) => expires >= today).map((entry) => [entry.fingerprint, entry]));
  const failures = findings.flatMap((effect) => {
    const why = entries.has(effect.fingerprint) ? undefined : failure(effect, failOn);
    return why === undefined ? [] : [{ effect, says: `${subjectOf(effect)}: ${why}` }];
  });
  const accepted = findings.flatMap((effect) => {
    const entry = entries.get(effect.fingerprint);
    return entry === undefined ? [] : [ignoredLine(effect, entry)];
  });
  return {
    failed: failures.length > 0,
    warnings: ignored.flatMap((entry) => entryWarning(entry, findings, today)),
    text: [...accepted, ...failureLines(failures, failOn, today)].map((line) => `${line}\n`).join(""),
  };
}

function ignoredLine(effect: Effect, { reason, expires }: IgnoreEntry): string {
  return `ignored until ${formatDay(expires)}: ${subjectOf(effect)}: ${effect.effect} (${effect.fingerprint}): ${reason}`;
}

function failureLines(
  failures: readonly { readonly effect: Effect; readonly says: string }[],
  failOn: readonly FailKind[],
  today: Day,
): readonly string[] {
  if (failures.length === 0) return [];
  const expires = today + acceptedDays;
  return [
    `failed by --fail-on ${failOn.join(",")}: ${counted(failures.length, "finding")}`,
    ...failures.map(({ says }) => `  ${says}`),
    "To accept one for a while, fill in why and add its line to the file of --ignore:",
    ...failures.map(({ effect, says }) => ignoreLine(effect.fingerprint, expires, says)),
  ];
}

/** What is wrong with an entry that ignores nothing, if it is one. */
function entryWarning(entry: IgnoreEntry, findings: readonly Effect[], today: Day): readonly Problem[] {
  const { fingerprint, expires, place } = entry;
  const found = findings.find((effect) => effect.fingerprint === fingerprint);
  if (expires < today) {
    const still =
      found === undefined ? "the comparison has no such finding any more" : `${subjectOf(found)} counts again`;
    return [
      {
        code: "ignore-expired",
        severity: "warning",
        message: `this entry counted up to ${formatDay(expires)}, and ${still}`,
        place,
        remedy:
          found === undefined ? "take it out" : "mend the rules, or set another day with a reason that still holds",
      },
    ];
  }
  if (found !== undefined) return [];
  return [
    {
      code: "ignore-unused",
      severity: "warning",
      message: `this entry matches nothing: the comparison has no finding \`${fingerprint}\``,
      place,
      remedy: "take it out; a finding gets another fingerprint when the rules that cause it change",
    },
  ];
}
