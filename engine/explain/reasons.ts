import type { Evaluation } from "../evaluate/procedure.ts";
import { type Finding, findingsOf, lackFindings, sayFinding } from "./findings.ts";
import { groundsOf } from "./grounds.ts";
import type { DecisionReport } from "./headline.ts";
import { type MissingFact, missingFacts } from "./missing.ts";
import type { Probe } from "./probe.ts";
import { ShortfallFinder } from "./shortfalls.ts";

/** A clause that is not met, and why. */
export interface ClauseReasons {
  readonly clause: string;
  readonly title: string;
  readonly summary: string;
  /** What it lacks, but for what stands under an earlier clause. */
  readonly findings: readonly Finding[];
  /** The earlier clauses under which the rest stands. */
  readonly sameAs: readonly string[];
}

/** A clause that is not settled, and what would settle it. */
export interface OpenClause {
  readonly clause: string;
  readonly title: string;
  readonly missing: readonly MissingFact[];
}

/** The clauses of a case, sorted by what there is to say about them. */
export interface Reasons {
  /** What the headline rests on beside clauses, each a sentence. */
  readonly grounds: readonly string[];
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
    const fresh: Finding[] = [];
    const sameAs = new Set<string>();
    for (const finding of findingsOf(finder.ofClause(id))) {
      const lines = lackFindings([finding]).map(sayFinding);
      const earlier = lines.map((line) => told.get(line));
      if (earlier.every((clause) => clause !== undefined)) for (const clause of earlier) sameAs.add(clause);
      else fresh.push(finding);
    }
    for (const line of lackFindings(fresh).map(sayFinding)) if (!told.has(line)) told.set(line, id);
    return { clause: id, title, summary, findings: fresh, sameAs: [...sameAs] };
  };
  const rests = (id: string) => headline.because.includes(id);
  const reasons = unmet.filter(({ id }) => rests(id)).map(reasonsFor);
  const alsoUnmet = unmet.filter(({ id }) => !rests(id)).map(reasonsFor);
  return {
    grounds:
      headline.outcome === null ? [] : groundsOf(headline.id, probe).filter((ground) => ground !== headline.sentence),
    reasons,
    alsoUnmet,
    met: [...model.clauses.keys()].filter((id) => result.clauses[id]?.status === "met"),
    open: [...model.clauses.values()].flatMap(({ id, title }): readonly OpenClause[] => {
      const { status, missing } = result.clauses[id] ?? { status: "not_applicable", missing: [] };
      return status === "undetermined" ? [{ clause: id, title, missing: missingFacts(missing, model) }] : [];
    }),
  };
}
