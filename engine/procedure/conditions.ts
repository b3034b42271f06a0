import { unreachable } from "../language/value-type.ts";
import type { Condition, RevisionModel, Value } from "./model.ts";

/** What a condition belongs to, and which part of it the condition is or stands in. */
export interface Owner {
  readonly kind: "clause" | "obligation" | "derived" | "decision" | "contradiction";
  readonly id: string;
  /** `appliesWhen`, `requires`, `performedWhen`, `due`, `done`, `keepUntil`, `value`, `when`, or a row's place from 0 on. */
  readonly part: string | number;
}

/** A condition of a revision at its place. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly owner: Owner;
  /** The conditions that it stands in, the outermost first. */
  readonly inside: readonly Condition[];
  /** The list whose elements it is asked of; nothing outside a question about a list. */
  readonly list: string | undefined;
}

/** Every condition of a revision, each followed by those inside it, in the order of the text. */
export function conditionsIn(model: RevisionModel): readonly PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const condition = (of: Condition | undefined, owner: Owner): void => {
    if (of !== undefined) gather(of, { owner, inside: [], list: undefined }, found);
  };
  const value = (of: Value | undefined, owner: Owner): void => {
    if (of !== undefined) gatherIn(of, { owner, inside: [], list: undefined }, found);
  };
  for (const { id, appliesWhen, requires, derived, obligations } of model.clauses.values()) {
    condition(appliesWhen, { kind: "clause", id, part: "appliesWhen" });
    condition(requires, { kind: "clause", id, part: "requires" });
    for (const name of derived) value(model.derived.get(name)?.value, { kind: "derived", id: name, part: "value" });
    for (const name of obligations) {
      const duty = model.obligations.get(name);
      condition(duty?.ownCondition, { kind: "obligation", id: name, part: "appliesWhen" });
      condition(duty?.performedWhen, { kind: "obligation", id: name, part: "performedWhen" });
      for (const part of ["due", "done", "keepUntil"] as const) {
        value(duty?.[part], { kind: "obligation", id: name, part });
      }
    }
  }
  for (const { id, rows } of model.decisions.values()) {
    for (const [at, { when }] of rows.entries()) condition(when, { kind: "decision", id, part: at });
  }
  for (const { id, when } of model.contradictions) condition(when, { kind: "contradiction", id, part: "when" });
  return found;
}

type Around = Omit<PlacedCondition, "condition">;

function gather(condition: Condition, around: Around, found: PlacedCondition[]): void {
  found.push({ condition, ...around });
  const within: Around = { ...around, inside: [...around.inside, condition] };
  switch (condition.kind) {
    case "all":
    case "any":
      for (const part of condition.of) gather(part, within, found);
      return;
    case "not":
      gather(condition.of, within, found);
      return;
    case "compare":
      gatherIn(condition.left, within, found);
      if (condition.right) gatherIn(condition.right, within, found);
      return;
    case "some":
    case "every":
      gather(condition.where, { ...within, list: condition.list.id }, found);
      return;
    case "clause":
    case "decision":
    case "reading":
      return;
    default:
      unreachable(condition);
  }
}

function gatherIn(value: Value, around: Around, found: PlacedCondition[]): void {
  switch (value.kind) {
    case "literal":
    case "item":
    case "fact":
    case "derived":
    case "asOf":
      return;
    case "function":
      for (const operand of value.operands) gatherIn(operand, around, found);
      return;
    case "aggregate":
      if (value.where) gather(value.where, { ...around, list: value.list.id }, found);
      return;
    case "choose":
      for (const branch of value.branches) {
        if (branch.when) gather(branch.when, around, found);
        gatherIn(branch.value, around, found);
      }
      return;
    case "condition":
      gather(value.of, around, found);
      return;
    default:
      unreachable(value);
  }
}
