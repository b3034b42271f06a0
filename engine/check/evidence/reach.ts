import { type Day, parseDay, yearMonthDay } from "../../calendar/day.ts";
import type { Amounts } from "../../cases/amounts.ts";
import { boundsFor } from "../../cases/bounds.ts";
import type { FactType } from "../../language/fact.ts";
import { conditionsIn } from "../../procedure/conditions.ts";
import type { RevisionModel, Value } from "../../procedure/model.ts";
import type { Bounds } from "../../prove/encode/bounds.ts";

/** The most elements of a list that cases have here; a question that may need more is not answered. */
const mostElements = 6;

/** How far the cases reach that a revision is checked with. */
export interface Reach extends Bounds {
  /** The lists that may need more elements to show all that can be asked of them, by the id of their fact. */
  readonly tooShort: ReadonlySet<string>;
}

/**
 * How far cases have to reach so that whatever a revision asks can be so in one of them: over the years around it, those
 * that its formulas reach from there, and the dates that it writes out; and to lists in which each question can have an
 * element of its own.
 */
export function reachOf(model: RevisionModel, amounts: Amounts): Reach {
  const { years, longestList } = boundsFor([model], undefined);
  const written = [...amounts.days, ...[...model.facts.values()].flatMap(({ entry }) => limitsOf(entry))];
  const named = written.map((day) => yearMonthDay(day).year);
  const span = Math.max(0, ...amounts.shifts.map((shift) => yearsBetween(model.effective, shift(model.effective))));
  const counted = new Set<string>();
  const questions = new Map<string, number>();
  const ask = (list: string): void => {
    questions.set(list, (questions.get(list) ?? 0) + 1);
  };
  for (const { condition, owner } of conditionsIn(model)) {
    if (condition.kind === "compare") {
      for (const side of [condition.left, condition.right]) if (side !== undefined) count(side, counted);
      if (condition.operator.right === "element" && "id" in condition.left) ask(condition.left.id);
    }
    if (owner.kind !== "contradiction" && (condition.kind === "some" || condition.kind === "every")) {
      ask(condition.list.id);
    }
  }
  for (const { value } of model.derived.values()) count(value, counted);
  const needed = Math.max(longestList, ...questions.values());
  const tooMany = [...questions].filter(([, number]) => number > mostElements).map(([list]) => list);
  return {
    years: {
      from: Math.max(1, Math.min(years.from, ...named.map((year) => year - 1)) - 2 * span),
      to: Math.min(9999, Math.max(years.to, ...named.map((year) => year + 1)) + 2 * span),
    },
    longestList: Math.min(mostElements, needed),
    tooShort: new Set([...counted, ...tooMany]),
  };
}

/** Notes the lists whose elements a value counts: a condition can ask for any number of them. */
function count(value: Value, counted: Set<string>): void {
  switch (value.kind) {
    case "aggregate":
      if (value.row.name === "count") counted.add(value.list.id);
      return;
    case "function":
      for (const operand of value.operands) count(operand, counted);
      return;
    case "choose":
      for (const branch of value.branches) count(branch.value, counted);
      return;
    case "literal":
    case "fact":
    case "derived":
    case "asOf":
    case "item":
    case "condition":
      return;
    default:
      value satisfies never;
  }
}

function limitsOf(type: FactType): readonly Day[] {
  if (type.type === "list") return limitsOf(type.of);
  if (type.type === "record") return Object.values(type.fields).flatMap(limitsOf);
  if (type.type !== "date") return [];
  const limits = [type.from, type.to].filter((limit) => limit !== undefined);
  return limits.map(parseDay).filter((day) => typeof day === "number");
}

function yearsBetween(from: Day, to: Day): number {
  return Math.abs(yearMonthDay(to).year - yearMonthDay(from).year);
}
