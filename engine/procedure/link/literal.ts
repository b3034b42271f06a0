import { parseDay } from "../../calendar/day.ts";
import type { Known } from "../../language/known.ts";
import type { Literal } from "../../language/value.ts";
import { describeType, type ValueType } from "../../language/value-type.ts";
import type { Value } from "../model.ts";
import type { Spot } from "../reporter.ts";
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
    context.reporter.report("unclear-text", spot, `nothing here says what the text \`${literal}\` is`, {
      expected: "a fact, a date, a number, or true or false",
      remedy: "compare it with a fact, or write a date as YYYY-MM-DD",
    });
    return undefined;
  }
  const value = readAs(type, literal, spot, context);
  return value === undefined ? undefined : { kind: "literal", type: bare(type), value };
}

/** A written number takes the unit of what it stands beside, so it brings none of its own. */
function bare(type: ValueType): ValueType {
  return type.kind === "number" ? { ...type, unit: undefined } : type;
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
  const of = wanted?.kind === "list" ? wanted.of : undefined;
  if (of === undefined || literals.length === 0) {
    context.reporter.report("wrong-type", spot, "a list does not fit here", {
      expected: wanted === undefined ? "a single value" : describeType(wanted),
      remedy: literals.length === 0 ? "write at least one value" : "write a single value, or use `in` with a list",
    });
    return undefined;
  }
  const values: Known[] = [];
  for (const [at, literal] of literals.entries()) {
    const value = readAs(of, literal, { ...spot, container: literals, key: at }, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return { kind: "literal", type: { kind: "list", of }, value: values };
}

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
    case "date":
      if (typeof literal === "string") {
        const day = parseDay(literal);
        if (typeof day === "number") return day;
        context.reporter.report("not-a-date", spot, `\`${literal}\` is not a date: ${day.reason}`, {
          expected: "a calendar date, YYYY-MM-DD",
          remedy: "write a date of the calendar, with two digits each for month and day",
        });
        return undefined;
      }
      break;
    default:
      break;
  }
  context.reporter.report("wrong-type", spot, `\`${literal}\` does not fit here`, {
    expected: describeType(type),
    remedy:
      type.kind === "number" && typeof literal === "string" && literal.trim() !== "" && Number.isFinite(Number(literal))
        ? `take the quotes off: ${literal}`
        : `write ${describeType(type)}`,
  });
  return undefined;
}
