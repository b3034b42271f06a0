import type { Day } from "../calendar/day.ts";
import { writtenDay } from "../calendar/remember.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Warning } from "../language/result.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/** Tells each date of a value, in its order. */
type EachDate = (value: Operand, tell: (day: Day) => void) => void;

const none: readonly Warning[] = Object.freeze([]);

/** The warnings about facts with a date after the evaluation date: it is a plan, used as it is given. */
export class Plans {
  readonly #dated: readonly {
    readonly slot: number;
    readonly id: string;
    /** Tells the dates of a list; nothing for a fact that is one date. */
    readonly eachDate: EachDate | undefined;
  }[];

  constructor(program: Program) {
    this.#dated = program.dated.map(({ slot, fact }) => ({
      slot,
      id: fact.id,
      eachDate: fact.entry.type === "date" ? undefined : datesIn(fact.entry),
    }));
  }

  /** One for each such date. */
  warnings(frame: Frame): readonly Warning[] {
    let warnings: Warning[] | undefined;
    this.each(frame, (id, day) => {
      warnings ??= [];
      warnings.push(planWarning(id, day));
    });
    return warnings ?? none;
  }

  /** Tells each such date, with the fact that holds it. */
  each(frame: Frame, tell: (id: string, day: Day) => void): void {
    for (const { slot, id, eachDate } of this.#dated) {
      const value = frame.facts[slot];
      if (value === undefined || value === null) continue;
      if (eachDate === undefined) {
        if (typeof value === "number" && value > frame.asOf) tell(id, value);
        continue;
      }
      eachDate(value, (day) => {
        if (day > frame.asOf) tell(id, day);
      });
    }
  }
}

/** The warning about a fact with a date after the evaluation date. */
export function planWarning(id: string, day: Day): Warning {
  return {
    code: "future-date",
    message: `\`${id}\` is ${writtenDay(day)}, after the evaluation date: it is taken as a plan`,
    facts: [id],
  };
}

function datesIn(type: FactType): EachDate {
  switch (type.type) {
    case "date":
      return (value, tell) => {
        if (typeof value === "number") tell(value);
      };
    case "list": {
      const within = datesIn(type.of);
      return (value, tell) => {
        if (Array.isArray(value)) for (const part of value as readonly Operand[]) within(part, tell);
      };
    }
    case "record": {
      const fields = Object.values(type.fields).map(datesIn);
      return (value, tell) => {
        if (!Array.isArray(value)) return;
        for (const [at, within] of fields.entries()) within(value[at] as Operand, tell);
      };
    }
    default:
      return () => {};
  }
}
