import { parseDay } from "../../calendar/day.ts";
import { boundsFor } from "../../cases/bounds.ts";
import type { TrialCase } from "../../cases/pair.ts";
import type { WitnessCase } from "../../cases/witness-case.ts";
import { govern } from "../../evaluate/govern.ts";
import { Procedure } from "../../evaluate/procedure.ts";
import type { Years } from "../../language/smt/date.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { OpenProcedure } from "../../procedure/open.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";
import type { Place } from "../../source/place.ts";
import { ProblemsError } from "../../source/problem.ts";
import { parseCase } from "../case-document.ts";
import { type Fixture, runFixture } from "../fixture.ts";
import { type Mutant, mutantsOf } from "./mutant.ts";
import { Noticing, replaced } from "./noticing.ts";
import { MutantProver } from "./proof.ts";
import { MutantSearch } from "./search.ts";
import { type MutantWitness, witnessLines, witnessOf } from "./witness.ts";

/** What became of a mutant. */
export type Verdict =
  /** A fixture fails with it. */
  | { readonly verdict: "killed"; readonly by: string }
  /** It is its original in other words: the formulas are the same text, or the solver ruled out every difference. */
  | { readonly verdict: "equivalent"; readonly by: "identity" | "solver" }
  /** No fixture fails, though one could: this one. */
  | { readonly verdict: "survived"; readonly witness: MutantWitness }
  /** No fixture fails, no case that tells it apart was found, and that there is none could not be proved. */
  | { readonly verdict: "unknown" };

/** A mutant with its place in the rule files and what became of it. */
export type JudgedMutant = Omit<Mutant, "at" | "model"> & { readonly place: Place | undefined } & Verdict;

/** What became of all mutants of a revision. */
export interface MutationReport {
  readonly revision: string;
  /** How many fixtures the revision plays a part in. */
  readonly fixtures: number;
  readonly mutants: readonly JudgedMutant[];
  /** The cases of which a proof speaks. */
  readonly bounds: Bounds;
}

/** How mutants are made and judged. */
export interface MutationOptions {
  /** Which mutants to judge; all, where left out. */
  readonly keep?: (mutant: Mutant, place: Place | undefined) => boolean;
  /** The years in which the dates of the cases lie that a proof speaks of; ten around the revision, where left out. */
  readonly years?: Years;
  /** Told what is being done, for someone who waits. */
  readonly progress?: (message: string) => void;
}

/**
 * Makes every small change of a revision, one at a time, and says of each whether a fixture notices it, and if none
 * does, whether one could: with a case that would, or a proof that none can.
 *
 * @param fixtures those that pass with the rules as they are
 */
export async function mutate(
  opened: OpenProcedure,
  model: RevisionModel,
  fixtures: readonly Fixture[],
  options: MutationOptions = {},
): Promise<MutationReport> {
  const { keep = () => true, progress = () => {} } = options;
  const placeOf = ({ at }: Mutant): Place | undefined => {
    const spot = opened.origins.of(at);
    return spot?.document.valuePlace(spot.container, spot.key);
  };
  const bounds = boundsFor([model], options.years);
  const noticing = new Noticing(model, opened.revisions, fixtures);
  const mutants = mutantsOf(model).filter((mutant) => keep(mutant, placeOf(mutant)));
  const judge = new Judge(opened.revisions, model, bounds);
  const judged: JudgedMutant[] = [];
  try {
    for (const [at, mutant] of mutants.entries()) {
      const { kind, thing, clause, before, after } = mutant;
      progress(`change ${at + 1} of ${mutants.length}: ${thing.kind} ${thing.id}`);
      const killer = noticing.noticedBy(mutant);
      const verdict: Verdict = killer ? { verdict: "killed", by: killer.file } : await judge.unnoticed(mutant);
      judged.push({ kind, thing, clause, before, after, place: placeOf(mutant), ...verdict });
    }
  } finally {
    judge.end();
  }
  return { revision: model.entry.revision, fixtures: noticing.fixtures, mutants: judged, bounds };
}

/** Judges mutants that no fixture notices. */
class Judge {
  readonly #revisions: readonly RevisionModel[];
  readonly #model: RevisionModel;
  readonly #search: MutantSearch;
  readonly #prover: MutantProver;

  constructor(revisions: readonly RevisionModel[], model: RevisionModel, bounds: Bounds) {
    this.#revisions = revisions;
    this.#model = model;
    this.#search = new MutantSearch(model, bounds);
    this.#prover = new MutantProver(model, bounds);
  }

  async unnoticed(mutant: Mutant): Promise<Verdict> {
    const found = this.#search.find(mutant);
    if (found !== undefined) return this.#survived(found, mutant);
    // A number with more decimals than a case may give is no witness, but one nearby that is whole can be.
    for (const whole of [false, true]) {
      const answer = await this.#prover.ask(mutant, whole);
      if (answer.kind === "equivalent") {
        if (!whole) return { verdict: "equivalent", by: answer.by };
        continue;
      }
      if (answer.kind === "gave-up") continue;
      const chosen = this.#search.pair.read(answer.chosen);
      if (this.#search.tells(chosen, mutant)) return this.#survived(chosen, mutant);
    }
    return { verdict: "unknown" };
  }

  end(): void {
    this.#prover.end();
  }

  /** A mutant that a case tells apart; unknown where that case, as a file has it, does not. */
  #survived(trial: TrialCase, mutant: Mutant): Verdict {
    const small = this.#search.smallest(trial, mutant);
    const witness = witnessOf(small, mutant, this.#model, (written) => this.#governs(written));
    const document = parseCase(witnessLines(witness).join("\n"), witness.name);
    if (!("content" in document)) return { verdict: "unknown" };
    const passes = (revisions: readonly RevisionModel[]) =>
      runFixture(new Procedure(revisions), { file: witness.name, document }).passed;
    const isNotice = passes(this.#revisions) && !passes(replaced(this.#revisions, this.#model, mutant.model));
    return isNotice ? { verdict: "survived", witness } : { verdict: "unknown" };
  }

  #governs({ facts, asOf }: WitnessCase): boolean {
    try {
      return govern(this.#revisions, facts, Number(parseDay(asOf)), undefined).model === this.#model;
    } catch (error) {
      if (error instanceof ProblemsError) return false;
      throw error;
    }
  }
}
