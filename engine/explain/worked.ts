import type { Value } from "../procedure/model.ts";
import { sayCondition } from "./condition-words.ts";
import { sayKnown } from "./known.ts";
import type { Probe } from "./probe.ts";
import { declaredType, type Scope } from "./scope.ts";
import { sayDerived, sayValue } from "./value-words.ts";

/** A formula longer than this says less than the name of what it works out. */
const longestFormula = 110;

/**
 * What a value goes back to in this case: derived values and branches are followed as long as each is nothing but
 * another value, so that what is left is a fact, the evaluation date, or a formula.
 */
export function resolve(value: Value, probe: Probe, scope: Scope): Value {
  if (value.kind === "derived") {
    const derived = probe.program.model.derived.get(value.id);
    const end = derived && resolve(derived.value, probe, probe.scope);
    return end === undefined || isFormula(end) ? value : end;
  }
  if (value.kind === "choose") {
    const branch = takenBranch(value, probe, scope);
    return branch === undefined ? value : resolve(branch, probe, scope);
  }
  return value;
}

function isFormula(value: Value): boolean {
  return (
    value.kind === "function" || value.kind === "aggregate" || value.kind === "choose" || value.kind === "condition"
  );
}

/** The branch that decides in this case; nothing while that is unknown. */
export function takenBranch(value: Value & { kind: "choose" }, probe: Probe, scope: Scope): Value | undefined {
  for (const { when, value: branch } of value.branches) {
    const holds = when === undefined ? true : probe.truth(when, scope);
    if (holds === true) return branch;
    if (holds === undefined) return undefined;
  }
  return undefined;
}

/**
 * A value in words for this case: as what it goes back to; worked out from a few facts, by its formula; from many, by
 * its name.
 */
export function sayWorked(value: Value, probe: Probe, scope: Scope, beside?: Value): string {
  const end = resolve(value, probe, scope);
  if (end.kind === "literal") return sayValue(end, scope, beside);
  const formula = formulaOf(end, probe, scope);
  if (formula !== undefined && formula.length <= longestFormula) return formula;
  return end.kind === "derived" ? sayDerived(end.id, end.type) : sayValue(end, scope, beside);
}

/** The formula in words; nothing where it takes in a whole list or more than one condition. */
function formulaOf(value: Value, probe: Probe, scope: Scope): string | undefined {
  const end = resolve(value, probe, scope);
  switch (end.kind) {
    case "derived": {
      const derived = probe.program.model.derived.get(end.id);
      return derived && formulaOf(derived.value, probe, probe.scope);
    }
    case "function": {
      const operands: string[] = [];
      for (const operand of end.operands) {
        const words = formulaOf(operand, probe, scope);
        if (words === undefined) return undefined;
        operands.push(words);
      }
      return end.row.phrase(operands, end.body);
    }
    case "literal":
    case "fact":
    case "asOf":
    case "item":
      return sayValue(end, scope);
    case "condition":
      return `whether ${sayCondition(end.of, scope)}`;
    case "aggregate":
    case "choose":
      return undefined;
    default:
      return end satisfies never;
  }
}

/** What a value comes to in this case, in words. */
export function sayFound(
  value: Value,
  probe: Probe,
  scope: Scope,
  options: { bare?: boolean; beside?: number } = {},
): string {
  const saying = { type: value.type, declared: declaredType(value, scope), ...options };
  return sayKnown(probe.value(value, scope), saying);
}
