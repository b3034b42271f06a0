import type { Evaluation } from "../evaluate/procedure.ts";
import type { DecisionReport } from "./headline.ts";
import { type MissingFact, missingFacts } from "./missing.ts";
import type { Probe } from "./probe.ts";
import { lacksIn, type Shortfall } from "./shortfall.ts";
import { ShortfallFinder } from "./shortfalls.ts";

/** A clause that is not met, and why. */
export interface ClauseReasons {
  readonly clause: string;
  readonly title: string;
  readonly summary: string;
  /** What it lacks; nothing where that stands under an earlier clause, or where it can't be said in single values. */
  readonly shortfall: Shortfall | undefined;
  /** The earlier clause that lacks the very same. */
  readonly sameAs?: string;
}

/** A clause that is not settled, and what would settle it. */
export interface OpenClause {
  readonly clause: string;
  readonly title: string;
  readonly missing: readonly MissingFact[];
}

/** The clauses of a case, sorted by what there is to say about them. */
export interface Reasons {
  readonly reasons: readonly ClauseReasons[];
  readonly alsoUnmet: readonly ClauseReasons[];
  readonly met: readonly string[];
  readonly open: readonly OpenClause[];
}

/** Why the headline is what it is, clause by clause. */
export function reasonsOf({ result, program }: Evaluation, headline: DecisionReport, probe: Probe): Reasons {
  const { model } = program;
  const unmet = [...model.clauses.values()].filter(({ id }) => result.clauses[id]?.status === "unmet");
  const finder = new ShortfallFinder(probe, "own");
  const told = new Map<string, string>();
  const reasonsFor = ({ id, title, summary }: (typeof unmet)[number]): ClauseReasons => {
    const shortfall = finder.ofClause(id);
    const key = JSON.stringify(lacksIn(shortfall).map(({ subject, wanted, was }) => [subject, wanted, was]));
    const sameAs = shortfall === undefined ? undefined : told.get(key);
    if (sameAs !== undefined) return { clause: id, title, summary, shortfall: undefined, sameAs };
    told.set(key, id);
    return { clause: id, title, summary, shortfall };
  };
  const rests = (id: string) => headline.because.includes(id);
  const reasons = unmet.filter(({ id }) => rests(id)).map(reasonsFor);
  const alsoUnmet = unmet.filter(({ id }) => !rests(id)).map(reasonsFor);
  return {
    reasons,
    alsoUnmet,
    met: [...model.clauses.keys()].filter((id) => result.clauses[id]?.status === "met"),
    open: [...model.clauses.values()].flatMap(({ id, title }): readonly OpenClause[] => {
      const { status, missing } = result.clauses[id] ?? { status: "not_applicable", missing: [] };
      return status === "undetermined" ? [{ clause: id, title, missing: missingFacts(missing, model) }] : [];
    }),
  };
}
