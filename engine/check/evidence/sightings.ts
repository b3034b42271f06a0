import { CalendarRangeError } from "../../calendar/day.ts";
import type { Pair, Run, TrialCase } from "../../cases/pair.ts";
import { statusBits } from "../../evaluate/frame.ts";
import type { Truth } from "../../language/truth.ts";
import { conditionsIn, type PlacedCondition } from "../../procedure/conditions.ts";
import type { Condition, RevisionModel } from "../../procedure/model.ts";
import type { Goal } from "./goals.ts";
import { type Alternatives, alternativesOf } from "./otherwise.ts";
import { Probe, type RowTruths } from "./probe.ts";
import { notePairs, Table } from "./table.ts";

/** What a case that was run is good for. */
export interface Worth {
  /** Whether it showed something for the first time. */
  readonly isNew: boolean;
  /** How many contradictions it has; a case with any is not valid. */
  readonly contradictions: number;
}

/** What was seen of a decision. */
export interface DecisionSightings {
  /** Row by row: the cases in which it decides. */
  readonly deciding: Map<number, TrialCase>;
  /** The row that decides, and a later one that holds as well. */
  readonly hiding: Table;
  /** The answers that rows leave unnamed. */
  readonly alternatives: readonly Alternatives[];
  /** The unnamed answers, by the place of what gives them and their own, in cases that the last row decides. */
  readonly left: Table;
}

/** What complete valid cases of one revision showed, each thing with the first case that showed it. */
export class Sightings {
  readonly model: RevisionModel;
  /** Conditions that came out true, and those that came out false. */
  readonly isTrue = new Map<Condition, TrialCase>();
  readonly isFalse = new Map<Condition, TrialCase>();
  readonly decisions: ReadonlyMap<string, DecisionSightings>;
  /** The clauses with a demand, and pairs of them, by their places: in which cases both apply, and both are met. */
  readonly demanding: readonly string[];
  readonly bothApply = new Table();
  readonly bothMet = new Table();
  /** The duties that apply and are due on no day although they have a formula for it. */
  readonly neverDue = new Map<string, TrialCase>();
  readonly #pair: Pair;
  readonly #runs = new WeakMap<TrialCase, Run>();
  readonly #probes = new Map<string, Probe>();
  #own: readonly PlacedCondition[];
  #ofContradictions: readonly PlacedCondition[];

  constructor(pair: Pair) {
    this.#pair = pair;
    [this.model] = pair.models;
    const conditions = conditionsIn(this.model);
    this.#own = conditions.filter(({ owner }) => owner.kind !== "contradiction");
    this.#ofContradictions = conditions.filter(({ owner }) => owner.kind === "contradiction");
    this.demanding = [...this.model.clauses.values()].flatMap(({ id, requires }) => (requires ? [id] : []));
    this.decisions = new Map(
      [...this.model.decisions.values()].map((decision) => {
        const alternatives = alternativesOf(decision, this.model);
        return [decision.id, { deciding: new Map(), hiding: new Table(), alternatives, left: new Table() }];
      }),
    );
  }

  /** The conditions that were not seen to come out both ways. */
  get open(): readonly PlacedCondition[] {
    return [...this.#own, ...this.#ofContradictions].filter(({ condition }) => this.#isOpen(condition));
  }

  /** The clauses, by their places, that were seen to apply and not to be met. */
  get openClauses(): readonly number[] {
    const places = [...this.demanding.keys()];
    return places.filter((at) => this.bothApply.at(at, at) !== undefined && this.bothMet.at(at, at) === undefined);
  }

  /** The pairs of clauses that were seen to apply together and to be met, each by itself, and not to be met together. */
  get openPairs(): readonly (readonly [number, number])[] {
    // A clause that is met in no case forbids something, and contradicts no other by that.
    const places = [...this.demanding.keys()].filter((at) => this.bothMet.at(at, at) !== undefined);
    return places.flatMap((at) =>
      places
        .filter((other) => other > at && this.bothApply.at(at, other) !== undefined)
        .filter((other) => this.bothMet.at(at, other) === undefined)
        .map((other) => [at, other] as const),
    );
  }

  /** How far a case is from a goal; without end where it can't be run. */
  distance(goal: Goal, trial: TrialCase): number {
    const run = this.#start(trial);
    try {
      return goal.distance(this.#probe(run, trial))(run.frame);
    } catch (error) {
      if (error instanceof CalendarRangeError) return Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  /** Runs a case with values that the facts allow. One with a contradiction shows something of contradictions alone. */
  run(trial: TrialCase): Worth {
    const run = this.#start(trial);
    try {
      const probe = this.#probe(run, trial);
      const contradictions = run.program.contradictions.filter(({ test }) => test(run.frame) === true).length;
      const ofContradictions = this.#watch(probe, "contradictions", run, trial);
      if (contradictions > 0) return { isNew: ofContradictions, contradictions };
      const found = [
        ofContradictions,
        this.#watch(probe, "own", run, trial),
        this.#decide(probe, run, trial),
        this.#judge(run, trial),
        this.#due(probe, run, trial),
      ];
      return { isNew: found.includes(true), contradictions };
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      return { isNew: false, contradictions: Number.POSITIVE_INFINITY };
    }
  }

  /** What the rows of a decision come to in a case under way. */
  rowsOf(decision: string, run: Run, trial: TrialCase): RowTruths | undefined {
    return this.#probe(run, trial).rowsOf(decision, run.frame);
  }

  /** What is worked out of a case is kept as long as the case is, for it is measured again and again. */
  #start(trial: TrialCase): Run {
    const known = this.#runs.get(trial);
    if (known !== undefined) return known;
    const [run] = this.#pair.start(trial);
    this.#runs.set(trial, run);
    return run;
  }

  #probe({ program }: Run, { readings }: TrialCase): Probe {
    const key = JSON.stringify(Object.entries(readings).sort());
    const known = this.#probes.get(key);
    if (known !== undefined) return known;
    const probe = new Probe(program, { own: this.#own, contradictions: this.#ofContradictions });
    this.#probes.set(key, probe);
    return probe;
  }

  #watch(probe: Probe, what: "own" | "contradictions", { frame }: Run, trial: TrialCase): boolean {
    let isNew = false;
    probe[what].run(frame, ({ condition }: PlacedCondition, truth: Truth) => {
      const seen = truth === true ? this.isTrue : this.isFalse;
      if (truth === undefined || seen.has(condition)) return;
      seen.set(condition, trial);
      isNew = true;
    });
    if (!isNew) return false;
    if (what === "own") this.#own = this.#own.filter(({ condition }) => this.#isOpen(condition));
    else this.#ofContradictions = this.#ofContradictions.filter(({ condition }) => this.#isOpen(condition));
    for (const other of this.#probes.values()) other[what].keep(({ condition }) => this.#isOpen(condition));
    return true;
  }

  #isOpen(condition: Condition): boolean {
    return !this.isTrue.has(condition) || !this.isFalse.has(condition);
  }

  #decide(probe: Probe, run: Run, trial: TrialCase): boolean {
    let isNew = false;
    for (const truths of probe.rows(run.frame)) {
      const seen = this.decisions.get(truths.decision);
      if (seen === undefined) continue;
      if (!seen.deciding.has(truths.deciding)) {
        seen.deciding.set(truths.deciding, trial);
        isNew = true;
      }
      for (const later of truths.alsoHolding) isNew = seen.hiding.note(truths.deciding, later, trial) || isNew;
      if (truths.isLast) isNew = this.#leave(seen, run, trial) || isNew;
    }
    return isNew;
  }

  #leave({ alternatives, left }: DecisionSightings, run: Run, trial: TrialCase): boolean {
    let isNew = false;
    for (const [at, { of, id, unnamed }] of alternatives.entries()) {
      const answer = of === "decision" ? decided(run, id) : run.frame.facts[run.program.names.factSlots.get(id) ?? -1];
      const place = unnamed.indexOf(String(answer));
      if (place !== -1) isNew = left.note(at, place, trial) || isNew;
    }
    return isNew;
  }

  #judge({ program, frame }: Run, trial: TrialCase): boolean {
    const applying: number[] = [];
    const met: number[] = [];
    for (const [at, id] of this.demanding.entries()) {
      const statuses = program.clauses.get(id)?.statuses(frame);
      if (statuses === statusBits.met || statuses === statusBits.unmet) applying.push(at);
      if (statuses === statusBits.met) met.push(at);
    }
    return [notePairs(this.bothApply, applying, trial), notePairs(this.bothMet, met, trial)].includes(true);
  }

  #due(probe: Probe, { program, frame }: Run, trial: TrialCase): boolean {
    let isNew = false;
    for (const id of probe.dated) {
      if (this.neverDue.has(id)) continue;
      const state = program.obligations.get(id)?.run(frame);
      if (state === undefined || state.status === "not_applicable" || state.due !== null) continue;
      this.neverDue.set(id, trial);
      isNew = true;
    }
    return isNew;
  }
}

function decided({ program, frame }: Run, id: string): string | undefined {
  return program.decisions.get(id)?.possible(frame)[0];
}
