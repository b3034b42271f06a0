import type { ClauseStatus } from "../../language/condition.ts";
import type { ObligationStatus } from "../../language/result.ts";
import { conditionsIn, type Owner, type PlacedCondition } from "../../procedure/conditions.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import type { OpenProcedure } from "../../procedure/open.ts";
import type { Part as RulePart } from "../../procedure/origins.ts";
import { type Spot, valuePlace } from "../../procedure/reporter.ts";
import { Forms } from "./forms.ts";
import { Foundations } from "./foundations.ts";
import type { Aim, Goal, Part } from "./goal.ts";

/** The goals of some revisions. One that several revisions share, because they share the version, is one goal. */
export interface Goals {
  readonly all: readonly Goal[];
  /** Those that can be reached in a revision, each with what has to be shown in that revision. */
  readonly of: ReadonlyMap<RevisionModel, readonly RevisionGoal[]>;
}

/** A goal in one revision. */
export interface RevisionGoal {
  readonly goal: Goal;
  readonly aim: Aim;
}

/**
 * Everything that cases can show of the versions of clauses and decisions in some revisions, as far as their form allows
 * it. Contradictions have no goals: a case in which one holds is refused, so that no case can show it.
 */
export function goalsOf({ origins, sources }: OpenProcedure, revisions: readonly RevisionModel[]): Goals {
  const all = new Map<string, Goal>();
  const of = new Map<RevisionModel, readonly RevisionGoal[]>();
  const identify = identities();
  for (const model of revisions) {
    const spotOf = (part: RulePart): Spot => {
      const spot = origins.of(part);
      if (spot === undefined) throw new Error("a part of the rules stands nowhere");
      return spot;
    };
    const found: RevisionGoal[] = [];
    const add = (key: string, aim: Aim, part: Part, spot: Spot | undefined): void => {
      const goal = all.get(key) ?? { key, aim, part, place: spot === undefined ? part.place : valuePlace(spot), model };
      all.set(key, goal);
      found.push({ goal, aim });
    };
    for (const { aim, part, spot } of aimsOf(model, spotOf, sources)) {
      add(JSON.stringify([part.kind, part.id, part.revision, keyOf(aim), spot && identify(spot)]), aim, part, spot);
    }
    of.set(model, found);
  }
  return { all: [...all.values()], of };
}

/** The statuses in the order in which they are listed. */
const clauseStatuses: readonly ClauseStatus[] = ["met", "unmet", "undetermined", "not_applicable"];
const dutyStatuses: readonly ObligationStatus[] = [
  "fulfilled",
  "fulfilled_late",
  "pending",
  "overdue",
  "undetermined",
  "not_applicable",
];

interface PlacedAim {
  readonly aim: Aim;
  readonly part: Part;
  /** Where it stands within its part; nothing where it is the part itself that shows it. */
  readonly spot: Spot | undefined;
}

function* aimsOf(
  model: RevisionModel,
  spotOf: (part: RulePart) => Spot,
  sources: OpenProcedure["sources"],
): Generator<PlacedAim> {
  const forms = new Forms(model);
  const foundations = new Foundations(model);
  const decisive = new Set([...model.decisions.keys()].flatMap((id) => [...foundations.ofDecision(id)]));
  const conditions = new Map<string, PlacedCondition[]>();
  for (const placed of conditionsIn(model)) {
    const key = partOf(placed.owner, model);
    conditions.set(key, [...(conditions.get(key) ?? []), placed]);
  }
  const conditionAims = function* (part: Part): Generator<PlacedAim> {
    for (const placed of conditions.get(`${part.kind} ${part.id}`) ?? []) {
      const truths = forms.truths(placed.condition, placed.list);
      for (const truth of [true, false]) {
        if (truths[`${truth}`])
          yield { aim: { kind: "condition", placed, truth }, part, spot: spotOf(placed.condition) };
      }
    }
  };
  for (const clause of model.clauses.values()) {
    const { id, title, revision } = clause;
    if (clause.notEncoded !== undefined) continue;
    const part: Part = { kind: "clause", id, title, revision, place: valuePlace(spotOf(clause)) };
    for (const status of clauseStatuses.filter((one) => forms.statuses(id).has(one)))
      yield { aim: { kind: "status", clause: id, status }, part, spot: undefined };
    if (decisive.has(id) || clause.obligations.length > 0) {
      yield { aim: { kind: "deciding", clause: id }, part, spot: undefined };
    }
    yield* conditionAims(part);
    for (const name of clause.obligations) {
      const duty = model.obligations.get(name);
      if (duty === undefined) continue;
      const possible = forms.duty(duty);
      for (const status of dutyStatuses.filter((one) => possible.has(one))) {
        yield { aim: { kind: "duty", obligation: name, status }, part, spot: spotOf(duty) };
      }
    }
  }
  for (const decision of model.decisions.values()) {
    const { id, title } = decision;
    const spot = spotOf(decision);
    const part: Part = { kind: "decision", id, title, revision: revisionAt(spot), place: valuePlace(spot) };
    for (const [row, canDecide] of forms.decision(id).rows.entries()) {
      const written = decision.rows[row];
      if (canDecide && written) yield { aim: { kind: "row", decision: id, row }, part, spot: spotOf(written) };
    }
    yield* conditionAims(part);
  }
  for (const [id, alternatives] of model.switchable) {
    const written = sources.interpretations.find(({ entry }) => entry.id === id);
    if (written === undefined) continue;
    const place = written.document.valuePlace(written.entry, "id");
    const part: Part = { kind: "reading", id, title: written.entry.question, revision: undefined, place };
    for (const alternative of alternatives) {
      yield { aim: { kind: "reading", reading: id, alternative }, part, spot: undefined };
    }
  }
}

/** The clause or decision that the owner of a condition belongs to. */
function partOf({ kind, id }: Owner, model: RevisionModel): string {
  switch (kind) {
    case "clause":
    case "decision":
    case "contradiction":
      return `${kind} ${id}`;
    case "derived":
      return `clause ${model.derived.get(id)?.clause ?? ""}`;
    case "obligation":
      return `clause ${model.obligations.get(id)?.clause ?? ""}`;
    default:
      return kind satisfies never;
  }
}

/** The revision that the version of a decision names. */
function revisionAt({ container, key }: Spot): string | undefined {
  const version: unknown = Reflect.get(container, key);
  const revision: unknown =
    typeof version === "object" && version !== null ? Reflect.get(version, "revision") : undefined;
  return typeof revision === "string" ? revision : undefined;
}

/** What tells aims of one part at one place apart. */
function keyOf(aim: Aim): readonly (string | number | boolean)[] {
  switch (aim.kind) {
    case "status":
      return [aim.kind, aim.status];
    case "deciding":
      return [aim.kind];
    case "condition":
      return [aim.kind, aim.truth, aim.placed.owner.kind, aim.placed.owner.id, aim.placed.owner.part];
    case "row":
      return [aim.kind, aim.row];
    case "duty":
      return [aim.kind, aim.obligation, aim.status];
    case "reading":
      return [aim.kind, aim.alternative];
    default:
      return aim satisfies never;
  }
}

/** Gives every spot a name: the same for the same spot, whichever revision it was read for. */
function identities(): (spot: Spot) => string {
  const numbers = new WeakMap<object, number>();
  let next = 0;
  return ({ container, key }) => {
    const known = numbers.get(container);
    const number = known ?? next;
    if (known === undefined) {
      numbers.set(container, number);
      next += 1;
    }
    return `${number}/${key}`;
  };
}
