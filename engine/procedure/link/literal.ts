import type { Known } from "../../language/known.ts";
import type { Literal } from "../../language/value.ts";
import { describeType, type ValueType } from "../../language/value-type.ts";
import { readDay } from "../../source/date.ts";
import { answerOf } from "../../source/shape-answer.ts";
import type { Value } from "../model.ts";
import { type Spot, valuePlace, within } from "../reporter.ts";
import type { LinkContext } from "./context.ts";

/**
 * A written value, read as the type that its place asks for; where the place asks for none, as a date if it has that
 * form. Reports a value that does not fit.
 */
export function linkLiteral(
  literal: Literal,
  spot: Spot,
  context: LinkContext,
  wanted: ValueType | undefined,
): Value | undefined {
  if (literal === null) return { kind: "literal", type: { kind: "none" }, value: null };
  if (Array.isArray(literal)) return linkList(literal, spot, context, wanted);
  const type = wanted ?? typeOf(literal);
  if (type === undefined) {
    context.reporter.report("unclear-text", spot, `nothing here says what \`${literal}\` is`, {
      expected: "a fact, a date, a number, or true or false",
      remedy: "name a fact with `fact:`, or write a number, or a date as YYYY-MM-DD",
    });
    return undefined;
  }
  const value = readAs(type, literal, spot, context);
  return value === undefined ? undefined : { kind: "literal", type: bare(type, value), value };
}

/** A written number takes the unit of what it stands beside, so it brings none of its own; it may be whole or not. */
function bare(type: ValueType, value: Known): ValueType {
  return type.kind === "number" ? { kind: "number", unit: undefined, integer: Number.isInteger(value) } : type;
}

function typeOf(literal: string | number | boolean): ValueType | undefined {
  if (typeof literal === "boolean") return { kind: "boolean" };
  if (typeof literal === "number") return { kind: "number", unit: undefined, integer: Number.isInteger(literal) };
  return /^\d{4}-\d/.test(literal) ? { kind: "date" } : undefined;
}

function linkList(
  literals: readonly (string | number | boolean)[],
  spot: Spot,
  context: LinkContext,
  wanted: ValueType | undefined,
): Value | undefined {
  if (wanted?.kind !== "list") {
    const single = wanted === undefined ? "a single value" : describeType(wanted);
    context.reporter.report("wrong-type", spot, "a list stands where a single value belongs", {
      expected: single,
      remedy: `write ${single} without brackets, or ask with the operator \`in\``,
    });
    return undefined;
  }
  if (literals.length === 0) {
    context.reporter.report("empty-list", spot, "this list is empty, so nothing can be in it", {
      expected: describeType(wanted),
      remedy: "write at least one value",
    });
    return undefined;
  }
  const values = literals.map((literal, at) => readAs(wanted.of, literal, within(spot, literals, at), context));
  const known = values.filter((value) => value !== undefined);
  return known.length < literals.length ? undefined : { kind: "literal", type: wanted, value: known };
}

/** A literal as the type wanted. Reports one that does not fit. */
function readAs(
  type: ValueType,
  literal: string | number | boolean,
  spot: Spot,
  context: LinkContext,
): Known | undefined {
  switch (type.kind) {
    case "boolean":
      if (typeof literal === "boolean") return literal;
      break;
    case "number":
      if (typeof literal === "number") return literal;
      break;
    case "choice":
      if (typeof literal === "string") {
        if (type.options.includes(literal)) return literal;
        context.reporter.unknownName("option", literal, type.options, spot);
        return undefined;
      }
      break;
    case "text":
      if (typeof literal === "string") return literal;
      break;
    case "date": {
      const written = spot.document.sourceText(spot.container, spot.key) ?? String(literal);
      const day = readDay(typeof literal === "string" ? literal : written, valuePlace(spot));
      if (typeof day === "number") return day;
      context.reporter.add(day);
      return undefined;
    }
    default:
      break;
  }
  const expected = describeType(type);
  const written = spot.document.sourceText(spot.container, spot.key) ?? String(literal);
  context.reporter.report("wrong-type", spot, `\`${written}\` is ${misfit(literal)}, and does not fit here`, {
    expected,
    remedy: remedyFor(type, literal, written),
  });
  return undefined;
}

function misfit(literal: string | number | boolean): string {
  if (typeof literal === "string") return "a text";
  return typeof literal === "number" ? "a number" : "yes or no";
}

function remedyFor(type: ValueType, literal: string | number | boolean, written: string): string {
  if (type.kind === "number" && typeof literal === "string") {
    const isNumber = literal.trim() !== "" && Number.isFinite(Number(literal));
    return isNumber ? `take the quotes off: ${literal}` : "write the number in digits";
  }
  const answer = answerOf(literal);
  if (type.kind === "boolean") return answer === undefined ? "write `true` or `false`" : `write \`${answer}\``;
  if (type.kind === "list") return `write [${written}], or compare with \`equal\``;
  return type.kind === "text" ? `write "${literal}" with quotes` : `write ${describeType(type)}`;
}
