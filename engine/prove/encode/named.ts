import { dateOfNumber, dateOfParts } from "../../language/smt/date.ts";
import type { Symbolic } from "../../language/smt/symbolic.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Script } from "./script.ts";

/** The value with names in place of its terms, so that whatever is made of it repeats a name and not a formula. */
export function namedValue(value: Symbolic, script: Script): Symbolic {
  const none = script.name("Bool", value.none);
  switch (value.kind) {
    case "boolean":
      return { ...value, none, term: script.name("Bool", value.term) };
    case "code":
      return { ...value, none, term: script.name("Int", value.term) };
    case "number": {
      const sort = value.real ? "Real" : "Int";
      const numerator = script.name(sort, value.numerator);
      return { ...value, none, numerator, denominator: script.name(sort, value.denominator) };
    }
    case "date": {
      if (value.by === "number") return dateOfNumber(script.name("Int", value.number()), value.years, none, script);
      const { year, month, day } = value.parts();
      const parts = { year: script.name("Int", year), month: script.name("Int", month), day: script.name("Int", day) };
      return dateOfParts(parts, value.years, none, script);
    }
    case "list":
    case "record":
      return value;
    default:
      return unreachable(value);
  }
}
