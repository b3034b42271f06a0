import type { Day } from "../calendar/day.ts";
import { writtenDay } from "../calendar/remember.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Warning } from "../language/result.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/** Adds the dates within a value that are later than a day, in their order. */
type AddLater = (value: Operand, than: Day, later: Day[]) => void;

const none: readonly Warning[] = Object.freeze([]);

/** The warnings about facts with a date after the evaluation date: it is a plan, used as it is given. */
export class Plans {
  readonly #slots: readonly number[];
  readonly #warningsOf: readonly ((day: number) => Warning)[];
  /** What finds the dates in a list; nothing for a fact that is one date. */
  readonly #addLater: readonly (AddLater | undefined)[];
  /** Used for list after list. */
  readonly #later: Day[] = [];

  constructor({ dated }: Program) {
    this.#slots = dated.map(({ slot }) => slot);
    this.#warningsOf = dated.map(({ fact }) => warningsAbout(fact.id));
    this.#addLater = dated.map(({ fact }) => (fact.entry.type === "date" ? undefined : laterIn(fact.entry)));
  }

  /** One for each such date. */
  warnings(frame: Frame): readonly Warning[] {
    let warnings: Warning[] | undefined;
    this.each(frame, (at, day) => {
      warnings ??= [];
      warnings.push(this.warning(at, day));
    });
    return warnings ?? none;
  }

  /** Tells each such date, with the place of its fact among those that hold dates. */
  each({ facts, asOf }: Frame, tell: (at: number, day: Day) => void): void {
    const slots = this.#slots;
    for (let at = 0; at < slots.length; at++) {
      const value = facts[slots[at] ?? -1];
      if (typeof value === "number") {
        if (value > asOf) tell(at, value);
      } else if (Array.isArray(value) && value.length > 0) {
        const later = this.#later;
        later.length = 0;
        this.#addLater[at]?.(value, asOf, later);
        for (const day of later) tell(at, day);
      }
    }
  }

  /** The warning about a date of the fact at a place. */
  warning(at: number, day: Day): Warning {
    const warningOf = this.#warningsOf[at];
    if (warningOf === undefined) throw new RangeError(`there is no fact at place ${at}`);
    return warningOf(day);
  }
}

function warningsAbout(id: string): (day: number) => Warning {
  const facts: readonly string[] = Object.freeze([id]);
  const [before, after] = [`\`${id}\` is `, ", after the evaluation date: it is taken as a plan"];
  return (day) => ({ code: "future-date", message: before + writtenDay(day) + after, facts });
}

/** Finds the dates within values of a type; nothing where there can't be any. */
function laterIn(type: FactType): AddLater | undefined {
  switch (type.type) {
    case "date":
      return (value, than, later) => {
        if (typeof value === "number" && value > than) later.push(value);
      };
    case "list": {
      const within = laterIn(type.of);
      return within === undefined
        ? undefined
        : (value, than, later) => {
            if (Array.isArray(value)) for (const part of value as readonly Operand[]) within(part, than, later);
          };
    }
    case "record": {
      const fields = Object.values(type.fields).flatMap((field, place) => {
        const within = laterIn(field);
        return within === undefined ? [] : [{ place, within }];
      });
      return fields.length === 0
        ? undefined
        : (value, than, later) => {
            if (!Array.isArray(value)) return;
            for (const { place, within } of fields) within(value[place] as Operand, than, later);
          };
    }
    default:
      return undefined;
  }
}
