import { type DayProblem, parseDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import { describeType } from "../language/value-type.ts";
import { valueType } from "../procedure/link/fact.ts";
import type { Fact } from "../procedure/model.ts";
import { excerpt } from "../source/excerpt.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { nearest } from "../source/nearest.ts";
import { dateBounds, isPlainNumber, mostDecimals, numberBounds } from "./fact-bounds.ts";
import { type FactReport, worded } from "./fact-report.ts";
import { describeWritten, remedyForType } from "./fact-type.ts";
import { isForeign } from "./plain-block.ts";

/** What people write for what they don't know, or for what there is not. */
const wordsForNothing = /^(?:none|null|nil|unknown|n\/?a|tbd|\?+)$/i;

/** The value of a fact as a case gives it under a key; undefined, with a problem in the report, where it can't be one. */
export function readFact(fact: Fact, value: unknown, container: object, key: string, report: FactReport): Operand {
  const { id, entry } = fact;
  if (value === null && entry.orNone === true) return null;
  if (typeof value === "string" && fact.type.kind !== "text" && wordsForNothing.test(value)) {
    const isOption = entry.type === "choice" && Object.hasOwn(entry.options, value);
    if (!isOption) return wordForNothing(fact, value, container, key, report);
  }
  return new FactValue(id, container, key, report).read(entry, value);
}

/** A word that means none or unknown where only `null` and leaving out do. */
function wordForNothing(fact: Fact, word: string, container: object, key: string, report: FactReport): undefined {
  const expected = describeType(fact.type);
  const asNone = fact.entry.orNone === true && /^n/i.test(word);
  report.add("wrong-type", `the text ${JSON.stringify(word)} is not ${expected}`, container, key, {
    about: fact.id,
    expected: asNone ? `${expected}, or null for none` : expected,
    remedy: asNone ? "write null, without quotes" : "leave the fact out if it is unknown",
  });
  return undefined;
}

/** A value at its place in a case. */
class FactValue {
  /** The fact, or the part of one, such as `a.b[0].c`. */
  readonly #id: string;
  readonly #container: object;
  readonly #key: string | number;
  readonly #report: FactReport;

  constructor(id: string, container: object, key: string | number, report: FactReport) {
    this.#id = id;
    this.#container = container;
    this.#key = key;
    this.#report = report;
  }

  read(type: FactType, value: unknown): Known | undefined {
    if (value === null) return this.#none(type);
    switch (type.type) {
      case "boolean":
        return typeof value === "boolean" ? value : this.#wrongType(type, value);
      case "text":
        if (typeof value === "string") return this.#text(value);
        return typeof value === "number" ? String(value) : this.#wrongType(type, value);
      case "date":
        return this.#date(type, value);
      case "integer":
      case "number":
        return this.#number(type, value);
      case "choice":
        return this.#choice(type, value);
      case "list":
        return this.#list(type, value);
      case "record":
        return this.#record(type, value);
      default:
        return type satisfies never;
    }
  }

  #text(value: string): string | undefined {
    const { maxTextLength } = INPUT_LIMITS;
    if (value.length <= maxTextLength) return value;
    this.#add("text-too-long", `a text of ${value.length} characters is longer than is read`, {
      about: this.#id,
      expected: `at most ${maxTextLength} characters`,
      remedy: "give what matters of it",
    });
    return undefined;
  }

  #list(type: FactType & { type: "list" }, value: unknown): Known | undefined {
    if (!Array.isArray(value)) return this.#wrongType(type, value);
    const { length } = value;
    const { maxEntries } = INPUT_LIMITS;
    if (length > maxEntries) {
      this.#add("list-too-long", `a list of ${length} entries is longer than is read`, {
        about: this.#id,
        expected: `at most ${maxEntries} entries`,
        remedy: "check that this is the list you mean",
      });
      return undefined;
    }
    const entries: Operand[] = [];
    // By its positions, for an iterator can be replaced by one without end.
    for (let at = 0; at < length && !this.#report.isFull; at++) {
      const entry: unknown = value[at];
      const part = `${this.#id}[${at}]`;
      entries.push(entry === undefined ? undefined : new FactValue(part, value, at, this.#report).read(type.of, entry));
    }
    return entries;
  }

  #none(type: FactType): undefined {
    this.#add("none-not-allowed", `${worded(this.#id)} can't be none`, {
      expected: describeType(valueType(type)),
      remedy: "give its value, or leave it out if it is unknown",
    });
    return undefined;
  }

  #date(type: FactType & { type: "date" }, value: unknown): number | undefined {
    if (typeof value !== "string" && typeof value !== "number") return this.#wrongType(type, value);
    const written = String(value);
    const day = parseDay(written);
    if (typeof day !== "number") return this.#notADate(written, day);
    const { from, to } = dateBounds(type);
    if (written >= from && written <= to) return day;
    this.#add("out-of-bounds", `${written} is not a date to expect here`, {
      about: this.#id,
      expected: `a date from ${from} to ${to}`,
      remedy: "check the year",
    });
    return undefined;
  }

  #notADate(written: string, { reason, meant }: DayProblem): undefined {
    const shown = written.trim() === "" ? "this" : `\`${excerpt(written)}\``;
    this.#add("not-a-date", `${shown} is not a date: ${reason}`, {
      about: this.#id,
      expected: "a calendar date, YYYY-MM-DD",
      ...(meant === undefined ? {} : { nearest: meant }),
      remedy: meant === undefined ? "write a date that exists, as YYYY-MM-DD, or leave the fact out" : `write ${meant}`,
    });
    return undefined;
  }

  #number(type: FactType & { type: "integer" | "number" }, value: unknown): number | undefined {
    if (typeof value !== "number" || !Number.isFinite(value)) return this.#wrongType(type, value);
    if (type.type === "integer" && !Number.isInteger(value)) return this.#wrongType(type, value);
    const { min, max } = numberBounds(type);
    if (value < min || value > max) {
      const unit = type.unit.replaceAll("_", " ");
      this.#add("out-of-bounds", `${value} is ${value < min ? "too small" : "too large"}`, {
        about: this.#id,
        expected: value < min ? `at least ${min} ${unit}` : `at most ${max} ${unit}`,
        remedy: "check the number",
      });
      return undefined;
    }
    // Adding 0 takes the sign off a negative zero.
    if (isPlainNumber(value)) return value + 0;
    this.#add("too-many-decimals", `${value} has more than ${mostDecimals} decimals`, {
      about: this.#id,
      expected: `a number with at most ${mostDecimals} decimals`,
      remedy: "round it, and say in the case how",
    });
    return undefined;
  }

  #choice(type: FactType & { type: "choice" }, value: unknown): string | undefined {
    if (typeof value !== "string") return this.#wrongType(type, value);
    if (Object.hasOwn(type.options, value)) return value;
    const options = Object.keys(type.options);
    const near = nearest(value, options);
    this.#add("unknown-option", `\`${excerpt(value)}\` is not an option of ${worded(this.#id)}`, {
      expected: `one of ${options.map((option) => `\`${option}\``).join(", ")}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "write one of those" : `write \`${near}\``,
    });
    return undefined;
  }

  #record(type: FactType & { type: "record" }, value: unknown): Known | undefined {
    if (!isBlock(value) || isForeign(value)) return this.#wrongType(type, value);
    const fields = Object.keys(type.fields);
    for (const name of Object.keys(value)) {
      if (this.#report.isFull) break;
      if (!Object.hasOwn(type.fields, name)) this.#unknownField(name, fields, value);
    }
    return fields.map((name): Operand => {
      const field = type.fields[name];
      const part = Object.hasOwn(value, name) ? value[name] : undefined;
      return part === undefined || field === undefined
        ? undefined
        : new FactValue(`${this.#id}.${name}`, value, name, this.#report).read(field, part);
    });
  }

  #unknownField(name: string, fields: readonly string[], container: object): void {
    const near = nearest(name, fields);
    this.#report.add("unknown-field", `${worded(this.#id)} has no field \`${excerpt(name)}\``, container, name, {
      part: "key",
      expected: `the fields ${fields.map((field) => `\`${field}\``).join(", ")}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : `write \`${near}\``,
    });
  }

  #wrongType(type: FactType, value: unknown): undefined {
    const expected = describeType(valueType(type));
    const remedy = remedyForType(type, value, expected);
    this.#add("wrong-type", `${describeWritten(value)} is not ${expected}`, { about: this.#id, expected, remedy });
    return undefined;
  }

  #add(code: string, message: string, details: Parameters<FactReport["add"]>[4]): void {
    this.#report.add(code, message, this.#container, this.#key, details);
  }
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
