import { parseDay } from "../../calendar/day.ts";
import type { Evaluation } from "../../evaluate/procedure.ts";
import { distance } from "../../explain/dates.ts";
import { factsIn } from "../../explain/facts-in.ts";
import { missingFacts } from "../../explain/missing.ts";
import { capital, clauseOfSentence, humanise } from "../../explain/names.ts";
import type { Probe } from "../../explain/probe.ts";
import { sayFound, sayWorked } from "../../explain/worked.ts";
import type { ObligationResult, ObligationStatus } from "../../language/result.ts";
import type { Obligation, Value } from "../../procedure/model.ts";
import { visible } from "../../source/visible.ts";

/** What stands before a duty that is not simply to be done. */
const marks: Readonly<Record<ObligationStatus, string>> = {
  fulfilled: "Done: ",
  fulfilled_late: "Done late: ",
  pending: "",
  overdue: "OVERDUE: ",
  not_applicable: "",
  undetermined: "Open: ",
};

/** The line that a calendar shows. */
export function summaryOf({ entry, keepUntil }: Obligation, { status }: ObligationResult): string {
  const until = keepUntil === undefined ? "" : " (until this day)";
  return `${marks[status]}${capital(onOneLine(clauseOfSentence(entry.duty)))}${until}`;
}

/** What the duty rests on, how its day was worked out and how it stands; lines joined by line feeds. */
export function descriptionOf(
  obligation: Obligation,
  state: ObligationResult,
  { result, program: { model } }: Evaluation,
  probe: Probe,
  caseName: string,
): string {
  const clause = model.clauses.get(obligation.clause);
  const missing = missingFacts(state.missing, model);
  const lines = [
    `Clause ${obligation.clause}: ${clause?.title ?? ""}`,
    clause?.summary ?? "",
    `Who: ${model.parties.get(state.bearer) ?? state.bearer}`,
    `${obligation.keepUntil === undefined ? "Last day" : "Until"}: ${state.due}${workedOut(obligation, probe)}`,
    `As of ${result.asOf}: ${humanise(state.status)}${sayDistance(state, result.asOf)}`,
    ...(missing.length === 0 ? [] : [`Still to be known: ${missing.map(({ label }) => label).join("; ")}`]),
    `Case: ${visible(caseName)}`,
    `Decided by: ${model.title}, revision ${result.revision}`,
  ];
  return lines.map(onOneLine).join("\n");
}

/** The day of a duty as the rules work it out, if it has one. */
export function limitOf({ keepUntil, due }: Obligation): Value | undefined {
  return keepUntil ?? due;
}

/** A text on one line. */
export function onOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

/** How the day came about: its formula, as far as one line can say it, and the facts in it. */
function workedOut(obligation: Obligation, probe: Probe): string {
  const value = limitOf(obligation);
  if (value === undefined) return "";
  const { scope } = probe;
  const from = factsIn(value, { probe, scope, element: undefined }).flatMap((id) => {
    const fact = scope.model.facts.get(id);
    if (fact === undefined || fact.type.kind === "list") return [];
    return [`${fact.entry.label}: ${sayFound({ kind: "fact", type: fact.type, id }, probe, scope)}`];
  });
  return `, ${sayWorked(value, probe, scope)}${from.length === 0 ? "" : ` (${from.join("; ")})`}`;
}

function sayDistance({ status, due }: ObligationResult, asOf: string): string {
  if (status !== "pending" && status !== "overdue") return "";
  const day = parseDay(due ?? "");
  const today = parseDay(asOf);
  return typeof day === "number" && typeof today === "number" ? `, ${distance(day, today)}` : "";
}
