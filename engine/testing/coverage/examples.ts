import { caseLines } from "../../cases/case-yaml.ts";
import type { WitnessCase } from "../../cases/witness-case.ts";
import type { Evaluation, Procedure } from "../../evaluate/procedure.ts";
import { ProblemsError } from "../../source/problem.ts";
import type { CoveredGoal } from "./coverage.ts";
import type { Goals } from "./goals.ts";
import { Observer } from "./observe.ts";

/** A ready-made case, and the open goals that it would reach. */
export interface Example {
  /** The case as a file has it, with what the rules make of it now as its expectation. */
  readonly yaml: string;
  readonly goals: readonly CoveredGoal[];
}

/** Makes examples: every case is decided as a fixture would be, so that what is promised of it is true. */
export class ExampleMaker {
  readonly #procedure: Procedure;
  readonly #goals: Goals;
  #made = 0;

  constructor(procedure: Procedure, goals: Goals) {
    this.#procedure = procedure;
    this.#goals = goals;
  }

  /**
   * The example that a case is; nothing where it can't be decided, or reaches none of the goals wanted.
   *
   * @param revision the revision to decide by, where the one that governs is another
   */
  of(witness: WitnessCase, revision: string, wanted: ReadonlySet<CoveredGoal>): Example | undefined {
    const { asOf, readings } = witness;
    // A fact that is left out is known to no one, and a file has no line for it.
    const facts = Object(JSON.parse(JSON.stringify(witness.facts)));
    const plain = { asOf, facts, ...(readings === undefined ? {} : { readings }) };
    const governed = this.#decide(plain);
    const isOther = governed?.program.model.entry.revision !== revision;
    const decided = isOther ? this.#decide({ ...plain, revision }) : governed;
    if (decided === undefined) return undefined;
    const { program } = decided;
    const reached = new Observer(program, this.#goals.of.get(program.model) ?? []).reached(decided);
    const keys = new Set(reached.map(({ goal }) => goal.key));
    const goals = [...wanted].filter(({ key }) => keys.has(key));
    if (goals.length === 0) return undefined;
    this.#made += 1;
    return { yaml: this.#write(plain, isOther ? revision : undefined, decided), goals };
  }

  #decide(input: WitnessCase & { readonly revision?: string }): Evaluation | undefined {
    try {
      return this.#procedure.evaluateWithWorkings(input);
    } catch (error) {
      if (error instanceof ProblemsError) return undefined;
      throw error;
    }
  }

  #write(witness: WitnessCase, revision: string | undefined, { result, program }: Evaluation): string {
    const [first, ...rest] = caseLines(witness).map(({ text }) => text);
    const outcomes = program.model.headline.map((id) => `    ${id}: ${result.decisions[id]?.outcome ?? "null"}`);
    const lines = [
      `case: example-${this.#made}`,
      first,
      ...(revision === undefined ? [] : [`revision: "${revision}"`]),
      ...rest,
      "# What the rules say now. Compare it with what they are made from before you keep it.",
      "expect:",
      "  decisions:",
      ...outcomes,
    ];
    return `${lines.join("\n")}\n`;
  }
}
