import type { FactEntry, FactType } from "../../language/fact.ts";
import type { ValueType } from "../../language/value-type.ts";
import type { Fact } from "../model.ts";

/** The type of values that a declared type has. */
export function valueType(type: FactType): ValueType {
  switch (type.type) {
    case "boolean":
      return { kind: "boolean" };
    case "date":
      return { kind: "date" };
    case "integer":
      return { kind: "number", unit: type.unit, integer: true };
    case "number":
      return { kind: "number", unit: type.unit, integer: false };
    case "choice":
      return { kind: "choice", options: Object.keys(type.options) };
    case "text":
      return { kind: "text" };
    case "list":
      return { kind: "list", of: valueType(type.of) };
    case "record":
      return {
        kind: "record",
        fields: new Map(Object.entries(type.fields).map(([name, field]) => [name, valueType(field)])),
      };
    default:
      return type satisfies never;
  }
}

/** A fact with the type of its values. */
export function linkFact(entry: FactEntry): Fact {
  return { id: entry.id, type: valueType(entry), entry };
}
