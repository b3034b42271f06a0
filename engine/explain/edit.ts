import { parseDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Edit } from "./shortfall.ts";

/** The value of a fact after an edit. */
export function edited(value: Operand, edit: Edit): Operand {
  if (edit.kind === "set") return edit.to;
  const elements: readonly Operand[] = Array.isArray(value) ? (value as readonly Operand[]) : [];
  switch (edit.kind) {
    case "with":
      return [...elements, edit.element];
    case "without":
      return elements.filter((element) => element !== edit.element);
    case "field":
      return elements.map((element, index) =>
        index === edit.index && Array.isArray(element)
          ? (element as readonly Operand[]).map((part, position) => (position === edit.position ? edit.to : part))
          : element,
      );
    default:
      return edit satisfies never;
  }
}

/** Whether a value is one that the fact could have. */
export function isPossible(value: Operand, type: FactType, orNone = false): boolean {
  if (value === undefined) return true;
  if (value === null) return orNone;
  switch (type.type) {
    case "integer":
    case "number":
      return (
        typeof value === "number" &&
        value >= (type.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (type.max ?? Number.POSITIVE_INFINITY)
      );
    case "date": {
      if (typeof value !== "number") return false;
      const from = type.from === undefined ? undefined : parseDay(type.from);
      const to = type.to === undefined ? undefined : parseDay(type.to);
      return (typeof from !== "number" || value >= from) && (typeof to !== "number" || value <= to);
    }
    case "list":
      return Array.isArray(value) && (value as readonly Operand[]).every((part) => isPossible(part, type.of));
    case "record": {
      const fields = Object.values(type.fields);
      return (
        Array.isArray(value) &&
        (value as readonly Operand[]).every((part, at) => {
          const field = fields[at];
          return field !== undefined && isPossible(part, field);
        })
      );
    }
    case "boolean":
    case "choice":
    case "text":
      return true;
    default:
      return type satisfies never;
  }
}
