import { formatDay } from "../calendar/day.ts";
import { written } from "../cases/fact-value.ts";
import type { Pair, TrialCase } from "../cases/pair.ts";
import { type Coordinate, differing } from "../cases/variations.ts";
import { evaluationDateId } from "../procedure/model.ts";
import { clauseDifferences, type Difference, decisionDifference } from "./cases/direction.ts";
import { groundsOf } from "./needs.ts";
import { type ClausePart, type DecisionPart, thingsOf } from "./parts.ts";
import { type Replay, saidOf } from "./replay.ts";
import type { StructureChange, UnusualFact, Witness } from "./report.ts";

/** What is needed to write down a case that is decided differently. */
export interface Writing {
  readonly pair: Pair;
  readonly replay: Replay;
  readonly decisions: readonly DecisionPart[];
  readonly clauses: readonly ClausePart[];
  readonly structure: readonly StructureChange[];
}

/**
 * A case that comes out differently, as the report shows it: run once more through the evaluator on both sides, as a
 * user would. Gives nothing where that does not confirm what it is to show.
 *
 * @param ordinary the ordinary case that it is compared with
 */
export function witnessOf(
  trial: TrialCase,
  ordinary: TrialCase,
  part: DecisionPart | ClausePart,
  difference: Difference,
  writing: Writing,
): Witness | undefined {
  const { pair, replay } = writing;
  const asCase = pair.write(trial);
  const [base, head] = [replay.result(0, asCase), replay.result(1, asCase)];
  if (base === undefined || head === undefined) return undefined;
  const { shows, before, after } = difference;
  // Before it was renumbered, a clause had another number.
  const formerly =
    part.subject === "clause" && shows === `clause ${part.id}` ? `clause ${part.ids[0] ?? part.id}` : shows;
  if (saidOf(formerly, base) !== before || saidOf(shows, head) !== after) return undefined;
  const runs = pair.start(trial);
  const decisions = writing.decisions.flatMap((decision) => {
    const found = decisionDifference(decision, runs);
    return found === undefined ? [] : [{ id: decision.id, before: found.before, after: found.after }];
  });
  return {
    case: asCase,
    unusual: unusualFacts(trial, ordinary, pair),
    shows,
    before,
    after,
    responsible: responsible(part, difference, trial, writing),
    decisions,
  };
}

/** What sets a case apart from an ordinary one. */
export function unusualFacts(trial: TrialCase, ordinary: TrialCase, pair: Pair): readonly UnusualFact[] {
  return differing(trial, ordinary).flatMap((coordinate) => unusual(coordinate, trial, ordinary, pair));
}

function unusual(coordinate: Coordinate, trial: TrialCase, ordinary: TrialCase, pair: Pair): readonly UnusualFact[] {
  switch (coordinate.kind) {
    case "fact": {
      const fact = pair.facts[coordinate.at];
      if (fact === undefined) return [];
      const { id, entry } = fact;
      const value = written(trial.values[coordinate.at], entry);
      return [{ fact: id, label: entry.label, value, ordinary: written(ordinary.values[coordinate.at], entry) }];
    }
    case "asOf": {
      const [value, usual] = [formatDay(trial.asOf), formatDay(ordinary.asOf)];
      return [{ fact: evaluationDateId, label: "the evaluation date", value, ordinary: usual }];
    }
    case "reading": {
      const { id } = coordinate;
      const [value, usual] = [trial.readings[id] ?? null, ordinary.readings[id] ?? null];
      return [{ fact: `reading ${id}`, label: "the alternative reading switched on", value, ordinary: usual }];
    }
    default:
      return coordinate satisfies never;
  }
}

/** What is written differently, is looked at for what the case shows, and itself comes out differently on it. */
function responsible(
  part: DecisionPart | ClausePart,
  { shows }: Difference,
  trial: TrialCase,
  { pair, structure, clauses }: Writing,
): readonly string[] {
  const runs = pair.start(trial);
  const grounds = groundsOfShown(part, shows, pair);
  const changed = (subject: string, id: string): boolean =>
    structure.some((change) => change.subject === subject && change.id === id && change.change !== "reworded");
  const found = clauses
    .filter(
      ({ id, ids }) => changed("clause", id) && ids.some((one) => one !== undefined && grounds.has(`clause ${one}`)),
    )
    .filter((clause) => clauseDifferences(clause, runs).length > 0)
    .map(({ id }) => id);
  if (found.length > 0) return [...new Set(found)];
  return structure
    .filter(
      ({ subject, id, change }) => subject === "decision" && change !== "reworded" && grounds.has(`decision ${id}`),
    )
    .map(({ id }) => `decision ${id}`);
}

function groundsOfShown(part: DecisionPart | ClausePart, shows: string, { models }: Pair): ReadonlySet<string> {
  const [kind, id = ""] = shows.split(" ");
  const things = kind === "decision" ? [{ kind: "decision", id } as const] : thingsOf(part);
  return new Set(models.flatMap((model) => things.flatMap((thing) => [...groundsOf(thing, model)])));
}
