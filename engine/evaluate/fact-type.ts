import type { FactType } from "../language/fact.ts";
import { excerpt } from "../source/excerpt.ts";
import { answerOf } from "../source/shape-answer.ts";

/** What stands where a value of another type belongs, for a message. */
export function describeWritten(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "a block of keys";
    case "string":
      return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
    case "function":
      return "a function";
    default:
      return excerpt(String(value));
  }
}

/**
 * What to do about a value of another type than its fact has.
 *
 * @param expected the type in words
 */
export function remedyForType(type: FactType, value: unknown, expected: string): string {
  if (type.type === "list") {
    return "write it as a list, each entry behind a dash and a space; an empty list is []";
  }
  if (type.type === "record") {
    const fields = Object.keys(type.fields).map((field) => `\`${field}\``);
    return `write ${fields.join(", ")} here, each with its value`;
  }
  if (Array.isArray(value)) return "write one value alone, without brackets or a dash";
  const special = typeof value === "string" ? remedyForText(type, value) : remedyForOther(type);
  return special ?? `write ${expected}, or leave the fact out if it is unknown`;
}

function remedyForOther(type: FactType): string | undefined {
  if (type.type === "boolean") return "write `true` or `false`, or leave the fact out if it is unknown";
  return type.type === "date" ? "write a date as YYYY-MM-DD, or leave the fact out if it is unknown" : undefined;
}

function remedyForText(type: FactType, text: string): string | undefined {
  if (excerpt(text) !== text) return undefined;
  const comment = /^\S+(?=#)/.exec(text)?.[0];
  if (comment !== undefined) return "if a comment begins at the `#`, write a space before it";
  switch (type.type) {
    case "boolean":
      return remedyForAnswer(text);
    case "integer":
    case "number":
      return remedyForDigits(text) ?? "write the number in digits alone, or leave the fact out if it is unknown";
    default:
      return undefined;
  }
}

function remedyForAnswer(text: string): string {
  const answer = answerOf(text);
  if (answer === undefined) return "write `true` or `false`, or leave the fact out if it is unknown";
  return text === String(answer) ? `take the quotes off: ${answer}` : `write \`${answer}\``;
}

/** What to do about a number that is written in a way of its own; nothing where it is not clear which is meant. */
function remedyForDigits(text: string): string | undefined {
  const written = text.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return `take the quotes off: ${written}`;
  if (/^-?\d{1,3}(?:[ _'’\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?$/.test(written)) {
    return `write ${written.replaceAll(/[^-\d.]/g, "")}`;
  }
  if (/^-?\d+,\d{1,2}$/.test(written)) return `write a point before the decimals: ${written.replace(",", ".")}`;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) {
    return "write no commas: a point before decimals, and nothing between thousands";
  }
  const numbers = written.match(/-?\d+(?:\.\d+)?/g) ?? [];
  // A date, or a range, holds several numbers.
  return numbers.length === 1 && !written.includes(",") ? `write the number alone: ${numbers[0]}` : undefined;
}
