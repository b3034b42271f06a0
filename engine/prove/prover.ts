import { and, type Term } from "../language/smt/term.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Bounds } from "./encode/bounds.ts";
import { type Effort, Solver } from "./solver.ts";
import { type ChosenCase, Universe } from "./universe.ts";

/** The effort for a question that a reader asks. */
const thorough: Effort = 12_000_000;
/** The effort for one of the many steps on the way, of which most that can be proved are proved at once. */
const cursory: Effort = 1_500_000;

/** What is known of a question: a case in which it holds, that there is none, or nothing where the solver gave up. */
export type Verdict =
  | { readonly kind: "possible"; readonly chosen: ChosenCase }
  | { readonly kind: "impossible" }
  | { readonly kind: "gave-up" };

/** All cases of one or several revisions, and a solver that is started when it is first asked something. */
export class Prover {
  readonly universe: Universe;
  /** The cases that all of the revisions take as valid. */
  readonly valid: Term;
  #solver: Solver | undefined;

  constructor(models: readonly RevisionModel[], bounds: Bounds) {
    this.universe = new Universe(models, bounds);
    this.valid = and(...this.universe.sides.map(({ valid }) => valid));
  }

  /** Whether something can be in a case; nothing keeps the case valid but what is asked. */
  async ask(question: Term): Promise<Verdict> {
    if (question === "false") return { kind: "impossible" };
    const { universe } = this;
    const solver = await this.#ready();
    const answer = await solver.ask(question, universe.constants, thorough);
    return answer.kind === "possible" ? { kind: "possible", chosen: universe.read(answer.assignment) } : answer;
  }

  /** Whether something can be in a case whose numbers are all whole. */
  async askWhole(question: Term): Promise<Verdict> {
    return await this.ask(and(question, this.universe.whole));
  }

  /** Whether little work proves that something is in no valid case. */
  async isPlainlyImpossible(question: Term): Promise<boolean> {
    const solver = await this.#ready();
    return (await solver.ask(and(this.valid, question), [], cursory)).kind === "impossible";
  }

  /** Ends the solver, if it was ever started. */
  end(): void {
    this.#solver?.stop();
  }

  async #ready(): Promise<Solver> {
    this.#solver ??= await Solver.start();
    await this.#solver.tell(this.universe.script.take());
    return this.#solver;
  }
}
