import { formatDay } from "../calendar/day.ts";
import { statusOf } from "../evaluate/result.ts";
import { joined } from "../language/expressions/expression.ts";
import type { Operand } from "../language/known.ts";
import type { Comparison, Condition, Obligation, Value } from "../procedure/model.ts";
import type { Asking } from "./asking.ts";
import { isChangeable } from "./changeable.ts";
import { changesOf } from "./changes.ts";
import { comparisonLack } from "./comparison-lack.ts";
import {
  opposite,
  sayClause,
  sayCondition,
  sayDecision,
  sayOutcome,
  sayStatus,
  statementOf,
  yesOrNo,
} from "./condition-words.ts";
import { sayElement } from "./element.ts";
import { elementWindow } from "./element-window.ts";
import { factsIn } from "./facts-in.ts";
import { clauseOfSentence, withoutArticle } from "./names.ts";
import { noneThere } from "./none-lack.ts";
import type { Probe } from "./probe.ts";
import { inside } from "./scope.ts";
import { group, type Lack, needed, type Shortfall } from "./shortfall.ts";
import { sayValue } from "./value-words.ts";
import { resolve, sayFound, takenBranch } from "./worked.ts";

/** Elements of a list that are looked into one by one; of a longer list only as many. */
const mostElements = 6;

/** Whether a shortfall ends at clauses and decisions, which are explained elsewhere, or looks into them. */
export type Depth = "own" | "through";

/** Walks through conditions and gathers what is wrong with them. */
export class ShortfallFinder {
  readonly #probe: Probe;
  readonly #depth: Depth;

  constructor(probe: Probe, depth: Depth) {
    this.#probe = probe;
    this.#depth = depth;
  }

  /** What is wrong with a condition that should be `wanted` and is known to be the opposite; nothing otherwise. */
  of(condition: Condition, wanted: boolean): Shortfall | undefined {
    return this.#condition(condition, wanted, { probe: this.#probe, scope: this.#probe.scope, element: undefined });
  }

  /** Why a clause is not met: what its demand lacks, or which of its duties were not done in time. */
  ofClause(id: string): Shortfall | undefined {
    const clause = this.#probe.program.model.clauses.get(id);
    if (clause === undefined) return undefined;
    if (clause.requires !== undefined) return this.of(clause.requires, true);
    const { model } = this.#probe.program;
    return group(
      "all",
      clause.obligations.map((duty) => {
        const obligation = model.obligations.get(duty);
        return obligation && this.#obligation(obligation);
      }),
    );
  }

  #condition(condition: Condition, wanted: boolean, asking: Asking): Shortfall | undefined {
    if (this.#probe.truth(condition, asking.scope) !== !wanted) return undefined;
    switch (condition.kind) {
      case "all":
      case "any":
        return this.#each(condition.of, (condition.kind === "all") === wanted ? "all" : "any", wanted, asking);
      case "not":
        return this.#condition(condition.of, !wanted, asking);
      case "compare":
        return this.#comparison(condition, wanted, asking);
      case "some":
      case "every":
        return this.#quantified(condition, wanted, asking);
      case "clause":
        return this.#clause(condition, wanted);
      case "decision":
        return this.#decision(condition, wanted);
      case "reading":
        return {
          ...this.#statement(sayCondition(condition, asking.scope), wanted),
          given: true,
        };
      default:
        return condition satisfies never;
    }
  }

  #each(parts: readonly Condition[], kind: "all" | "any", wanted: boolean, asking: Asking): Shortfall | undefined {
    const open = parts.filter((part) => this.#probe.truth(part, asking.scope) === !wanted);
    return group(
      kind,
      open.map((part) => this.#condition(part, wanted, asking)),
    );
  }

  #comparison(comparison: Comparison, wanted: boolean, asking: Asking): Shortfall | undefined {
    const found = this.#lackOf(comparison, wanted, asking);
    if (found?.kind !== "lack" || found.facts.length === 0) return found;
    const isGiven = !found.facts.some((fact) => isChangeable(fact, this.#probe.program.model));
    return isGiven ? { ...found, given: true } : found;
  }

  #lackOf(comparison: Comparison, wanted: boolean, asking: Asking): Shortfall | undefined {
    const asked = yesOrNo(comparison);
    if (asked !== undefined) {
      return this.#yesOrNo(comparison.left, asked === wanted, asking) ?? comparisonLack(comparison, asking);
    }
    // A comparison that is true has no side that is none, so its opposite is exact.
    return comparisonLack(wanted ? comparison : { ...comparison, operator: opposite(comparison.operator) }, asking);
  }

  /** What a yes-or-no value lacks: the condition behind it is looked into. */
  #yesOrNo(value: Value, wanted: boolean, asking: Asking): Shortfall | undefined {
    if (value.kind === "derived") {
      const derived = this.#probe.program.model.derived.get(value.id);
      const outside: Asking = { probe: this.#probe, scope: this.#probe.scope, element: undefined };
      return derived && this.#yesOrNo(derived.value, wanted, outside);
    }
    if (value.kind === "condition") return this.#condition(value.of, wanted, asking);
    if (value.kind === "choose") {
      const branch = takenBranch(value, this.#probe, asking.scope);
      return branch && this.#yesOrNo(branch, wanted, asking);
    }
    if (value.kind !== "fact" && value.kind !== "item") return undefined;
    const label = sayValue(value, asking.scope);
    const element = asking.element && sayElement(asking.element, asking.scope);
    const found = this.#probe.value(value, asking.scope);
    return {
      kind: "lack",
      subject: element === undefined ? label : `${withoutArticle(label)} of ${element}`,
      wanted: wanted ? "yes" : "no",
      was: found === null ? noneThere : `was ${sayFound(value, this.#probe, asking.scope)}`,
      facts: factsIn(value, asking),
      changes: changesOf(value, [wanted], asking),
    };
  }

  #quantified(
    condition: Condition & { kind: "some" | "every" },
    wanted: boolean,
    asking: Asking,
  ): Shortfall | undefined {
    const scope = inside(asking.scope, condition.list.id);
    const elements = this.#probe.value(condition.list);
    const label = sayValue(condition.list, asking.scope);
    const lack = (words: Pick<Lack, "wanted" | "was">): Lack => ({
      kind: "lack",
      subject: label,
      ...words,
      facts: [condition.list.id],
      changes: [],
    });
    if (!Array.isArray(elements)) return lack({ wanted: needed, was: "but there are none" });
    // Elements that spoil it one by one, and each has to be mended; or none fits, and any one mended would do.
    const kind = (condition.kind === "every") === wanted ? "all" : "any";
    const within = (index: number, value: Operand): Asking => ({
      probe: this.#probe,
      scope,
      element: { list: condition.list.id, index, value },
    });
    const parts = (elements as readonly Operand[]).map((value, index) =>
      this.#probe.withElement(value, () => this.#condition(condition.where, wanted, within(index, value))),
    );
    if (kind === "all" && parts.length > 0) return group("all", parts);
    const window =
      condition.kind === "some" && wanted ? elementWindow(condition.list, condition.where, this.#probe) : undefined;
    if (window !== undefined) return window;
    const words = sayCondition(condition.where, scope);
    const whole = lack({
      wanted: wanted ? `at least one such that ${words}` : `at least one for which it is not so that ${words}`,
      was: parts.length === 0 ? noneThere : "but none is",
    });
    return group("any", parts.length > 0 && parts.length <= mostElements ? parts : [whole]) ?? whole;
  }

  #clause(condition: Condition & { kind: "clause" }, wanted: boolean): Shortfall | undefined {
    const clause = this.#probe.program.model.clauses.get(condition.clause);
    const status = statusOf(this.#probe.program.clauses.get(condition.clause)?.statuses(this.#probe.frame) ?? 0);
    const words: Lack = {
      kind: "lack",
      subject: sayClause(condition.clause, this.#probe.scope),
      wanted: sayStatus(condition.is).replace(/^/, wanted ? "" : "otherwise than that it "),
      was: sayStatus(status),
      facts: [],
      changes: [],
    };
    if (this.#depth === "own" || clause === undefined) return words;
    if (status === "unmet") return this.ofClause(condition.clause) ?? words;
    if (status === "met" && clause.requires !== undefined) return this.of(clause.requires, false) ?? words;
    if (status === "not_applicable" && clause.appliesWhen !== undefined)
      return this.of(clause.appliesWhen, true) ?? words;
    return words;
  }

  #decision(condition: Condition & { kind: "decision" }, wanted: boolean): Shortfall | undefined {
    const decision = this.#probe.program.model.decisions.get(condition.decision);
    const [outcome = ""] = this.#probe.program.decisions.get(condition.decision)?.possible(this.#probe.frame) ?? [];
    const outcomes = joined(condition.is.map(sayOutcome), "or");
    const words: Lack = {
      kind: "lack",
      subject: sayDecision(condition.decision),
      wanted: wanted ? outcomes : `anything but ${outcomes}`,
      was: `was ${sayOutcome(outcome)}`,
      facts: [],
      changes: [],
    };
    if (this.#depth === "own" || decision === undefined) return words;
    return this.ofDecision(condition.decision, (other) => condition.is.includes(other) === wanted) ?? words;
  }

  /**
   * What keeps a settled decision from an outcome that is wanted: the row that decided must not hold, or an earlier row
   * with such an outcome must.
   */
  ofDecision(id: string, isWanted: (outcome: string) => boolean): Shortfall | undefined {
    const rows = this.#probe.program.model.decisions.get(id)?.rows ?? [];
    const deciding = rows.findIndex(({ when }) => when === undefined || this.#probe.truth(when) === true);
    const later = rows.slice(deciding + 1).some(({ outcome }) => isWanted(outcome));
    const decided = rows[deciding]?.when;
    return group("any", [
      later && decided ? this.of(decided, false) : undefined,
      ...rows
        .slice(0, deciding)
        .map(({ outcome, when }) => (when && isWanted(outcome) ? this.of(when, true) : undefined)),
    ]);
  }

  #obligation(obligation: Obligation): Lack | undefined {
    const state = this.#probe.program.obligations.get(obligation.id)?.run(this.#probe.frame);
    if (state === undefined || typeof state.due !== "number") return undefined;
    if (state.status !== "overdue" && state.status !== "fulfilled_late") return undefined;
    const done = obligation.done && this.#probe.value(obligation.done);
    const end = obligation.done && resolve(obligation.done, this.#probe, this.#probe.scope);
    const asking: Asking = { probe: this.#probe, scope: this.#probe.scope, element: undefined };
    return {
      kind: "lack",
      subject: clauseOfSentence(obligation.entry.duty),
      wanted: `by ${formatDay(state.due)}`,
      was: typeof done === "number" ? `was done on ${formatDay(done)}` : "is not done yet",
      facts: end ? factsIn(end, asking) : [],
      changes: end?.kind === "fact" ? changesOf(end, [state.due], asking) : [],
    };
  }

  #statement(words: string, wanted: boolean): Lack {
    return {
      kind: "lack",
      subject: statementOf(words) ?? words,
      wanted: wanted ? "has to be so" : "must not be so",
      was: wanted ? "is not" : "is",
      facts: [],
      changes: [],
    };
  }
}
