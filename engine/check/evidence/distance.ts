import { compileCondition } from "../../evaluate/compile/condition.ts";
import { compileValue } from "../../evaluate/compile/value.ts";
import type { Frame } from "../../evaluate/frame.ts";
import type { Program } from "../../evaluate/program.ts";
import type { Comparison, Condition, Row } from "../../procedure/model.ts";

/** How far a complete case is from making something so: 0 where it is so, and less the nearer it comes. */
export type Distance = (frame: Frame) => number;

const cannotBe: Distance = () => Number.POSITIVE_INFINITY;

/** A condition that has to come out a certain way. */
interface Demand {
  readonly condition: Condition;
  readonly truth: boolean;
}

/**
 * Measures how far cases are from making conditions come out a certain way. It looks through clauses, decisions and
 * derived values, so that a search has something to go by where only many facts together make the difference.
 */
export class Distances {
  readonly #program: Program;
  readonly #made = new Map<Condition, Map<boolean, Distance>>();
  readonly #outcomes = new Map<string, Distance>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** From making a condition true, or false. It must not stand in a question about a list. */
  of(condition: Condition, truth: boolean): Distance {
    const known = this.#made.get(condition) ?? new Map<boolean, Distance>();
    this.#made.set(condition, known);
    const made = known.get(truth);
    if (made !== undefined) return made;
    const { test } = compileCondition(condition, this.#program.names);
    const distance = onceACase(
      (frame) => test(frame) === truth,
      () => this.#measure(condition, truth),
    );
    known.set(truth, distance);
    return distance;
  }

  /** From having a clause apply and be met, or apply and be unmet. */
  ofClause(id: string, met: boolean): Distance {
    const clause = this.#program.model.clauses.get(id);
    if (clause === undefined) return cannotBe;
    const { appliesWhen, requires } = clause;
    return this.#together([
      ...(appliesWhen === undefined ? [] : [{ condition: appliesWhen, truth: true }]),
      ...(requires === undefined ? [] : [{ condition: requires, truth: met }]),
    ]);
  }

  /** From having a row of a decision decide, and something else be so as well. */
  ofRow(rows: readonly Row[], at: number, also?: Condition): Distance {
    const demands = rows.slice(0, at + 1).flatMap(({ when }, place): readonly Demand[] => {
      return when === undefined ? [] : [{ condition: when, truth: place === at }];
    });
    return this.#together(also === undefined ? demands : [...demands, { condition: also, truth: true }]);
  }

  #measure(condition: Condition, truth: boolean): Distance {
    switch (condition.kind) {
      case "all":
      case "any": {
        if ((condition.kind === "all") === truth) return this.#together([{ condition, truth }]);
        return least(condition.of.map((part) => this.of(part, truth)));
      }
      case "not":
        return this.of(condition.of, !truth);
      case "compare":
        return this.#ofComparison(condition, truth);
      case "clause":
        return this.#ofStatus(condition.clause, condition.is, truth);
      case "decision":
        return this.#ofOutcome(condition.decision, (outcome) => condition.is.includes(outcome) === truth);
      case "some":
      case "every":
      case "reading":
        return () => 1;
      default:
        return condition satisfies never;
    }
  }

  /** From having several things so in one case. What they demand of one decision it must come to with one outcome. */
  #together(demands: readonly Demand[]): Distance {
    const single: Distance[] = [];
    const outcomes = new Map<string, (outcome: string) => boolean>();
    for (const { condition, truth } of demands.flatMap(flattened)) {
      if (condition.kind !== "decision") {
        single.push(this.of(condition, truth));
        continue;
      }
      const before = outcomes.get(condition.decision) ?? (() => true);
      outcomes.set(condition.decision, (outcome) => before(outcome) && condition.is.includes(outcome) === truth);
    }
    return sum([...single, ...[...outcomes].map(([id, fits]) => this.#ofOutcome(id, fits))]);
  }

  #ofOutcome(id: string, fits: (outcome: string) => boolean): Distance {
    const rows = this.#program.model.decisions.get(id)?.rows ?? [];
    const fitting = [...rows.keys()].filter((at) => fits(rows[at]?.outcome ?? ""));
    const key = `${id} ${fitting.join()}`;
    const made = this.#outcomes.get(key);
    if (made !== undefined) return made;
    const decision = this.#program.decisions.get(id);
    const distance = onceACase(
      (frame) => decision?.possible(frame).every(fits) === true,
      () => least(fitting.map((at) => this.ofRow(rows, at))),
    );
    this.#outcomes.set(key, distance);
    return distance;
  }

  #ofStatus(id: string, is: "met" | "unmet" | "not_applicable", truth: boolean): Distance {
    const clause = this.#program.model.clauses.get(id);
    if (clause === undefined) return cannotBe;
    const { appliesWhen } = clause;
    const off = appliesWhen === undefined ? cannotBe : this.of(appliesWhen, false);
    if (is === "not_applicable") return truth ? off : this.ofClause(id, true);
    return truth ? this.ofClause(id, is === "met") : least([off, this.ofClause(id, is !== "met")]);
  }

  #ofComparison({ left, operator, right }: Comparison, truth: boolean): Distance {
    const { names, model } = this.#program;
    if (left.kind === "derived" && right?.kind === "literal" && typeof right.value === "boolean") {
      const value = model.derived.get(left.id)?.value;
      const wanted = (operator.name === "equal") === truth ? right.value : !right.value;
      if (value?.kind === "condition") return this.of(value.of, wanted);
    }
    if (right === undefined) return () => 1;
    const [a, b] = [compileValue(left, names), compileValue(right, names)];
    return (frame) => {
      const [one, other] = [a.get(frame), b.get(frame)];
      if (typeof one !== "number" || typeof other !== "number") return 1;
      const gap = Math.abs(one - other);
      // Closing the gap to nothing is not enough for every operator, so that what is left never counts as there.
      return (gap + 1) / (gap + 2);
    };
  }
}

/** What a demand comes down to: each part of an `all` that must be true, and of an `any` that must be false. */
function flattened({ condition, truth }: Demand): readonly Demand[] {
  if (condition.kind === "not") return flattened({ condition: condition.of, truth: !truth });
  if (condition.kind !== "all" && condition.kind !== "any") return [{ condition, truth }];
  const isJoined = (condition.kind === "all") === truth;
  return isJoined ? condition.of.flatMap((part) => flattened({ condition: part, truth })) : [{ condition, truth }];
}

/**
 * A distance that is 0 where something is so already. It is made when it is first needed and worked out once a case, for the
 * same things are asked for on many ways.
 */
function onceACase(isSo: (frame: Frame) => boolean, make: () => Distance): Distance {
  let made: Distance | undefined;
  let last: Frame | undefined;
  let found = 0;
  return (frame) => {
    if (frame === last) return found;
    if (isSo(frame)) found = 0;
    else {
      made ??= make();
      found = made(frame);
    }
    last = frame;
    return found;
  };
}

/** All of some distances together. */
export function sum(parts: readonly Distance[]): Distance {
  return (frame) => {
    let total = 0;
    for (const part of parts) total += part(frame);
    return total;
  };
}

function least(parts: readonly Distance[]): Distance {
  return (frame) => {
    let found = Number.POSITIVE_INFINITY;
    for (const part of parts) found = Math.min(found, part(frame));
    return found;
  };
}
