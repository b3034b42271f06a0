import type {
  ClauseCondition,
  Condition as ConditionEntry,
  DecisionCondition,
  FactCondition,
  ItemCondition,
  ListQuestion,
  ReadingCondition,
} from "../../language/condition.ts";
import type { Operator } from "../../language/operators/operator.ts";
import { operators } from "../../language/operators/table.ts";
import { comparable, describeType, unreachable, type ValueType } from "../../language/value-type.ts";
import type { Condition, Value } from "../model.ts";
import { type Spot, within } from "../reporter.ts";
import type { LinkContext, Scope } from "./context.ts";
import { linkItem, linkList, linkReference } from "./reference.ts";
import { reportUnknown } from "./timeline.ts";
import { linkValue } from "./value.ts";

/** A condition with its names resolved and its types checked. Reports whatever in it can't be. */
export function linkCondition(
  entry: ConditionEntry,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
): Condition | undefined {
  const condition = linked(entry, spot, context, scope);
  return condition && context.origins.note(condition, spot);
}

function linked(entry: ConditionEntry, spot: Spot, context: LinkContext, scope: Scope): Condition | undefined {
  if ("all" in entry) return linkEach("all", entry.all, spot, context, scope);
  if ("any" in entry) return linkEach("any", entry.any, spot, context, scope);
  if ("not" in entry) {
    const of = linkCondition(entry.not, within(spot, entry, "not"), context, scope);
    return of && { kind: "not", of };
  }
  if ("some" in entry) return linkQuantified("some", entry.some, spot, context);
  if ("every" in entry) return linkQuantified("every", entry.every, spot, context);
  if ("clause" in entry) return linkClauseCondition(entry, spot, context);
  if ("decision" in entry) return linkDecision(entry, spot, context);
  if ("reading" in entry) return linkReading(entry, spot, context);
  return linkComparison(entry, spot, context, scope);
}

function linkEach(
  kind: "all" | "any",
  entries: readonly ConditionEntry[],
  spot: Spot,
  context: LinkContext,
  scope: Scope,
): Condition | undefined {
  const of: Condition[] = [];
  for (const [at, entry] of entries.entries()) {
    const condition = linkCondition(entry, within(spot, entries, at), context, scope);
    if (condition !== undefined) of.push(condition);
  }
  return of.length === entries.length ? { kind, of } : undefined;
}

function linkQuantified(
  kind: "some" | "every",
  question: ListQuestion,
  spot: Spot,
  context: LinkContext,
): Condition | undefined {
  const found = linkList(question.in, within(spot, question, "in"), context);
  if (found === undefined) return undefined;
  const scope: Scope = { item: found.element };
  const where = linkCondition(question.where, within(spot, question, "where"), context, scope);
  return where && { kind, list: found.list, where };
}

/**
 * Asks a clause for its status. Of one of which nothing is encoded that is always the same, so whoever asks meant
 * another: a refusal that hangs on it would never happen.
 */
function linkClauseCondition(entry: ClauseCondition, spot: Spot, context: LinkContext): Condition | undefined {
  const { clause, is } = entry;
  const here = within(spot, entry, "clause");
  if (!context.clauses.has(clause)) {
    reportUnknown("clause", clause, context.clauses, here, context);
    return undefined;
  }
  if (!context.notEncoded.has(clause)) return { kind: "clause", clause, is };
  context.reporter.report(
    "nothing-to-ask",
    here,
    `nothing of clause ${clause} is encoded, so it is never met or unmet`,
    {
      expected: "a clause that demands something",
      remedy: "name the clause with the demand, or encode this one",
    },
  );
  return undefined;
}

function linkDecision(entry: DecisionCondition, spot: Spot, context: LinkContext): Condition | undefined {
  const outcomes = context.decisions.get(entry.decision);
  if (outcomes === undefined) {
    const known = context.decisions.keys();
    reportUnknown("decision", entry.decision, known, within(spot, entry, "decision"), context);
    return undefined;
  }
  const is = [entry.is].flat();
  const unknown = is.findIndex((outcome) => !outcomes.includes(outcome));
  if (unknown === -1) return { kind: "decision", decision: entry.decision, is };
  const at = Array.isArray(entry.is) ? within(spot, entry.is, unknown) : within(spot, entry, "is");
  context.reporter.unknownName("outcome", is[unknown] ?? "", outcomes, at);
  return undefined;
}

function linkReading(entry: ReadingCondition, spot: Spot, context: LinkContext): Condition | undefined {
  const interpretation = context.interpretations.get(entry.reading);
  if (interpretation === undefined) {
    const known = context.interpretations.keys();
    reportUnknown("interpretation", entry.reading, known, within(spot, entry, "reading"), context);
    return undefined;
  }
  const alternatives = interpretation.alternatives.map((alternative) => alternative.id);
  if (alternatives.includes(entry.is)) return { kind: "reading", reading: entry.reading, is: entry.is };
  context.reporter.unknownName("alternative", entry.is, alternatives, within(spot, entry, "is"));
  return undefined;
}

function linkComparison(
  entry: FactCondition | ItemCondition,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
): Condition | undefined {
  const left =
    "fact" in entry
      ? linkReference(entry.fact, within(spot, entry, "fact"), context)
      : linkItem(entry.item, within(spot, entry, "item"), context, scope);
  const operator = operators[entry.operator];
  if (left === undefined) return undefined;
  if (!operator.takes.includes(left.type.kind)) {
    const fitting = Object.values(operators).filter((other) => other.takes.includes(left.type.kind));
    const alike = fitting.find(
      (other) => other.jsonRulesEngine === operator.jsonRulesEngine && other.right === operator.right,
    );
    const name = "fact" in entry ? entry.fact : entry.item;
    context.reporter.report(
      "operator-type",
      within(spot, entry, "operator"),
      `\`${operator.name}\` can't be asked of \`${name}\`, which is ${describeType(left.type)}`,
      {
        expected: `one of ${fitting.map((other) => `\`${other.name}\``).join(", ")}`,
        ...(alike === undefined ? {} : { nearest: alike.name }),
        remedy: alike === undefined ? "use one of those operators, or another fact" : `write \`${alike.name}\``,
      },
    );
    return undefined;
  }
  if (operator.right === "element" && left.type.kind === "list" && !isPlain(left.type.of)) {
    context.reporter.report(
      "operator-type",
      within(spot, entry, "operator"),
      `\`${operator.name}\` can't be asked of a list whose elements have fields`,
      { expected: "`some` or `every`, which look at the fields", remedy: "ask with `some:` and `where:`" },
    );
    return undefined;
  }
  const right = linkRight(entry, operator, left, spot, context, scope);
  return right === "failed" ? undefined : { kind: "compare", operator, left, right };
}

/** Whether values of the type are compared as a whole. */
function isPlain(type: ValueType): boolean {
  return type.kind !== "record" && type.kind !== "list";
}

/** The type that an operator asks for on its right, given what stands on its left. */
function wantedRight(operator: Operator, left: ValueType): ValueType | undefined {
  switch (operator.right) {
    case "nothing":
      return undefined;
    case "same":
      return left;
    case "list":
      return { kind: "list", of: left };
    case "element":
      return left.kind === "list" ? left.of : left;
    default:
      return unreachable(operator.right);
  }
}

function linkRight(
  entry: FactCondition | ItemCondition,
  operator: Operator,
  left: Value,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
): Value | undefined | "failed" {
  const wanted = wantedRight(operator, left.type);
  const here = within(spot, entry, "value");
  if (wanted === undefined) {
    if (entry.value === undefined) return undefined;
    const message = `\`${operator.name}\` looks at the fact alone, and takes no value`;
    context.reporter.report("value-not-wanted", here, message, {
      remedy: "take `value:` out",
    });
    return "failed";
  }
  if (entry.value === undefined) {
    context.reporter.report(
      "missing-value",
      within(spot, entry, "operator"),
      `\`${operator.name}\` needs a \`value\``,
      {
        expected: describeType(wanted),
        remedy: `add \`value:\` with ${describeType(wanted)}`,
      },
    );
    return "failed";
  }
  if (entry.value === null) {
    context.reporter.report("compared-with-none", here, "a comparison with null (none) is never true", {
      remedy: "ask with the operator `isNone` or `exists`, without `value:`",
    });
    return "failed";
  }
  const right = linkValue(entry.value, here, context, scope, wanted);
  if (right === undefined) return "failed";
  if (right.type.kind === "none" || comparable(wanted, right.type)) return right;
  context.reporter.report(
    "wrong-type",
    here,
    `this compares ${describeType(left.type)} with ${describeType(right.type)}`,
    {
      expected: describeType(wanted),
      remedy: "compare like with like",
    },
  );
  return "failed";
}
