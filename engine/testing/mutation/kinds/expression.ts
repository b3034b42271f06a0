import { type ExpressionName, expressions } from "../../../language/expressions/table.ts";
import type { Value } from "../../../procedure/model.ts";
import type { Change, MutationKind } from "../kind.ts";

/** Expressions that are written alike and mean the opposite. */
const opposites: Partial<Record<ExpressionName, keyof typeof expressions>> = {
  startOf: "endOf",
  endOf: "startOf",
  earliest: "latest",
  latest: "earliest",
  min: "max",
  max: "min",
  plus: "minus",
  minus: "plus",
};

/** What an expression can say beside its operands, and what each could be taken for. */
const settings: Readonly<Record<string, readonly string[]>> = {
  rounding: ["up", "down"],
  period: ["month", "quarter", "year"],
};

/** An expression taken for its opposite, a rounding for the other, a period of the calendar for another. */
export const expression: MutationKind = {
  name: "expression",
  ofValue: (value) => {
    if (value.kind !== "function" && value.kind !== "aggregate") return [];
    return [...opposed(value), ...(value.kind === "function" ? settingsOf(value) : [])];
  },
};

function opposed(value: Value & { kind: "function" | "aggregate" }): readonly Change<Value>[] {
  const name = Object.entries(opposites).find(([one]) => one === value.row.name)?.[1];
  if (name === undefined) return [];
  const row = expressions[name];
  const told = { at: value, before: `${value.row.name}:`, after: `${name}:` };
  if (value.kind === "aggregate") return row.family === "aggregate" ? [{ to: { ...value, row }, ...told }] : [];
  // Only two numbers can be subtracted.
  const fits = row.family === "function" && (name !== "minus" || value.operands.length === 2);
  return fits ? [{ to: { ...value, row }, ...told }] : [];
}

function settingsOf(value: Value & { kind: "function" }): readonly Change<Value>[] {
  const { body } = value;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([key, written]) =>
    (settings[key] ?? [])
      .filter((other) => other !== written)
      .map(
        (other): Change<Value> => ({
          to: { ...value, body: { ...body, [key]: other } },
          at: value,
          before: `${key}: ${String(written)}`,
          after: `${key}: ${other}`,
        }),
      ),
  );
}
