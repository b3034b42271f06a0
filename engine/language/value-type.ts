/** The type of a value, as the checks see it. */
export type ValueType =
  | { readonly kind: "boolean" }
  | { readonly kind: "date" }
  | NumberValueType
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | { readonly kind: "text" }
  | { readonly kind: "list"; readonly of: ValueType }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, ValueType> }
  | { readonly kind: "none" };

/** A number. Without a unit it is a bare one, which takes the unit of what it stands beside. */
export interface NumberValueType {
  readonly kind: "number";
  readonly unit: string | undefined;
  readonly integer: boolean;
}

/** The kinds of value. */
export type Kind = ValueType["kind"];

/** The type in words, for messages: "a date", "a number of people". */
export function describeType(type: ValueType): string {
  switch (type.kind) {
    case "boolean":
      return "yes or no (true or false)";
    case "date":
      return "a date";
    case "number": {
      const number = type.integer ? "a whole number" : "a number";
      return type.unit === undefined ? number : `${number} of ${type.unit.replaceAll("_", " ")}`;
    }
    case "choice":
      return `one of ${type.options.map((option) => `\`${option}\``).join(", ")}`;
    case "text":
      return "text";
    case "list":
      return `a list, each element ${describeType(type.of)}`;
    case "record":
      return `an element with ${[...type.fields.keys()].map((field) => `\`${field}\``).join(", ")}`;
    case "none":
      return "none";
    default:
      return unreachable(type);
  }
}

/** Closes an exhaustive switch: the compiler refuses the call as long as a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** Whether values of the two types can be compared: the same kind, no unlike units, an option in common. */
export function comparable(left: ValueType, right: ValueType): boolean {
  if (left.kind === "number" && right.kind === "number") {
    return left.unit === undefined || right.unit === undefined || left.unit === right.unit;
  }
  if (left.kind === "choice" && right.kind === "choice") {
    return left.options.some((option) => right.options.includes(option));
  }
  if (left.kind === "list" && right.kind === "list") return comparable(left.of, right.of);
  return left.kind === right.kind;
}
