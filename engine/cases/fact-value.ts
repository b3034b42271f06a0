import { formatDay, parseDay } from "../calendar/day.ts";
import type { FactEntry, FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";

/** The value of a fact as a case file has it. */
export function written(value: Operand, type: FactType): unknown {
  if (value === null || value === undefined) return value;
  if (type.type === "date") return typeof value === "number" ? formatDay(value) : value;
  if (!Array.isArray(value)) return value;
  const parts = value as readonly Operand[];
  if (type.type === "list") return parts.map((part) => written(part, type.of));
  if (type.type !== "record") return value;
  return Object.fromEntries(Object.entries(type.fields).map(([name, field], at) => [name, written(parts[at], field)]));
}

/** A value as a case file has it, as the evaluator reckons with it. It must be of the type. */
export function operand(value: unknown, type: FactType): Operand {
  if (value === null || value === undefined) return value;
  if (type.type === "date") return Number(parseDay(String(value)));
  if (type.type === "list") return Array.isArray(value) ? value.map((part) => operand(part, type.of)) : undefined;
  if (type.type === "record") {
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.entries(type.fields).map(([name, field]) => operand(fields[name], field));
  }
  return value as string | number | boolean;
}

/** Numbers are at most this large where their type says nothing, as the evaluator has it. */
const largestNumber = 1e9;

/** Whether a fact may have a value that is of its kind. */
export function isAllowed(entry: FactEntry, value: Operand): boolean {
  if (value === null) return entry.orNone === true;
  return value !== undefined && isWithin(entry, value);
}

function isWithin(type: FactType, value: Operand): boolean {
  switch (type.type) {
    case "boolean":
    case "text":
      return true;
    case "date": {
      if (typeof value !== "number") return false;
      const text = formatDay(value);
      return text >= (type.from ?? "1900-01-01") && text <= (type.to ?? "2199-12-31");
    }
    case "integer":
    case "number":
      if (typeof value !== "number" || (type.type === "integer" && !Number.isInteger(value))) return false;
      return value >= (type.min ?? -largestNumber) && value <= (type.max ?? largestNumber);
    case "choice":
      return typeof value === "string" && Object.hasOwn(type.options, value);
    case "list":
      return Array.isArray(value) && (value as readonly Operand[]).every((part) => isWithin(type.of, part));
    case "record":
      return (
        Array.isArray(value) &&
        Object.values(type.fields).every((field, at) => isWithin(field, (value as Operand[])[at]))
      );
    default:
      return type satisfies never;
  }
}
