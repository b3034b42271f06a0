import type { ClauseStatus } from "../language/condition.ts";
import { joined } from "../language/expressions/expression.ts";
import type { Result } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { sayDecision, sayOutcome } from "./condition-words.ts";
import { clauseOfSentence, humanise, sentence } from "./names.ts";
import type { OtherReadings } from "./other-readings.ts";
import type { DecisionState, FromTo, ObligationState } from "./result-changes.ts";
import type { ReadingEffect, Sensitivity } from "./sensitivity.ts";

/** What hangs on how unclear sentences are read, in words. */
export interface SensitivityReport {
  /** That no reading decides the case, where none does. */
  readonly verdict?: string;
  /** The readings that decide the case: what it would come to with them, and which sentences of the source are unclear. */
  readonly decisive: readonly Listed[];
  /** The readings that change something beside the answer, and what. */
  readonly others: readonly Listed[];
  /** What else there is to say, each a sentence. */
  readonly notes: readonly string[];
}

/** A sentence with what belongs to it. */
export interface Listed {
  readonly sentence: string;
  readonly below: readonly string[];
}

/** What hangs on how unclear sentences are read, in words. */
export function sensitivityReport(sensitivity: Sensitivity, result: Result, model: RevisionModel): SensitivityReport {
  const { decisive, others, without, notTried, together } = sensitivity;
  const isOpen = model.headline.some((id) => result.decisions[id]?.outcome === null);
  const count = new Set([
    ...[...decisive, ...others].flatMap(({ readings }) => Object.keys(readings)),
    ...names(without),
  ]).size;
  const combined = together === count ? "in every combination" : `up to ${together} at a time`;
  const verdict = `No reading of an unclear sentence ${isOpen ? "settles" : "decides"} this case.`;
  return {
    ...(decisive.length > 0 ? {} : { verdict }),
    decisive: decisive.flatMap((effect) => decisiveReadings(effect, model)),
    others: others.map((effect) => ({
      sentence: `The answer is the same if ${joined(howRead(effect.readings), "and")}, but not this:`,
      below: changesIn(effect, model),
    })),
    notes: [
      ...(without.length === 0 ? [] : [`Nothing changes with ${joined(without, "or")}.`]),
      ...(count < 2 ? [] : [`Tried: ${count} interpretations read otherwise, alone and ${combined}.`]),
      ...(notTried.length === 0
        ? []
        : [`Not tried, because their other readings can't be switched on: ${names(notTried).join(", ")}.`]),
    ],
  };
}

/** The interpretations of some entries `id=alternative`, none twice. */
function names(entries: readonly string[]): readonly string[] {
  return [...new Set(entries.map((entry) => entry.split("=")[0] ?? entry))];
}

function decisiveReadings({ readings, decisions }: ReadingEffect, model: RevisionModel): readonly Listed[] {
  return model.headline.flatMap((id): readonly Listed[] => {
    const change = decisions[id];
    if (change === undefined) return [];
    const words = `${wouldBe(id, change, model)} if ${joined(howRead(readings), "and")}`;
    const [only, ...further] = Object.entries(readings).map((entry) => meaning(entry, model));
    const open = Object.keys(readings).map((other) => leftOpen(other, model));
    if (only === undefined) return [];
    return further.length === 0
      ? [{ sentence: `${words}: ${only}`, below: open }]
      : [{ sentence: `${words}.`, below: [only, ...further].map((says, at) => `${open[at]} ${says}`) }];
  });
}

/** What a decision would come to: "The plot is let", "It can't be told yet (let or refused)". */
function wouldBe(id: string, { from, to }: FromTo<DecisionState>, model: RevisionModel): string {
  const outcomes = model.decisions.get(id)?.outcomes ?? new Map<string, string>();
  if (to.outcome === null) {
    const open = [...outcomes.keys()].filter((outcome) => to.possible.includes(outcome));
    return `It can't be told yet (${joined(open.map(humanise), "or")})`;
  }
  const says = outcomes.get(to.outcome) ?? humanise(to.outcome);
  return from.outcome === null ? `${clauseOfSentence(says)}, whatever is missing,` : clauseOfSentence(says);
}

function howRead(readings: OtherReadings): readonly string[] {
  return Object.entries(readings).map(
    ([id, alternative]) => `${id} is read as ${alternative === null ? "the register has it" : `“${alternative}”`}`,
  );
}

function meaning([id, alternative]: readonly [string, string | null], model: RevisionModel): string {
  const entry = model.interpretations.get(id);
  return sentence(entry?.alternatives.find((one) => one.id === alternative)?.says ?? entry?.reading ?? "");
}

/** Which clauses leave what open. */
function leftOpen(id: string, model: RevisionModel): string {
  const clauses = [...model.clauses.values()].filter(({ interpretations }) => interpretations.includes(id));
  const numbers = joined(
    clauses.map((clause) => clause.id),
    "and",
  );
  const many = clauses.length > 1 ? `Clauses ${numbers} leave` : `Clause ${numbers} leaves`;
  const question = model.interpretations.get(id)?.question ?? id;
  return `${clauses.length === 0 ? "The procedure leaves" : many} open: ${question}`;
}

/** Everything that readings change, one line each. */
function changesIn({ decisions, clauses, obligations }: ReadingEffect, model: RevisionModel): readonly string[] {
  return [
    ...Object.entries(decisions).map(
      ([id, { from, to }]) => `${sentence(sayDecision(id)).slice(0, -1)}: ${outcomes(to)} instead of ${outcomes(from)}`,
    ),
    ...Object.entries(clauses).map(([id, { from, to }]) => `Clause ${id}: ${status(to)} instead of ${status(from)}`),
    ...Object.entries(obligations).map(([id, change]) => {
      const duty = clauseOfSentence(model.obligations.get(id)?.entry.duty ?? humanise(id));
      return `${duty}: ${dutyChange(change)}`;
    }),
  ];
}

function outcomes({ outcome, possible }: DecisionState): string {
  return outcome === null ? `open between ${joined(possible.map(sayOutcome), "and")}` : sayOutcome(outcome);
}

function status(of: ClauseStatus): string {
  return of === "unmet" ? "not met" : humanise(of);
}

function dutyChange({ from, to }: FromTo<ObligationState>): string {
  const due =
    from.due === to.due ? [] : [`due ${to.due ?? "on no known day"} instead of ${from.due ?? "on no known day"}`];
  return [
    ...due,
    ...(from.status === to.status ? [] : [`${humanise(to.status)} instead of ${humanise(from.status)}`]),
  ].join(", ");
}
