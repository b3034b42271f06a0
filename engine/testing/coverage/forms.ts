import { yesOrNo } from "../../explain/condition-words.ts";
import { canBeNone } from "../../explain/scope.ts";
import type { ClauseStatus } from "../../language/condition.ts";
import type { ObligationStatus } from "../../language/result.ts";
import { unreachable } from "../../language/value-type.ts";
import type {
  Clause,
  Comparison,
  Condition,
  Decision,
  Obligation,
  RevisionModel,
  Value,
} from "../../procedure/model.ts";
import { dutyStatuses } from "./duty-forms.ts";
import { constant, type Truths } from "./truths.ts";
import { canBeThere, canBeUnknown, conditionBehind } from "./value-forms.ts";

/** The outcomes that a decision can come to, and whether it can stay open. */
export interface Outcomes {
  readonly settled: ReadonlySet<string>;
  readonly open: boolean;
  /** Whether each row can decide. */
  readonly rows: readonly boolean[];
}

/**
 * What the parts of a revision can come to by their form: a clause without `appliesWhen` always applies, a fact that is
 * never none exists. Parts are taken one by one, so that what can't be because two of them contradict each other counts
 * as possible here.
 */
export class Forms {
  readonly #model: RevisionModel;
  readonly #truths = new Map<Condition, Truths>();
  readonly #statuses = new Map<string, ReadonlySet<ClauseStatus>>();
  readonly #decisions = new Map<string, Outcomes>();

  constructor(model: RevisionModel) {
    this.#model = model;
  }

  /** What a condition can come to; one about the elements of a list, with the list. */
  truths(condition: Condition, list?: string): Truths {
    const known = this.#truths.get(condition);
    if (known !== undefined) return known;
    const truths = this.#truthsOf(condition, list);
    this.#truths.set(condition, truths);
    return truths;
  }

  #truthsOf(condition: Condition, list: string | undefined): Truths {
    switch (condition.kind) {
      case "all":
      case "any": {
        const parts = condition.of.map((part) => this.truths(part, list));
        const isAll = condition.kind === "all";
        const settled = (truth: boolean) =>
          truth === isAll ? parts.every((part) => part[`${truth}`]) : parts.some((part) => part[`${truth}`]);
        const unknown = parts.some((part) => part.unknown) && parts.every((part) => part.unknown || part[`${isAll}`]);
        return { true: settled(true), false: settled(false), unknown };
      }
      case "not": {
        const of = this.truths(condition.of, list);
        return { true: of.false, false: of.true, unknown: of.unknown };
      }
      case "compare":
        return this.#compared(condition, list);
      case "some":
      case "every": {
        const where = this.truths(condition.where, condition.list.id);
        const unknown = where.unknown || this.#canBeUnknown(condition.list);
        const none = canBeNone(condition.list, { model: this.#model });
        // A list can be empty: then `every` is true and `some` is false.
        return condition.kind === "some"
          ? { true: where.true, false: true, unknown }
          : { true: true, false: where.false || none, unknown };
      }
      case "clause": {
        const statuses = this.statuses(condition.clause);
        const others = [...statuses].filter((status) => status !== condition.is && status !== "undetermined");
        return {
          true: statuses.has(condition.is),
          false: others.length > 0,
          unknown: statuses.has("undetermined"),
        };
      }
      case "decision": {
        const { settled, open } = this.decision(condition.decision);
        const fitting = [...settled].filter((outcome) => condition.is.includes(outcome)).length;
        const others = settled.size - fitting;
        return { true: fitting > 0, false: others > 0, unknown: open && fitting > 0 && others > 0 };
      }
      case "reading":
        return { true: true, false: true, unknown: false };
      default:
        return unreachable(condition);
    }
  }

  /** The statuses that a clause can come to; none where nothing of it is encoded. */
  statuses(id: string): ReadonlySet<ClauseStatus> {
    const known = this.#statuses.get(id);
    if (known !== undefined) return known;
    const clause = this.#model.clauses.get(id);
    const statuses = clause === undefined ? new Set<ClauseStatus>() : this.#statusesOf(clause);
    this.#statuses.set(id, statuses);
    return statuses;
  }

  /** The statuses that a duty can come to. */
  duty(obligation: Obligation): ReadonlySet<ObligationStatus> {
    const ask = { truths: (of: Condition) => this.truths(of), canBeUnknown: (of: Value) => this.#canBeUnknown(of) };
    return dutyStatuses(obligation, this.#model, ask);
  }

  /** The outcomes that a decision can come to. */
  decision(id: string): Outcomes {
    const known = this.#decisions.get(id);
    if (known !== undefined) return known;
    const decision = this.#model.decisions.get(id);
    const outcomes =
      decision === undefined ? { settled: new Set<string>(), open: false, rows: [] } : this.#outcomesOf(decision);
    this.#decisions.set(id, outcomes);
    return outcomes;
  }

  #statusesOf({ notEncoded, appliesWhen, requires, obligations }: Clause): ReadonlySet<ClauseStatus> {
    const statuses = new Set<ClauseStatus>();
    if (notEncoded !== undefined) return statuses;
    const add = (status: ClauseStatus, isPossible: boolean): void => {
      if (isPossible) statuses.add(status);
    };
    const applies = appliesWhen === undefined ? constant(true) : this.truths(appliesWhen);
    if (applies.true && requires !== undefined) {
      const demand = this.truths(requires);
      add("met", demand.true);
      add("unmet", demand.false);
      add("undetermined", demand.unknown);
    } else if (applies.true && obligations.length > 0) {
      const duties = obligations.flatMap((id) => {
        const duty = this.#model.obligations.get(id);
        return duty === undefined ? [] : [this.duty({ ...duty, appliesWhen: duty.ownCondition })];
      });
      add(
        "met",
        duties.some((duty) => duty.has("fulfilled") || duty.has("pending")),
      );
      add(
        "unmet",
        duties.some((duty) => duty.has("overdue") || duty.has("fulfilled_late")),
      );
      add(
        "undetermined",
        duties.some((duty) => duty.has("undetermined")),
      );
      add(
        "not_applicable",
        duties.every((duty) => duty.has("not_applicable")),
      );
    } else {
      add("met", applies.true);
    }
    add("not_applicable", applies.false);
    add("undetermined", applies.unknown);
    return statuses;
  }

  #outcomesOf({ rows }: Decision): Outcomes {
    const settled = new Set<string>();
    const deciding: boolean[] = [];
    let reached = true;
    let open = false;
    for (const { outcome, when } of rows) {
      const holds = when === undefined ? constant(true) : this.truths(when);
      deciding.push(reached && holds.true);
      if (reached && holds.true) settled.add(outcome);
      if (reached && holds.unknown) open = true;
      reached = reached && holds.false;
    }
    return { settled, open: open && settled.size > 1, rows: deciding };
  }

  #compared(comparison: Comparison, list: string | undefined): Truths {
    const { operator, left, right } = comparison;
    const unknown = [left, right].some((side) => side !== undefined && this.#canBeUnknown(side));
    if (right === undefined) {
      // It asks whether something is there, or is none.
      const there = operator.test(1, undefined) === true;
      const canBe = {
        there: canBeThere(left),
        none: canBeNone(left, { model: this.#model, ...(list === undefined ? {} : { list }) }),
      };
      return { true: there ? canBe.there : canBe.none, false: there ? canBe.none : canBe.there, unknown };
    }
    if (left.kind === "literal" && right.kind === "literal") {
      return constant(operator.test(left.value, right.value) === true);
    }
    const asked = yesOrNo({ operator, right });
    const behind = asked === undefined ? undefined : conditionBehind(left, this.#model);
    if (behind !== undefined) return this.truths(asked === true ? behind : { kind: "not", of: behind }, list);
    return { true: true, false: true, unknown };
  }

  #canBeUnknown(value: Value): boolean {
    return canBeUnknown(value, this.#model, (condition) => this.truths(condition).unknown);
  }
}
