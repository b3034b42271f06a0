import { dayOf, formatDay, parseDay } from "../../calendar/day.ts";
import type { FactType } from "../../language/fact.ts";
import { dateOfParts, isPossible, literalDate, type SymbolicDate } from "../../language/smt/date.ts";
import { literalNumber } from "../../language/smt/number.ts";
import { lessValue, type Symbolic } from "../../language/smt/symbolic.ts";
import { and, atMost, not, or, same, type Term, whole } from "../../language/smt/term.ts";
import type { Bounds } from "./bounds.ts";
import type { Codes } from "./codes.ts";
import type { Script } from "./script.ts";

/** The values that the solver chose, by constant: numbers as exact decimals where they are, truth values. */
export type Assignment = ReadonlyMap<Term, number | boolean>;

/** Something that the solver can choose: a fact, a field, an element. */
export interface Variable {
  readonly symbolic: Symbolic;
  /** The constants that say what was chosen. */
  readonly constants: readonly Term[];
  /** What was chosen, as a case file has it. */
  readonly read: (assignment: Assignment) => unknown;
}

/** What is needed to declare a variable. */
export interface Declaring {
  readonly script: Script;
  readonly codes: Codes;
  readonly bounds: Bounds;
}

/** A variable of a type, with none among its values where that is possible. */
export function declareVariable(type: FactType, orNone: boolean, declaring: Declaring): Variable {
  const variable = declareValue(type, declaring);
  if (!orNone) return variable;
  const none = declaring.script.declare("Bool");
  return {
    symbolic: { ...variable.symbolic, none },
    constants: [none, ...variable.constants],
    read: (assignment) => (assignment.get(none) === true ? null : variable.read(assignment)),
  };
}

function declareValue(type: FactType, declaring: Declaring): Variable {
  const { script, codes, bounds } = declaring;
  switch (type.type) {
    case "boolean": {
      const term = script.declare("Bool");
      return {
        symbolic: { kind: "boolean", none: "false", term },
        constants: [term],
        read: (at) => at.get(term) === true,
      };
    }
    case "date":
      return declareDate(declaring);
    case "integer":
    case "number": {
      const real = type.type === "number";
      const term = script.declare(real ? "Real" : "Int");
      const symbolic: Symbolic = { kind: "number", none: "false", numerator: term, denominator: "1", real };
      return { symbolic, constants: [term], read: (at) => at.get(term) ?? 0 };
    }
    case "choice":
    case "text": {
      const term = script.declare("Int");
      if (type.type === "text") script.constrain(atMost(whole(0), term));
      const word = (code: number | boolean | undefined) => codes.word(Number(code ?? 0)) ?? `text ${String(code)}`;
      return { symbolic: { kind: "code", none: "false", term }, constants: [term], read: (at) => word(at.get(term)) };
    }
    case "list": {
      const length = script.declare("Int");
      script.constrain(and(atMost(whole(0), length), atMost(length, whole(bounds.longestList))));
      const elements = Array.from({ length: bounds.longestList }, () => declareValue(type.of, declaring));
      return {
        symbolic: { kind: "list", none: "false", length, elements: elements.map(({ symbolic }) => symbolic) },
        constants: [length, ...elements.flatMap(({ constants }) => constants)],
        read: (at) => elements.slice(0, Number(at.get(length) ?? 0)).map((element) => element.read(at)),
      };
    }
    case "record": {
      const fields = Object.entries(type.fields).map(
        ([name, field]) => [name, declareValue(field, declaring)] as const,
      );
      return {
        symbolic: { kind: "record", none: "false", fields: fields.map(([, { symbolic }]) => symbolic) },
        constants: fields.flatMap(([, { constants }]) => constants),
        read: (at) => Object.fromEntries(fields.map(([name, field]) => [name, field.read(at)])),
      };
    }
    default:
      return type satisfies never;
  }
}

/** A date within the years of the bounds. */
export function declareDate({ script, bounds: { years } }: Omit<Declaring, "codes">): Variable & {
  readonly symbolic: SymbolicDate;
} {
  const parts = { year: script.declare("Int"), month: script.declare("Int"), day: script.declare("Int") };
  script.constrain(isPossible(parts, years));
  const { year, month, day } = parts;
  const read = (at: Assignment) => formatDay(dayOf(Number(at.get(year)), Number(at.get(month)), Number(at.get(day))));
  return { symbolic: dateOfParts(parts, years, "false", script), constants: [year, month, day], read };
}

/** Numbers are at most this large where their type says nothing, as the evaluator has it. */
const largestNumber = 1e9;

/** The cases in which a value is one that its type allows. */
export function allowedBy(type: FactType, value: Symbolic, codes: Codes): Term {
  switch (type.type) {
    case "boolean":
    case "text":
      return "true";
    case "date": {
      const limit = (text: string) => literalDate(Number(parseDay(text)));
      return and(
        type.from === undefined ? "true" : not(lessValue(value, limit(type.from))),
        type.to === undefined ? "true" : not(lessValue(limit(type.to), value)),
      );
    }
    case "integer":
    case "number":
      return and(
        not(lessValue(value, literalNumber(type.min ?? -largestNumber))),
        not(lessValue(literalNumber(type.max ?? largestNumber), value)),
      );
    case "choice":
      if (value.kind !== "code") return "false";
      return or(...Object.keys(type.options).map((option) => same(value.term, codes.of(option))));
    case "list":
      return value.kind === "list" ? and(...value.elements.map((one) => allowedBy(type.of, one, codes))) : "false";
    case "record": {
      if (value.kind !== "record") return "false";
      const { fields } = value;
      return and(
        ...Object.values(type.fields).map((field, at) => {
          const part = fields[at];
          return part === undefined ? "false" : allowedBy(field, part, codes);
        }),
      );
    }
    default:
      return type satisfies never;
  }
}
