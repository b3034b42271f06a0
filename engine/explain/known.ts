import { formatDay } from "../calendar/day.ts";
import { joined } from "../language/expressions/expression.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { ValueType } from "../language/value-type.ts";
import { visible } from "../source/visible.ts";
import { humanise } from "./names.ts";
import { digits, measured } from "./numbers.ts";

/** How a value is to be said. */
export interface Saying {
  readonly type: ValueType;
  /** The declared type, which knows the phrases of options. */
  readonly declared: FactType | undefined;
  /** The number that it is compared with, which its decimals must not hide the difference from. */
  readonly beside?: number;
  /** Leaves the unit out where it was just said. */
  readonly bare?: boolean;
  /** What joins the elements of a list; "and" where left out. */
  readonly conjunction?: "and" | "or";
}

/** A value in words: a date as `YYYY-MM-DD`, an option by its phrase, yes or no, a number with its unit. */
export function sayKnown(value: Operand, saying: Saying): string {
  if (value === undefined) return "unknown";
  if (value === null) return "none";
  const { type, declared } = saying;
  switch (typeof value) {
    case "boolean":
      return value ? "yes" : "no";
    case "number":
      if (type.kind === "date") return formatDay(value);
      if (saying.bare === true && !isPercent(type)) return digits(value, saying.beside);
      return measured(value, type.kind === "number" ? type.unit : undefined, saying.beside);
    case "string":
      if (declared?.type === "choice") return visible(declared.options[value] ?? humanise(value));
      return type.kind === "choice" ? humanise(value) : `“${visible(value)}”`;
    default:
      return sayMany(value, saying);
  }
}

function isPercent(type: ValueType): boolean {
  return type.kind === "number" && type.unit === "percent";
}

function sayMany(parts: readonly Operand[], { type, declared, conjunction = "and" }: Saying): string {
  if (type.kind === "record") {
    const fields = declared?.type === "record" ? declared.fields : {};
    return [...type.fields]
      .map(([name, field], at) => {
        const words = sayKnown(parts[at], { type: field, declared: fields[name] });
        return `${humanise(name)} ${words}`;
      })
      .join(", ");
  }
  if (parts.length === 0) return "nothing";
  const of: ValueType = type.kind === "list" ? type.of : { kind: "none" };
  const element = declared?.type === "list" ? declared.of : undefined;
  const words = parts.map((part) => sayKnown(part, { type: of, declared: element }));
  return of.kind === "record" ? words.join("; ") : joined(words, conjunction);
}
