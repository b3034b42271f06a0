import { writtenDay } from "../calendar/remember.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Warning } from "../language/result.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/** Tells each date of a value, in its order. */
type EachDate = (value: Operand, tell: (day: number) => void) => void;

const none: readonly Warning[] = Object.freeze([]);

/** The warnings about facts with a date after the evaluation date: it is a plan, used as it is given. */
export class Plans {
  readonly #dated: readonly {
    readonly slot: number;
    /** Tells the dates of a list; nothing for a fact that is one date. */
    readonly eachDate: EachDate | undefined;
    readonly warningOf: (day: number) => Warning;
  }[];

  constructor(program: Program) {
    this.#dated = program.dated.map(({ slot, fact }) => ({
      slot,
      eachDate: fact.entry.type === "date" ? undefined : datesIn(fact.entry),
      warningOf: warningsAbout(fact.id),
    }));
  }

  /** One for each such date. */
  warnings(frame: Frame): readonly Warning[] {
    let warnings: Warning[] | undefined;
    const { facts, asOf } = frame;
    const tell = (warning: Warning): void => {
      warnings ??= [];
      warnings.push(warning);
    };
    for (const { slot, eachDate, warningOf } of this.#dated) {
      const value = facts[slot];
      if (eachDate === undefined) {
        if (typeof value === "number" && value > asOf) tell(warningOf(value));
      } else if (value !== undefined && value !== null) {
        eachDate(value, (day) => {
          if (day > asOf) tell(warningOf(day));
        });
      }
    }
    return warnings ?? none;
  }
}

function warningsAbout(id: string): (day: number) => Warning {
  const facts: readonly string[] = Object.freeze([id]);
  const [before, after] = [`\`${id}\` is `, ", after the evaluation date: it is taken as a plan"];
  return (day) => ({ code: "future-date", message: before + writtenDay(day) + after, facts });
}

/** Tells the dates within values of a type; nothing where there can't be any. */
function datesIn(type: FactType): EachDate | undefined {
  switch (type.type) {
    case "date":
      return (value, tell) => {
        if (typeof value === "number") tell(value);
      };
    case "list": {
      const within = datesIn(type.of);
      return within === undefined
        ? undefined
        : (value, tell) => {
            if (Array.isArray(value)) for (const part of value as readonly Operand[]) within(part, tell);
          };
    }
    case "record": {
      const fields = Object.values(type.fields).flatMap((field, place) => {
        const within = datesIn(field);
        return within === undefined ? [] : [{ place, within }];
      });
      return fields.length === 0
        ? undefined
        : (value, tell) => {
            if (Array.isArray(value)) for (const { place, within } of fields) within(value[place] as Operand, tell);
          };
    }
    default:
      return undefined;
  }
}
