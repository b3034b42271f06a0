import { includes } from "./comparison-lack.ts";
import { capital } from "./names.ts";
import type { Lack, Shortfall } from "./shortfall.ts";

/** What is wrong with something, for readers: single lacks, or several of which all or any one are to be mended. */
export type Finding = LackFinding | FindingGroup;

/** One value that is not what it should be, in words: "<subject>: <wanted>, <was>". */
export interface LackFinding {
  readonly subject: string;
  /** The nearest that would do: "at most 10 people". */
  readonly wanted: string;
  /** What it is instead, with its verb: "was 11 people". */
  readonly was: string;
  /** The facts that it goes back to. */
  readonly facts: readonly string[];
}

/** Findings joined. */
export interface FindingGroup {
  /** Whether all of them have to be mended, or any one will do. */
  readonly join: "all" | "any";
  readonly of: readonly Finding[];
}

/** A shortfall as findings, each of which has to be mended. */
export function findingsOf(shortfall: Shortfall | undefined): readonly Finding[] {
  if (shortfall === undefined) return [];
  return merged(shortfall.kind === "all" ? shortfall.of.map(findingOf) : [findingOf(shortfall)]);
}

/** What one list has too much is said at once. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const result: Finding[] = [];
  for (const finding of findings) {
    const at = result.findIndex((other) => !isGroup(other) && !isGroup(finding) && sharesList(other, finding));
    const earlier = result[at];
    if (earlier === undefined || isGroup(earlier) || isGroup(finding)) result.push(finding);
    else result[at] = { ...earlier, was: `${earlier.was} and ${finding.was.slice(includes.length)}` };
  }
  return result;
}

function sharesList(a: LackFinding, b: LackFinding): boolean {
  return a.subject === b.subject && a.wanted === b.wanted && a.was.startsWith(includes) && b.was.startsWith(includes);
}

function findingOf(shortfall: Shortfall): Finding {
  if (shortfall.kind !== "lack") return { join: shortfall.kind, of: shortfall.of.map(findingOf) };
  const { subject, wanted, was, facts } = shortfall satisfies Lack;
  return { subject, wanted, was, facts };
}

/** Whether a finding is a group. */
export function isGroup(finding: Finding): finding is FindingGroup {
  return "join" in finding;
}

/** A single finding as one line. */
export function sayFinding({ subject, wanted, was }: LackFinding): string {
  return capital(`${subject}: ${wanted}, ${was}`);
}

/** Every single finding in some findings. */
export function lackFindings(findings: readonly Finding[]): readonly LackFinding[] {
  return findings.flatMap((finding) => (isGroup(finding) ? lackFindings(finding.of) : [finding]));
}
