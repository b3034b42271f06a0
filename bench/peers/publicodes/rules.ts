import type { Comparison, Condition, RevisionModel, Value } from "../../../engine/procedure/model.ts";
import { asOfName } from "../facts.ts";
import { mayBeNone } from "../none.ts";
import { nameOf, type Step } from "../plan.ts";
import type { Spared } from "../spared.ts";

/** A rule or a mechanism of Publicodes, as its YAML would be read. */
export type Rule = string | number | { readonly [key: string]: Rule | readonly Rule[] | null } | null;

/** Where a rule stands. */
export interface Scope {
  readonly model: RevisionModel;
  readonly spared: Spared;
  /** The facts that some rule asks for: an engine knows no others. */
  readonly asked: Set<string>;
}

const symbols: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
  before: "<",
  onOrBefore: "<=",
  after: ">",
  onOrAfter: ">=",
};

/** A name as Publicodes takes it: words with spaces. */
export function spaced(name: string): string {
  return name.replaceAll("_", " ").toLowerCase();
}

/**
 * A step as a rule; nothing for a value, which is given: Publicodes has no lists, and no date that may be none. So
 * everything that is reckoned or asked of a list is given, and beside each value that may be none whether it is there.
 */
export function stepRule(step: Step, scope: Scope): Rule | undefined {
  switch (step.kind) {
    case "value":
      return undefined;
    case "condition":
      return { valeur: conditionRule(step.of, scope) };
    case "decision":
      return {
        variations: step.rows.map(
          ({ outcome, when }): Rule =>
            when === undefined ? { sinon: text(outcome) } : { si: conditionRule(when, scope), alors: text(outcome) },
        ),
      };
    default:
      return step satisfies never;
  }
}

function conditionRule(condition: Condition, scope: Scope): Rule {
  switch (condition.kind) {
    case "all":
    case "any": {
      if (condition.of.length === 0) return condition.kind === "all" ? "oui" : "non";
      const parts = condition.of.map((part) => conditionRule(part, scope));
      return condition.kind === "all" ? { "toutes ces conditions": parts } : { "une de ces conditions": parts };
    }
    case "not":
      return { variations: [{ si: conditionRule(condition.of, scope), alors: "non" }, { sinon: "oui" }] };
    case "compare":
      return compareRule(condition, scope);
    case "some":
    case "every":
      return asked(scope.spared.condition(condition, `what is asked of the list ${condition.list.id}`), scope);
    case "clause":
      return spaced(nameOf("clause", condition.clause, condition.is));
    case "decision": {
      const outcome = spaced(nameOf("decision", condition.decision));
      const parts = condition.is.map((is) => `${outcome} = ${text(is)}`);
      const [only = "non"] = parts;
      return parts.length === 1 ? only : { "une de ces conditions": parts };
    }
    case "reading":
      return "non";
    default:
      return condition satisfies never;
  }
}

function compareRule({ operator, left, right }: Comparison, scope: Scope): Rule {
  if (right === undefined) {
    const there = existence(left, scope) ?? "oui";
    return operator.name === "exists" ? there : `${there} = non`;
  }
  const symbol = symbols[operator.name];
  if (symbol === undefined) throw new Error(`Publicodes has nothing for the operator ${operator.name}`);
  const compared = `${valueName(left, scope)} ${symbol} ${valueName(right, scope)}`;
  const there = [existence(left, scope), existence(right, scope)].filter((rule) => rule !== undefined);
  return there.length === 0 ? compared : { "toutes ces conditions": [...there, compared] };
}

/** The name under which it is given whether a value is there; nothing for one that always is. */
function existence(value: Value, scope: Scope): string | undefined {
  if (!mayBeNone(value, scope.model)) return undefined;
  const name = value.kind === "fact" || value.kind === "derived" ? nameOf(value.kind, value.id) : "value";
  return asked(scope.spared.existence(value, `${name}_is_there`), scope);
}

function valueName(value: Value, scope: Scope): string {
  switch (value.kind) {
    case "literal":
      if (typeof value.value === "boolean") return value.value ? "oui" : "non";
      return typeof value.value === "string" ? text(value.value) : String(value.value);
    case "fact":
      return asked(nameOf("fact", value.id), scope);
    case "asOf":
      return asked(asOfName, scope);
    case "derived":
      if (value.type.kind === "boolean") return spaced(nameOf("derived", value.id));
      return asked(scope.spared.value(value, `the value ${value.id}`), scope);
    default:
      return asked(scope.spared.value(value, `a value by ${value.kind}`), scope);
  }
}

/** The name of something given, kept as one that is asked for. */
function asked(name: string, scope: Scope): string {
  scope.asked.add(name);
  return spaced(name);
}

function text(words: string): string {
  return `'${words}'`;
}
