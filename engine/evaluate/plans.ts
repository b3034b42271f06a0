import type { Day } from "../calendar/day.ts";
import { writtenDay } from "../calendar/remember.ts";
import type { FactType } from "../language/fact.ts";
import type { Operand } from "../language/known.ts";
import type { Warning } from "../language/result.ts";
import type { Fact } from "../procedure/model.ts";
import type { Frame } from "./frame.ts";
import type { Program } from "./program.ts";

/** Adds the dates within a value that are later than a day, in their order. */
type AddLater = (value: Operand, than: Day, later: Day[]) => void;

const none: readonly Warning[] = Object.freeze([]);

/** A fact that holds dates, and what a warning about it says. */
class Dated {
  readonly slot: number;
  /** What finds the dates in a list; nothing for a fact that is one date. */
  readonly addLater: AddLater | undefined;
  readonly #facts: readonly string[];
  readonly #before: string;

  constructor(slot: number, { id, entry }: Fact) {
    this.slot = slot;
    this.addLater = entry.type === "date" ? undefined : laterIn(entry);
    this.#facts = Object.freeze([id]);
    this.#before = `\`${id}\` is `;
  }

  warning(day: Day): Warning {
    return { code: "future-date", message: this.#before + writtenDay(day) + after, facts: this.#facts };
  }
}

const after = ", after the evaluation date: it is taken as a plan";

/** The warnings about facts with a date after the evaluation date: it is a plan, used as it is given. */
export class Plans {
  readonly #dated: readonly Dated[];
  /** The places of the facts whose dates were found, with the dates; used for case after case. */
  readonly #places: number[] = [];
  readonly #days: Day[] = [];
  readonly #later: Day[] = [];

  constructor({ dated }: Program) {
    this.#dated = dated.map(({ slot, fact }) => new Dated(slot, fact));
  }

  /** One for each such date. */
  warnings(frame: Frame): readonly Warning[] {
    const count = this.#find(frame);
    if (count === 0) return none;
    const warnings: Warning[] = new Array(count);
    for (let at = 0; at < count; at++) warnings[at] = this.warning(this.#places[at] ?? -1, this.#days[at] ?? 0);
    return warnings;
  }

  /** Tells each such date, with the place of its fact among those that hold dates. */
  each(frame: Frame, tell: (at: number, day: Day) => void): void {
    const count = this.#find(frame);
    for (let at = 0; at < count; at++) tell(this.#places[at] ?? -1, this.#days[at] ?? 0);
  }

  /** The warning about a date of the fact at a place. */
  warning(at: number, day: Day): Warning {
    const fact = this.#dated[at];
    if (fact === undefined) throw new RangeError(`there is no fact at place ${at}`);
    return fact.warning(day);
  }

  /** Finds all such dates. @returns how many there are */
  #find({ facts, asOf }: Frame): number {
    const dated = this.#dated;
    const places = this.#places;
    const days = this.#days;
    let count = 0;
    for (let at = 0; at < dated.length; at++) {
      const fact = dated[at];
      const value = facts[fact?.slot ?? -1];
      if (typeof value === "number") {
        if (value <= asOf) continue;
        places[count] = at;
        days[count] = value;
        count += 1;
      } else if (Array.isArray(value) && value.length > 0) {
        const later = this.#later;
        later.length = 0;
        fact?.addLater?.(value, asOf, later);
        for (let next = 0; next < later.length; next++) {
          places[count] = at;
          days[count] = later[next] ?? 0;
          count += 1;
        }
      }
    }
    return count;
  }
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
