import { amountsIn } from "../cases/amounts.ts";
import { boundsFor, newest } from "../cases/bounds.ts";
import { ordinaryCases } from "../cases/ordinary.ts";
import { Pair, type TrialCase } from "../cases/pair.ts";
import { Pool } from "../cases/pool.ts";
import { shrink } from "../cases/shrink.ts";
import type { Years } from "../language/smt/date.ts";
import { and, type Term } from "../language/smt/term.ts";
import { Prover, type Verdict } from "../prove/prover.ts";
import { Search, type Target } from "./cases/search.ts";
import { causesOf, effect, type Findings } from "./effect.ts";
import { inputEffect } from "./input.ts";
import { type ClausePart, clauseParts, type DecisionPart, decisionParts, formerNumbers } from "./parts.ts";
import { anyDifference, clauseQuestions, decisionQuestions, type Questions, sidesOf } from "./proof/questions.ts";
import { sweep } from "./proof/sweep.ts";
import { Replay } from "./replay.ts";
import type { Behaviour, Effect, Finding, StructureChange } from "./report.ts";
import { scopeOf } from "./scope.ts";
import type { DiffSide } from "./side.ts";
import { type Writing, witnessOf } from "./witness.ts";

/** How a comparison of behaviour is made. */
export interface BehaviourOptions {
  /** The years in which the dates of the cases lie; ten around the two revisions, where left out. */
  readonly years?: Years;
  /** Told what is being done, for someone who waits. */
  readonly progress?: (message: string) => void;
}

/** Random cases that are run besides those around ordinary ones. */
const randomCases = 3_000;
/** Random cases that are run where the solver gave up, before the answer is that nothing is known. */
const furtherCases = 20_000;

/**
 * What the differences between two revisions do to cases.
 *
 * Nothing is said to have no effect unless that is proved: the formulas come out as the same text, or the solver finds
 * a difference impossible in every case within the bounds. What differs is shown by a case that was run through the
 * evaluator on both sides.
 *
 * @param structure what is written differently, as `structureOf` gives it
 */
export async function behaviourOf(
  base: DiffSide,
  head: DiffSide,
  structure: readonly StructureChange[],
  options: BehaviourOptions = {},
): Promise<Behaviour> {
  const comparison = new Comparison(base, head, structure, options);
  try {
    return await comparison.run();
  } finally {
    comparison.end();
  }
}

const directions = ["worse", "better", "otherwise"] as const;

function isDirected({ worse, better }: Effect): boolean {
  return worse.kind === "found" || better.kind === "found";
}

function ruledOut(by: "identity" | "solver"): Findings {
  const finding: Finding = { kind: "ruled-out", by };
  return { worse: finding, better: finding, otherwise: finding };
}

/** One comparison under way. */
class Comparison {
  readonly #options: BehaviourOptions;
  readonly #structure: readonly StructureChange[];
  readonly #former: ReadonlyMap<string, string | undefined>;
  readonly #bounds: ReturnType<typeof boundsFor>;
  readonly #prover: Prover;
  readonly #pair: Pair;
  readonly #pool: Pool;
  readonly #decisions: readonly DecisionPart[];
  readonly #clauses: readonly ClausePart[];
  /** The subjects whose formulas are not the same text on both sides. */
  readonly #open: ReadonlySet<DecisionPart | ClausePart>;
  readonly #search: Search;
  readonly #writing: Writing;
  #ordinary: readonly TrialCase[] | undefined;

  constructor(base: DiffSide, head: DiffSide, structure: readonly StructureChange[], options: BehaviourOptions) {
    const models = [base.model, head.model] as const;
    this.#options = options;
    this.#structure = structure;
    this.#former = formerNumbers(structure);
    this.#bounds = boundsFor(models, options.years);
    this.#prover = new Prover(models, this.#bounds);
    this.#pair = new Pair(...models);
    this.#pool = new Pool(this.#pair, amountsIn(models), this.#bounds.years);
    const [before, after] = sidesOf(this.#prover.universe);
    const clauses = clauseParts(...models, structure);
    const differing = new Set(clauses.filter((part) => anyDifference(part, before, after) !== "false"));
    this.#decisions = decisionParts(...models);
    this.#clauses = clauses.filter((part) => differing.has(part) || this.#isWrittenDifferently(part));
    const decisions = this.#decisions.filter(({ id }) => before.decision(id) !== after.decision(id));
    this.#open = new Set([...decisions, ...differing]);
    const subjects = { decisions: this.#decisions, clauses: this.#clauses };
    this.#search = new Search(this.#pair, subjects);
    this.#writing = { pair: this.#pair, replay: new Replay(models), ...subjects, structure };
  }

  async run(): Promise<Behaviour> {
    const looking = { ...this.#writing, prover: this.#prover, ordinary: () => this.#ordinaryCases() };
    const input = await inputEffect(looking);
    if (this.#open.size > 0) await this.#look();
    const { universe } = this.#prover;
    const questions = this.#decisions.map((part) => decisionQuestions(part, universe));
    const decisions: Effect[] = [];
    for (const [at, part] of this.#decisions.entries()) {
      decisions.push(await this.#effectOn(part, questions[at] ?? decisionQuestions(part, universe)));
    }
    const clauses: Effect[] = [];
    for (const part of this.#clauses) {
      const found = await this.#effectOn(part, clauseQuestions(part, universe, questions));
      if (this.#isWrittenDifferently(part) || isDirected(found)) clauses.push(found);
    }
    return { decisions, clauses, input, scope: scopeOf(this.#bounds, universe.unlikeFacts, this.#pair.tried) };
  }

  end(): void {
    this.#prover.end();
  }

  /** Runs cases around ordinary ones, and proves what can be proved from the ground up. */
  async #look(): Promise<void> {
    this.#options.progress?.("running cases on both sides");
    this.#search.aroundOrdinary(this.#ordinaryCases(), this.#pool);
    this.#search.atRandom(this.#ordinaryCases(), this.#pool, randomCases);
    this.#options.progress?.("proving what stays the same");
    await sweep(this.#prover, this.#former, (name) => this.#search.differs(name));
  }

  #ordinaryCases(): readonly TrialCase[] {
    this.#ordinary ??= ordinaryCases(this.#pair, this.#pool, newest(this.#pair.models));
    return this.#ordinary;
  }

  #isWrittenDifferently({ id }: ClausePart): boolean {
    return this.#structure.some((change) => change.subject === "clause" && change.id === id);
  }

  async #effectOn(part: DecisionPart | ClausePart, questions: Questions): Promise<Effect> {
    const causes = causesOf(part, this.#pair.models, this.#structure);
    if (!this.#open.has(part)) return effect(part, ruledOut("identity"), causes);
    this.#options.progress?.(`comparing ${part.subject} ${part.id}`);
    const found: Record<keyof Questions, Finding> = { ...ruledOut("solver") };
    for (const direction of directions)
      found[direction] = await this.#finding({ part, direction }, questions[direction]);
    return effect(part, found, causes);
  }

  async #finding(target: Target, question: Term): Promise<Finding> {
    const known = this.#shown(this.#search.found(target), target);
    if (known !== undefined) return known;
    const asked = and(this.#prover.valid, question);
    const verdict = await this.#prover.ask(asked);
    if (verdict.kind === "impossible") return { kind: "ruled-out", by: "solver" };
    // A number with more decimals than a case may give is no witness, but one nearby that is whole can be.
    const found = this.#chosen(verdict, target) ?? this.#chosen(await this.#prover.askWhole(asked), target);
    if (found !== undefined) return found;
    this.#search.atRandom(this.#ordinaryCases(), this.#pool, furtherCases);
    return this.#shown(this.#search.found(target), target) ?? { kind: "not-found", tried: this.#pair.tried };
  }

  #chosen(verdict: Verdict, target: Target): Finding | undefined {
    return verdict.kind === "possible" ? this.#shown(this.#pair.read(verdict.chosen), target) : undefined;
  }

  /** A case that shows a target, as small as it can be made and confirmed by the evaluator. */
  #shown(trial: TrialCase | undefined, target: Target): Finding | undefined {
    if (trial === undefined || this.#search.shown(trial, target) === undefined) return undefined;
    const shows = (one: TrialCase) => this.#search.shown(one, target) !== undefined;
    const small = shrink(trial, this.#ordinaryCases(), this.#pair, shows);
    const difference = this.#search.shown(small.trial, target);
    const witness = difference && witnessOf(small.trial, small.ordinary, target.part, difference, this.#writing);
    return witness && { kind: "found", witness };
  }
}
