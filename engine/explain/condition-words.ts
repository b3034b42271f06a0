import { joined } from "../language/expressions/expression.ts";
import type { Operator } from "../language/operators/operator.ts";
import { type OperatorName, operators } from "../language/operators/table.ts";
import type { Comparison, Condition, Value } from "../procedure/model.ts";
import { humanise, indefinite, withoutArticle } from "./names.ts";
import { canBeNone, inside, type Scope } from "./scope.ts";
import { sayValue } from "./value-words.ts";

/** A condition of the model in plain English, as part of a sentence. */
export function sayCondition(condition: Condition, scope: Scope): string {
  switch (condition.kind) {
    case "all":
      return join(condition.of, "and", scope);
    case "any":
      return join(condition.of, "or", scope);
    case "not":
      return sayNot(condition.of, scope);
    case "compare":
      return sayComparison(condition, scope);
    case "some":
    case "every": {
      const each = condition.kind === "some" ? "at least one of" : "each of";
      return `${each} ${sayValue(condition.list, scope)} is such that ${sayCondition(condition.where, inside(scope, condition.list.id))}`;
    }
    case "clause":
      return `${sayClause(condition.clause, scope)} ${sayStatus(condition.is)}`;
    case "decision":
      return `${sayDecision(condition.decision)} is ${joined(condition.is.map(sayOutcome), "or")}`;
    case "reading":
      return `${sayReading(condition.reading)} is read as ${sayOutcome(condition.is)}`;
    default:
      return condition satisfies never;
  }
}

/** A clause by its number and title. */
export function sayClause(id: string, { model }: Scope): string {
  const title = model.clauses.get(id)?.title;
  return title === undefined ? `clause ${id}` : `clause ${id} (${title})`;
}

/** A status as the predicate of a clause. */
export function sayStatus(status: "met" | "unmet" | "undetermined" | "not_applicable"): string {
  switch (status) {
    case "met":
      return "is met";
    case "unmet":
      return "is not met";
    case "undetermined":
      return "is open";
    case "not_applicable":
      return "does not apply";
    default:
      return status satisfies never;
  }
}

/** A decision as the subject of a sentence. */
export function sayDecision(id: string): string {
  return `the decision on ${humanise(id)}`;
}

/** An outcome within a sentence. */
export function sayOutcome(outcome: string): string {
  return `“${humanise(outcome)}”`;
}

/** An interpretation as the subject of a sentence. */
export function sayReading(id: string): string {
  return `the question of ${humanise(id)}`;
}

/** Parts joined by one word; a part that is itself joined by the other stands in brackets. */
function join(parts: readonly Condition[], conjunction: "and" | "or", scope: Scope): string {
  const words = parts.map((part) => {
    const said = sayCondition(part, scope);
    return (part.kind === "all" || part.kind === "any") && part.of.length > 1 ? `(${said})` : said;
  });
  return words.some((word) => word.includes(",")) ? words.join(`, ${conjunction} `) : joined(words, conjunction);
}

/** A comparison whose sides can't be none has a true opposite; any other condition is denied as a whole. */
function sayNot(of: Condition, scope: Scope): string {
  if (of.kind === "not") return sayCondition(of.of, scope);
  if (of.kind === "clause") return `${sayClause(of.clause, scope)} ${deniedStatus(of.is)}`;
  if (of.kind === "decision") {
    return `${sayDecision(of.decision)} is ${of.is.length > 1 ? "neither" : "not"} ${joined(of.is.map(sayOutcome), "nor")}`;
  }
  if (of.kind === "compare" && negatesExactly(of, scope)) {
    return sayComparison({ ...of, operator: opposite(of.operator) }, scope);
  }
  return `it is not so that ${sayCondition(of, scope)}`;
}

function deniedStatus(status: "met" | "unmet" | "not_applicable"): string {
  if (status === "met") return "is not met or does not apply";
  return status === "unmet" ? "is met or does not apply" : "applies";
}

/** The operator that is true where this one is false, for sides that are there. */
export function opposite(operator: Operator): Operator {
  return operators[operator.negation as OperatorName];
}

function negatesExactly({ operator, left, right }: Comparison, scope: Scope): boolean {
  if (operator.right === "nothing") return true;
  return !canBeNone(left, scope) && (right === undefined || !canBeNone(right, scope));
}

function sayComparison({ operator, left, right }: Comparison, scope: Scope): string {
  if (right === undefined) return sayExistence(operator, left, scope);
  const asked = yesOrNo({ operator, right });
  if (asked !== undefined) return sayYesOrNo(left, asked, scope);
  const words = sayValue(right, scope, left);
  const denies = operator.name === operators.notEqual.name && left.type.kind === "choice";
  return `${sayValue(left, scope)} ${operator.phrase} ${denies ? `“${words}”` : words}`;
}

/** Whether a comparison asks for yes or for no; nothing where it asks for neither. */
export function yesOrNo({ operator, right }: Pick<Comparison, "operator" | "right">): boolean | undefined {
  if (right?.kind !== "literal" || typeof right.value !== "boolean") return undefined;
  if (operator.name === operators.equal.name) return right.value;
  return operator.name === operators.notEqual.name ? !right.value : undefined;
}

/** A label of the form "whether it rains" says outright that it rains. */
function sayYesOrNo(left: Value, asked: boolean, scope: Scope): string {
  const subject = sayValue(left, scope);
  const statement = statementOf(subject);
  if (statement !== undefined) return asked ? statement : `it is not so that ${statement}`;
  if (left.kind === "derived") return `${subject} ${asked ? "holds" : "does not hold"}`;
  return `${subject} ${operators.equal.phrase} ${asked ? "yes" : "no"}`;
}

/** What a phrase of the form "whether it rains" is about; nothing for any other phrase. */
export function statementOf(phrase: string): string | undefined {
  return /^whether (.+)$/s.exec(phrase)?.[1];
}

function sayExistence(operator: Operator, left: Value, scope: Scope): string {
  const subject = sayValue(left, scope);
  const isThere = operator.name === operators.exists.name;
  if (left.kind === "item") return `${subject} is ${isThere ? "there" : "none"}`;
  if (left.type.kind === "list") {
    return `${operator.phrase.replace("there is", "there are")} ${withoutArticle(subject)}`;
  }
  return `${operator.phrase} ${isThere ? indefinite(subject) : withoutArticle(subject)}`;
}
