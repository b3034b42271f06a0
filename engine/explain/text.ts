import { joined } from "../language/expressions/expression.ts";
import { type Paint, PLAIN } from "../source/render.ts";
import type { DatedDuty, DatesReport } from "./dates.ts";
import { type Finding, isGroup, sayFinding } from "./findings.ts";
import { groupBy } from "./group.ts";
import type { MissingFact } from "./missing.ts";
import { clauseOfSentence } from "./names.ts";
import type { ClauseReasons } from "./reasons.ts";
import type { RemedyReport, Report } from "./report.ts";
import type { SensitivityReport } from "./sensitivity-report.ts";
import { provenanceLines, readingHint, readingsLines, restsOn, sayIf } from "./sentences.ts";
import { wrap } from "./wrap.ts";

/** How a report is written as text. */
export interface TextOptions {
  /** Columns; 80 where left out. Only a word longer than that makes a longer line. */
  readonly width?: number;
  /** Colours; none where left out. They add nothing that the words do not say. */
  readonly paint?: Paint;
}

/** A list of facts longer than this is shortened to who knows what. */
const fullQuestions = 6;
/** More open clauses than this are only counted. */
const fewClauses = 12;
/** An open decision with more outcomes than this is only called open. */
const fewOutcomes = 3;

/** A report as text: what was decided, why, what is missing or would change it, and the dates ahead. */
export function reportText(report: Report, options: TextOptions = {}): string {
  const writer = new TextWriter(options.width ?? 80, options.paint ?? PLAIN);
  writer.headline(report);
  writer.why(report);
  writer.missing(report.missing);
  writer.wouldChange(report.wouldChange);
  if (report.sensitivity) writer.sensitivity(report.sensitivity);
  writer.dates(report.dates);
  writer.otherDecisions(report);
  writer.closing(report);
  return `${writer.lines.join("\n")}\n`;
}

class TextWriter {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;

  constructor(width: number, paint: Paint) {
    this.#width = width;
    this.#paint = paint;
  }

  headline({ headline, reasons, readingDecides, warnings, missing }: Report): void {
    this.#put(headline.sentence, "", this.#paint.message);
    const [first] = missing;
    if (first) this.#put(`${missing.length === 1 ? "Needed" : "Needed first"}: ${first.label}.`);
    const rests = restsOn(reasons);
    if (rests !== undefined) this.#put(rests);
    if (readingDecides) this.#put(readingHint);
    for (const warning of warnings) this.#put(warning, "! Note: ", this.#paint.warning);
  }

  why(report: Report): void {
    const { headline, grounds, reasons, alsoUnmet, met, open } = report;
    if (![grounds, reasons, alsoUnmet, met, open].some((part) => part.length > 0)) return;
    this.#heading(headline.outcome === null ? "So far" : "Why");
    for (const ground of grounds) this.#put(ground, "  - ");
    for (const reason of reasons) this.#clause(reason, true);
    const others = alsoUnmet.filter(({ findings, sameAs }) => findings.length > 0 || sameAs.length === 0);
    const again = alsoUnmet.filter((reason) => !others.includes(reason)).map(({ clause }) => clause);
    if (others.length > 0) {
      if (headline.outcome !== null) this.#put("Not met, though it did not decide this:", "  ");
      for (const reason of others) this.#clause(reason, false);
    }
    if (again.length > 0) this.#put(again.join(", "), "  Not met for the same reasons: ", undefined, 4);
    if (met.length > 0) this.#put(met.join(", "), "  Met: ");
    if (open.length > 0) {
      const shown = open.length > fewClauses ? `${open.length} clauses` : open.map(({ clause }) => clause).join(", ");
      this.#put(shown, "  Open: ");
    }
  }

  missing(missing: readonly MissingFact[]): void {
    if (missing.length === 0) return;
    this.#heading(missing.length === 1 ? "Missing" : `Missing: ${missing.length} facts, the most useful first`);
    const inFull = missing.length <= fullQuestions + 2 ? missing : missing.slice(0, fullQuestions);
    for (const { question, knownBy } of inFull) this.#put(`${question} [${knownBy}]`, "  - ");
    const others = missing.slice(inFull.length);
    for (const [knownBy, facts] of groupBy(others, ({ knownBy }) => knownBy)) {
      this.#put(facts.map(({ label }) => label).join("; "), `  - then, from ${knownBy}: `, undefined, 4);
    }
  }

  wouldChange(remedies: readonly RemedyReport[]): void {
    if (remedies.length === 0) return;
    this.#heading("What would change it");
    for (const { sentence, changes } of remedies) {
      const [only] = changes;
      if (changes.length === 1 && only) this.#put(`${clauseOfSentence(sentence)} if ${sayIf(only)}.`, "  - ");
      else {
        this.#put(`${clauseOfSentence(sentence)} if all of this holds:`, "  - ");
        for (const change of changes) this.#put(sayIf(change), "      - ");
      }
    }
  }

  sensitivity({ verdict, decisive, others, notes }: SensitivityReport): void {
    this.#heading("Unclear sentences");
    if (verdict !== undefined) this.#put(verdict, "  ");
    for (const { sentence, below } of decisive) {
      this.#put(sentence, "  - ");
      for (const question of below) this.#put(question, "      ");
    }
    for (const { sentence, below } of others) {
      this.#put(sentence, "  - ");
      for (const change of below) this.#put(change, "      - ");
    }
    for (const note of notes) this.#put(note, "  ");
  }

  dates({ overdue, ahead, late, undated }: DatesReport): void {
    if (overdue.length + ahead.length + late.length + undated.length === 0) return;
    this.#heading("Dates ahead");
    const rows = [...overdue, ...ahead].map((duty) => [duty.due, duty.when, duty] as const);
    const widest = Math.max(0, ...rows.map(([, when]) => when.length));
    for (const [due, when, duty] of rows) {
      const first = `  ${due}  ${when.padEnd(widest)}  `;
      const mark = overdue.includes(duty) ? "OVERDUE: " : "";
      this.#put(`${mark}${sayDuty(duty)}`, first, mark === "" ? undefined : this.#paint.error);
    }
    if (rows.length === 0) this.#put("None.", "  ");
    for (const duty of late) {
      this.#put(
        `${sayDuty(duty)}: due ${duty.due}, done ${duty.done ?? "later"}, ${duty.when}`,
        "  Done late: ",
        undefined,
        4,
      );
    }
    for (const [bearer, duties] of groupBy(undated, ({ bearer }) => bearer)) {
      this.#put(duties.map(({ duty }) => duty).join("; "), `  Without a date, ${bearer}: `, undefined, 4);
    }
  }

  otherDecisions({ otherDecisions, missingElsewhere, grounds }: Report): void {
    // What was already said under "Why" is not said twice.
    const others = otherDecisions.filter(({ sentence }) => !grounds.includes(sentence));
    if (others.length === 0) return;
    this.#heading("Also decided");
    for (const { sentence, outcome, title, possible } of others) {
      const open = possible.length > fewOutcomes ? "Cannot tell yet." : sentence;
      this.#put(outcome === null ? `${title} ${open}` : sentence, "  - ");
    }
    if (missingElsewhere.length > 0) {
      this.#put(`${missingElsewhere.map(({ label }) => label).join("; ")}.`, "  Also needed for these: ", undefined, 4);
    }
  }

  closing(report: Report): void {
    this.lines.push("");
    for (const line of readingsLines(report)) this.#put(line, "", this.#paint.frame);
    for (const line of provenanceLines(report.provenance)) this.#put(line, "", this.#paint.frame);
  }

  #clause({ clause, title, summary, findings, sameAs }: ClauseReasons, inFull: boolean): void {
    this.#put(`${title}: NOT MET`, `  ${clause}  `, this.#paint.error);
    if (inFull) this.#put(summary, "      ");
    for (const finding of findings) this.#finding(finding, 6);
    if (sameAs.length > 0) {
      const also = findings.length > 0 ? "Also as" : "As";
      this.#put(`${also} said under ${joined(sameAs, "and")}`, "      - ");
    }
  }

  #finding(finding: Finding, indent: number): void {
    const bullet = `${" ".repeat(indent)}- `;
    if (!isGroup(finding)) {
      this.#put(sayFinding(finding), bullet);
      return;
    }
    this.#put(finding.join === "all" ? "All of these:" : "One of these would do:", bullet);
    for (const part of finding.of) this.#finding(part, indent + 4);
  }

  #heading(text: string): void {
    this.lines.push("", this.#paint.message(text));
  }

  /** Puts a paragraph; `hanging` is the indentation of its further lines, where that is not the width of the first. */
  #put(text: string, first = "", paint?: (text: string) => string, hanging?: number): void {
    const lines =
      hanging === undefined
        ? wrap(text, this.#width, first)
        : wrap(`${first.trimStart()}${text}`, this.#width - hanging + 2, "  ").map((line, at) =>
            at === 0 ? line : " ".repeat(hanging - 2) + line,
          );
    this.lines.push(...(paint === undefined ? lines : lines.map((line) => painted(line, paint))));
  }
}

/** The indentation stays unpainted, so that a terminal does not underline or colour it. */
function painted(line: string, paint: (text: string) => string): string {
  const indent = line.length - line.trimStart().length;
  return line.slice(0, indent) + paint(line.slice(indent));
}

function sayDuty({ duty, bearer, lasts, open }: DatedDuty): string {
  const until = lasts ? " until then" : "";
  return `${duty}${until} (${bearer})${open === undefined ? "" : ` — ${open}`}`;
}
