import { joined } from "../language/expressions/expression.ts";
import type { DatedDuty, DatesReport } from "./dates.ts";
import { type Finding, isGroup, sayFinding } from "./findings.ts";
import { groupBy } from "./group.ts";
import { escaped } from "./markdown-text.ts";
import { capital, clauseOfSentence } from "./names.ts";
import type { ClauseReasons } from "./reasons.ts";
import type { RemedyReport, Report } from "./report.ts";
import { provenanceLines, readingHint, readingsLines, restsOn, sayIf } from "./sentences.ts";

/** A report as Markdown, with the same sections as the text and nothing shortened. */
export function reportMarkdown(report: Report): string {
  const blocks = [
    ...opening(report),
    ...why(report),
    ...missing(report),
    ...wouldChange(report.wouldChange),
    ...sensitivity(report),
    ...dates(report.dates),
    ...otherDecisions(report),
    ...[...readingsLines(report), ...provenanceLines(report.provenance)].map((line) => `<sub>${escaped(line)}</sub>`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function opening({ case: name, headline, reasons, readingDecides, warnings }: Report): readonly string[] {
  const rests = restsOn(reasons);
  return [
    `# ${escaped(headline.sentence)}`,
    ...(name === undefined ? [] : [`Case: ${escaped(name)}`]),
    ...(rests === undefined ? [] : [escaped(rests)]),
    ...(readingDecides ? [escaped(readingHint)] : []),
    ...warnings.map((warning) => `> **Note:** ${escaped(warning)}`),
  ];
}

function why({ headline, grounds, reasons, alsoUnmet, met, open }: Report): readonly string[] {
  if (![grounds, reasons, alsoUnmet, met, open].some((part) => part.length > 0)) return [];
  const aside = headline.outcome === null ? [] : ["Not met, though it did not decide this:"];
  return [
    headline.outcome === null ? "## So far" : "## Why",
    ...list(grounds),
    ...reasons.map((reason) => clause(reason, true)),
    ...(alsoUnmet.length > 0 ? aside : []),
    ...alsoUnmet.map((reason) => clause(reason, false)),
    ...(met.length > 0 ? [`**Met:** ${met.join(", ")}`] : []),
    ...(open.length > 0 ? [`**Open:** ${open.map((one) => one.clause).join(", ")}`] : []),
  ];
}

function clause({ clause: id, title, summary, findings, sameAs }: ClauseReasons, inFull: boolean): string {
  const lines = [`**${id} ${escaped(title)}: not met**${inFull ? `  \n${escaped(summary)}` : ""}`, ""];
  for (const found of findings) lines.push(...finding(found, ""));
  if (sameAs.length > 0) lines.push(`- ${findings.length > 0 ? "Also as" : "As"} said under ${joined(sameAs, "and")}`);
  return lines.join("\n").trimEnd();
}

function finding(found: Finding, indent: string): readonly string[] {
  if (!isGroup(found)) return [`${indent}- ${escaped(sayFinding(found))}`];
  const heading = found.join === "all" ? "All of these:" : "One of these would do:";
  return [`${indent}- ${heading}`, ...found.of.flatMap((part) => finding(part, `${indent}  `))];
}

function missing({ missing: facts }: Report): readonly string[] {
  if (facts.length === 0) return [];
  const rows = facts.map(
    ({ question, knownBy, fact }) => `| ${escaped(question)} | ${escaped(knownBy)} | \`${fact}\` |`,
  );
  return [
    "## Missing, the most useful first",
    ["| Question | Who knows | Fact |", "| --- | --- | --- |", ...rows].join("\n"),
  ];
}

function wouldChange(remedies: readonly RemedyReport[]): readonly string[] {
  if (remedies.length === 0) return [];
  const lines = remedies.flatMap(({ sentence, changes }): readonly string[] => {
    const [only] = changes;
    const outcome = escaped(clauseOfSentence(sentence));
    if (changes.length === 1 && only) return [`- ${outcome} if ${escaped(sayIf(only))}.`];
    return [`- ${outcome} if all of this holds:`, ...changes.map((change) => `  - ${escaped(sayIf(change))}`)];
  });
  return ["## What would change it", lines.join("\n")];
}

function sensitivity({ sensitivity: tried }: Report): readonly string[] {
  if (tried === undefined) return [];
  const lines = [...tried.decisive, ...tried.others].flatMap(({ sentence, below }) => [
    `- ${escaped(sentence)}`,
    ...below.map((line) => `  - ${escaped(line)}`),
  ]);
  const { verdict, notes } = tried;
  return [
    "## Unclear sentences",
    ...(verdict === undefined ? [] : [escaped(verdict)]),
    ...(lines.length === 0 ? [] : [lines.join("\n")]),
    ...notes.map(escaped),
  ];
}

function dates({ overdue, ahead, late, undated }: DatesReport): readonly string[] {
  const rows = [
    ...overdue.map((duty) => row(duty, `**overdue**, ${duty.when}`)),
    ...ahead.map((duty) => row(duty, duty.open === undefined ? duty.when : `${duty.when}; ${duty.open}`)),
    ...late.map((duty) => row(duty, `done ${duty.done ?? "later"}, ${duty.when}`)),
  ];
  const table = ["| Date | When | Duty | Whose |", "| --- | --- | --- | --- |", ...rows].join("\n");
  const without = [...groupBy(undated, ({ bearer }) => bearer)].map(
    ([bearer, duties]) => `- ${escaped(capital(bearer))}: ${escaped(duties.map(({ duty }) => duty).join("; "))}`,
  );
  if (rows.length + without.length === 0) return [];
  return [
    "## Dates ahead",
    ...(rows.length > 0 ? [table] : ["None."]),
    ...(without.length > 0 ? ["Without a date:", without.join("\n")] : []),
  ];
}

function row({ due, duty, bearer, lasts }: DatedDuty, when: string): string {
  return `| ${due} | ${when.replaceAll("|", "\\|")} | ${escaped(duty)}${lasts ? " until then" : ""} | ${escaped(bearer)} |`;
}

function otherDecisions({ otherDecisions: all, missingElsewhere, grounds }: Report): readonly string[] {
  const decisions = all.filter(({ sentence }) => !grounds.includes(sentence));
  if (decisions.length === 0) return [];
  const sentences = decisions.map(({ sentence, outcome, title }) =>
    outcome === null ? `${title} ${sentence}` : sentence,
  );
  const also = missingElsewhere.map(({ label }) => label).join("; ");
  return ["## Also decided", ...list(sentences), ...(also === "" ? [] : [`Also needed for these: ${escaped(also)}.`])];
}

function list(sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [sentences.map((sentence) => `- ${escaped(sentence)}`).join("\n")];
}
