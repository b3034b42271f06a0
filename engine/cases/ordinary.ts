import { addDays } from "../calendar/arithmetic.ts";
import { CalendarRangeError, type Day } from "../calendar/day.ts";
import type { CompiledCondition } from "../evaluate/compile/compiled.ts";
import { compileCondition } from "../evaluate/compile/condition.ts";
import type { Program } from "../evaluate/program.ts";
import type { Operand } from "../language/known.ts";
import { clauseStatusOf, obligationOf, outcomeOf } from "./observe.ts";
import type { Pair, Run, SharedFact, TrialCase } from "./pair.ts";
import { plainCase } from "./plain.ts";
import type { Pool } from "./pool.ts";

/** A search that finds nothing better any more stops by itself; this ends one that goes round in circles. */
const mostRounds = 12;
/** A choice with more options than these does not say what kind of case it is. */
const mostKinds = 4;
/** How long after a revision takes effect its ordinary cases are looked at, in days: not on its very edge. */
const settledAfter = 164;

/**
 * Ordinary cases, in which all goes well: complete, valid on both sides, with the best outcome that could be found for
 * each headline decision in turn and for each option of the choices that tell kinds of cases apart. They are what
 * witnesses are kept close to.
 *
 * @param from the day on which the newer side takes effect
 */
export function ordinaryCases(pair: Pair, pool: Pool, from: Day): readonly TrialCase[] {
  const start = plainCase(pair, addDays(from, settledAfter));
  const [, head] = pair.models;
  const found = new Map<string, TrialCase>();
  for (const headline of head.headline) {
    const judge = new Judge(pair, headline);
    const keep = (trial: TrialCase): void => {
      if (!judge.isGood(trial) || pair.startValid(trial) === undefined) return;
      const plain = simplified(trial, start, judge);
      found.set(JSON.stringify(plain), plain);
    };
    const best = climb(start, judge, pool, pair, undefined);
    // What goes well for one headline is a good start towards a kind of case for the next.
    const seeds = [best, ...found.values()];
    keep(best);
    for (const seed of seeds) {
      for (const [at, fact] of pair.facts.entries()) {
        for (const option of kindsOf(fact)) {
          const pinned = { ...seed, values: seed.values.with(at, option) };
          // What goes well with this one fact changed is no other kind of case.
          if (option !== seed.values[at] && !judge.isGood(pinned)) keep(climb(pinned, judge, pool, pair, at));
        }
      }
    }
  }
  return [...found.values()];
}

/** The case with as many of its facts as plain as they were at the start as leave it no worse. */
function simplified(trial: TrialCase, start: TrialCase, judge: Judge): TrialCase {
  let plain = trial;
  for (const at of trial.values.keys()) {
    const simpler = { ...plain, values: plain.values.with(at, start.values[at]) };
    if (judge.fails(simpler) <= judge.fails(plain)) plain = simpler;
  }
  return plain;
}

/** The options that tell kinds of cases apart. */
function kindsOf({ entry }: SharedFact): readonly Operand[] {
  if (entry.type !== "choice") return [];
  const options = Object.keys(entry.options);
  return options.length <= mostKinds ? options : [];
}

/** Changes one fact after the other to the value that makes the case go best, until none does; one fact stays. */
function climb(start: TrialCase, judge: Judge, pool: Pool, pair: Pair, pinned: number | undefined): TrialCase {
  let best = start;
  let score = judge.score(best);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = score;
    const days = pool.days(best);
    for (const [at, fact] of pair.facts.entries()) {
      if (at === pinned) continue;
      for (const value of pool.values(fact, at, best, days)) {
        const trial = { ...best, values: best.values.with(at, value) };
        const reached = judge.score(trial);
        if (reached <= score) continue;
        best = trial;
        score = reached;
      }
    }
    if (score === before) return best;
  }
  return best;
}

/** Says how well a case goes for the applicant, on the newer side. */
class Judge {
  readonly #pair: Pair;
  readonly #headline: string;
  readonly #parts = new Map<Program, Map<string, readonly CompiledCondition[]>>();

  constructor(pair: Pair, headline: string) {
    this.#pair = pair;
    this.#headline = headline;
  }

  /** Higher is better: first what must not be, then what is kept, which leads on where no outcome does yet. */
  score(trial: TrialCase): number {
    const run = this.#pair.start(trial)[1];
    const met = () => [...run.program.model.clauses.keys()].filter((id) => clauseStatusOf(run, id) === "met").length;
    return inCalendar(() => met() - this.#failsOn(run), Number.NEGATIVE_INFINITY);
  }

  /** How much goes wrong: contradictions, the headline and other decisions short of their best, clauses and duties not kept. */
  fails(trial: TrialCase): number {
    const run = this.#pair.start(trial)[1];
    return inCalendar(() => this.#failsOn(run), Number.POSITIVE_INFINITY);
  }

  /** Whether the headline decision has its best outcome. */
  isGood(trial: TrialCase): boolean {
    const run = this.#pair.start(trial)[1];
    return inCalendar(() => rankOf(run, this.#headline) === 0, false);
  }

  /** How many parts of a demand for several things at once are not kept: each one that is leads on to the next. */
  #partsUnmet({ program, frame }: Run, id: string): number {
    const { requires } = program.model.clauses.get(id) ?? {};
    if (requires?.kind !== "all") return 1;
    const parts = memo(this.#parts, program, () => new Map<string, readonly CompiledCondition[]>());
    const compiled = memo(parts, id, () => requires.of.map((part) => compileCondition(part, program.names)));
    return compiled.filter(({ test }) => test(frame) !== true).length;
  }

  #failsOn(run: Run): number {
    const { model, contradictions } = run.program;
    let fails = 1_000 * rankOf(run, this.#headline);
    for (const { test } of contradictions) if (test(run.frame) === true) fails += 100_000;
    for (const id of model.decisions.keys()) fails += 20 * rankOf(run, id);
    for (const id of model.clauses.keys()) {
      if (clauseStatusOf(run, id) === "unmet") fails += 10 + this.#partsUnmet(run, id);
    }
    for (const id of model.obligations.keys()) {
      const { status } = obligationOf(run, id);
      if (status === "overdue" || status === "fulfilled_late") fails += 5;
    }
    return fails;
  }
}

/** What is worked out, or something else where a date leaves the calendar on the way. */
function inCalendar<Thing>(work: () => Thing, otherwise: Thing): Thing {
  try {
    return work();
  } catch (error) {
    if (error instanceof CalendarRangeError) return otherwise;
    throw error;
  }
}

function memo<Key, Thing>(made: Map<Key, Thing>, key: Key, make: () => Thing): Thing {
  const known = made.get(key);
  if (known !== undefined) return known;
  const thing = make();
  made.set(key, thing);
  return thing;
}

/** The place of a decision's outcome in its order, 0 for the best. */
function rankOf(run: Run, id: string): number {
  const outcomes = [...(run.program.model.decisions.get(id)?.outcomes.keys() ?? [])];
  const rank = outcomes.indexOf(outcomeOf(run, id));
  return rank === -1 ? outcomes.length : rank;
}
