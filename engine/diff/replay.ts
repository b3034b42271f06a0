import type { WitnessCase } from "../cases/witness-case.ts";
import { Procedure } from "../evaluate/procedure.ts";
import type { Result } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { ProblemsError } from "../source/problem.ts";
import { factsFor, readingsFor } from "./shared-facts.ts";

/** Runs cases through the evaluator as a user would, each by the revision of its side. */
export class Replay {
  readonly #models: readonly [RevisionModel, RevisionModel];
  readonly #procedures: readonly [Procedure, Procedure];

  constructor(models: readonly [RevisionModel, RevisionModel]) {
    this.#models = models;
    this.#procedures = [new Procedure([models[0]]), new Procedure([models[1]])];
  }

  /** The result on one side; nothing where that side refuses the case. */
  result(side: 0 | 1, { asOf, facts, readings = {} }: WitnessCase): Result | undefined {
    const [model, other] = side === 0 ? this.#models : ([this.#models[1], this.#models[0]] as const);
    try {
      return this.#procedures[side].evaluate({
        asOf,
        revision: model.entry.revision,
        readings: readingsFor(model, other, readings),
        facts: factsFor(model, other, facts),
      });
    } catch (error) {
      if (error instanceof ProblemsError) return undefined;
      throw error;
    }
  }
}

/** What a result says of something: `decision ID`, `clause ID`, `obligation ID` or `value ID`. */
export function saidOf(shows: string, result: Result): string {
  const [kind = "", id = ""] = shows.split(" ");
  switch (kind) {
    case "decision":
      return result.decisions[id]?.outcome ?? "undetermined";
    case "clause":
      return result.clauses[id]?.status ?? "not_applicable";
    case "obligation": {
      const { status, due } = result.obligations[id] ?? { status: "not_applicable", due: null };
      return due === null ? status : `${status}, due ${due}`;
    }
    case "value": {
      const value = result.derived[id] ?? null;
      return value === null ? "none" : String(value);
    }
    default:
      throw new Error(`there is no result of the kind ${kind}`);
  }
}
