import { isSameDuty } from "../../diff/proof/questions.ts";
import { identical } from "../../language/smt/symbolic.ts";
import { and, not, or, same, type Term } from "../../language/smt/term.ts";
import { unreachable } from "../../language/value-type.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import type { SymbolicRevision } from "../../prove/encode/revision.ts";
import { Prover } from "../../prove/prover.ts";
import type { ChosenCase } from "../../prove/universe.ts";
import type { Mutant, MutatedThing } from "./mutant.ts";

/** What the solver says of a mutant: that it is its original in other words, cases to try, or nothing. */
export type ProofAnswer =
  | { readonly kind: "equivalent"; readonly by: "identity" | "solver" }
  | { readonly kind: "possible"; readonly chosen: ChosenCase }
  | { readonly kind: "gave-up" };

/** Proves of mutants that they are their original in other words: that in all complete cases the same comes out. */
export class MutantProver {
  readonly #prover: Prover;
  readonly #original: SymbolicRevision;

  constructor(model: RevisionModel, bounds: Bounds) {
    this.#prover = new Prover([model], bounds);
    const [side] = this.#prover.universe.sides;
    if (side === undefined) throw new Error("a revision that was given is described");
    this.#original = side.revision;
  }

  /**
   * Whether some case tells a mutant from its original.
   *
   * @param whole only cases whose numbers are all whole, which are easier to read
   */
  async ask(mutant: Mutant, whole = false): Promise<ProofAnswer> {
    const question = this.#question(mutant);
    if (question === "false") return { kind: "equivalent", by: "identity" };
    const verdict = await (whole ? this.#prover.askWhole(question) : this.#prover.ask(question));
    return verdict.kind === "impossible" ? { kind: "equivalent", by: "solver" } : verdict;
  }

  /** Ends the solver, if it was ever started. */
  end(): void {
    this.#prover.end();
  }

  #question({ thing, model }: Mutant): Term {
    const { valid } = this.#prover;
    const mutated = this.#besideOriginal(thing, model);
    if (thing.kind !== "contradiction") {
      const differs = this.#difference(thing, mutated);
      return differs === "false" ? differs : and(valid, differs);
    }
    const [before, after] = [this.#original, mutated].map((revision): Term => {
      const contradiction = revision.model.contradictions.find(({ id }) => id === thing.id);
      return contradiction === undefined ? "false" : revision.condition(contradiction.when, undefined);
    });
    if (before === undefined || after === undefined || before === after) return "false";
    // A refusal for one reason less is a difference even where another reason is left: a case may expect the one.
    return or(and(before, not(after)), and(valid, after));
  }

  #difference({ kind, id }: MutatedThing, mutated: SymbolicRevision): Term {
    const original = this.#original;
    const dutyDiffers = (duty: string): Term => not(isSameDuty(original.obligation(duty), mutated.obligation(duty)));
    switch (kind) {
      case "derived":
        return not(identical(original.derived(id), mutated.derived(id)));
      case "clause": {
        const duties = original.model.clauses.get(id)?.obligations ?? [];
        return or(not(same(original.clause(id), mutated.clause(id))), ...duties.map(dutyDiffers));
      }
      case "obligation":
        return dutyDiffers(id);
      case "decision":
        return not(same(original.decision(id), mutated.decision(id)));
      case "contradiction":
        return "false";
      default:
        return unreachable(kind);
    }
  }

  /** The mutant, with the original's description of everything that it does not change itself. */
  #besideOriginal(thing: MutatedThing, model: RevisionModel): SymbolicRevision {
    const original = this.#original;
    const mutated = original.beside(model);
    const own = new Set([`${thing.kind} ${thing.id}`]);
    if (thing.kind === "clause") {
      for (const duty of model.clauses.get(thing.id)?.obligations ?? []) own.add(`obligation ${duty}`);
    }
    const kinds = {
      derived: model.derived,
      clause: model.clauses,
      obligation: model.obligations,
      decision: model.decisions,
    };
    for (const kind of ["derived", "clause", "obligation", "decision"] as const) {
      for (const id of kinds[kind].keys()) if (!own.has(`${kind} ${id}`)) mutated.adopt(kind, id, original, id);
    }
    return mutated;
  }
}
