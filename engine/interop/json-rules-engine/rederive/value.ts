import type { Known, Operand } from "../../../language/known.ts";
import { unreachable } from "../../../language/value-type.ts";
import type { Value } from "../../../procedure/model.ts";
import type { Element } from "../element.ts";
import { type GivenFacts, itemOf } from "../given-facts.ts";
import type { SettledTruths } from "./settled.ts";

type Aggregate = Value & { kind: "aggregate" };
type Choose = Value & { kind: "choose" };

/**
 * A value worked out once more, from the facts, the rows of the expression table and json-rules-engine's truths. A
 * derived value inside of it is taken as the evaluator has it, for it is worked out once more by itself.
 */
export function rederiveValue(
  value: Value,
  element: Element | undefined,
  truths: SettledTruths,
  given: GivenFacts,
): Operand {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "fact":
    case "derived":
    case "asOf":
      return given.referenceOf(value);
    case "item":
      return itemOf(element, value.name, value.position).operand;
    case "function": {
      const operands = value.operands.map((operand) => rederiveValue(operand, element, truths, given));
      if (operands.includes(null)) return null;
      const known = operands.filter(isKnown);
      return known.length < operands.length ? undefined : given.look(element, () => value.row.apply(known, value.body));
    }
    case "aggregate":
      return rederiveAggregate(value, truths, given);
    case "choose":
      return rederiveChoose(value, element, truths, given);
    case "condition":
      return truths.of(value.of, element);
    default:
      return unreachable(value);
  }
}

/** An element that may or may not count leaves the whole open, and so does one that counts with an unknown field. */
function rederiveAggregate({ list, field, where, row }: Aggregate, truths: SettledTruths, given: GivenFacts): Operand {
  const operand = given.referenceOf(list);
  if (!Array.isArray(operand)) return operand === null ? null : undefined;
  const counting = given
    .elements(list)
    .map((element) => ({
      counts: truths.of(where, element),
      part: field === undefined ? true : rederiveValue(field, element, truths, given),
    }))
    .filter(({ counts }) => counts !== false);
  if (counting.some(({ counts, part }) => counts === undefined || part === undefined)) return undefined;
  return row.fold(counting.map(({ part }) => part).filter(isKnown));
}

/** The value of the first branch that holds, or the one that all branches still open agree on. */
function rederiveChoose(
  { branches }: Choose,
  element: Element | undefined,
  truths: SettledTruths,
  given: GivenFacts,
): Operand {
  const taken = branches.findIndex(({ when }) => truths.of(when, element) === true);
  const open = branches.filter(({ when }, at) => at <= taken && truths.of(when, element) !== false);
  const [first, ...others] = open.map((branch) => rederiveValue(branch.value, element, truths, given));
  return others.every((other) => other === first) ? first : undefined;
}

function isKnown(operand: Operand): operand is Known {
  return operand !== undefined && operand !== null;
}
