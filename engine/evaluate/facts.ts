import { parseDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import { describeType } from "../language/value-type.ts";
import { valueType } from "../procedure/link/fact.ts";
import type { Fact, RevisionModel } from "../procedure/model.ts";
import { nearest } from "../source/nearest.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { knownElsewhere } from "./elsewhere.ts";
import { dateBounds, isPlainNumber, mostDecimals, numberBounds } from "./fact-bounds.ts";

/** Where a value of the case stands in its file, given the object or list that holds it. */
export type Locate = (container: object, key: string | number, part: "key" | "value") => Place | undefined;

/** The facts of a case, read and checked. */
export interface ReadFacts {
  /** The value of each fact, in the order of the revision's facts; `undefined` where it is unknown. */
  readonly values: readonly Operand[];
  /** Where each given fact stands, by id. */
  readonly spots: ReadonlyMap<string, FactSpot>;
  readonly problems: readonly Problem[];
}

/** Where a fact was given. */
export interface FactSpot {
  readonly container: object;
  readonly key: string;
}

/** Reads the facts of cases for one revision. */
export class FactReader {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #slots: ReadonlyMap<string, number>;
  readonly #groups: ReadonlySet<string>;
  readonly #elsewhere: (id: string) => string | undefined;

  /** @param all every revision of the procedure, to say which has a fact that this one does not have */
  constructor(model: RevisionModel, all: readonly RevisionModel[]) {
    this.#elsewhere = (id) => knownElsewhere(id, model, all);
    this.#facts = model.facts;
    this.#slots = new Map([...model.facts.keys()].map((id, slot) => [id, slot]));
    this.#groups = new Set([...model.facts.keys()].flatMap(groupsOf));
  }

  /**
   * The values of the facts, nested by the dots of their ids or with the dots in the key. A key that is left out is
   * unknown. Every problem is reported, with its place where `locate` knows it.
   */
  read(facts: object, locate?: Locate): ReadFacts {
    const reading = new Reading(locate);
    const values: Operand[] = new Array(this.#slots.size).fill(undefined);
    this.#readGroup(facts, "", values, reading);
    return { values, spots: reading.spots, problems: reading.problems };
  }

  #readGroup(group: object, prefix: string, values: Operand[], reading: Reading): void {
    for (const key of Object.keys(group)) {
      const id = prefix + key;
      const value: unknown = (group as Record<string, unknown>)[key];
      const slot = this.#slots.get(id);
      const fact = this.#facts.get(id);
      if (slot !== undefined && fact !== undefined) {
        if (reading.spots.has(id)) reading.twice(id, group, key);
        reading.spots.set(id, { container: group, key });
        if (value !== undefined) values[slot] = reading.fact(fact, value, group, key);
      } else if (this.#groups.has(id)) {
        if (isObject(value)) this.#readGroup(value, `${id}.`, values, reading);
        else if (value !== undefined) reading.notAGroup(id, group, key, [...this.#facts.keys()]);
      } else {
        reading.unknown(id, group, key, [...this.#facts.keys()], this.#elsewhere(id));
      }
    }
  }
}

/** The groups that a dotted id lies in: of `a.b.c`, `a` and `a.b`. */
function groupsOf(id: string): readonly string[] {
  const parts = id.split(".");
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join("."));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One reading of one case: what was found so far. */
class Reading {
  readonly problems: Problem[] = [];
  readonly spots = new Map<string, FactSpot>();
  readonly #locate: Locate | undefined;

  constructor(locate: Locate | undefined) {
    this.#locate = locate;
  }

  fact(fact: Fact, value: unknown, container: object, key: string): Operand {
    if (value === null) {
      if (fact.entry.orNone === true) return null;
      this.#report("none-not-allowed", `\`${fact.id}\` can't be none`, container, key, {
        expected: describeType(fact.type),
        remedy: "give its value, or leave it out if it is unknown",
      });
      return undefined;
    }
    if (fact.type.kind !== "text" && typeof value === "string" && /^(?:none|null|nil|unknown)$/i.test(value)) {
      if (!(fact.entry.type === "choice" && Object.hasOwn(fact.entry.options, value))) {
        return this.#wordForNothing(fact, value, container, key);
      }
    }
    return this.#value(fact.entry, value, fact.id, container, key);
  }

  /** A word that means none or unknown where only `null` and leaving out do. */
  #wordForNothing(fact: Fact, word: string, container: object, key: string): undefined {
    const asNone = fact.entry.orNone === true && !/unknown/i.test(word);
    this.#report("wrong-type", `the text ${JSON.stringify(word)} is not ${describeType(fact.type)}`, container, key, {
      about: fact.id,
      expected: asNone ? `${describeType(fact.type)}, or null for none` : describeType(fact.type),
      remedy: asNone ? "write null, without quotes" : "leave the fact out if it is unknown",
    });
    return undefined;
  }

  unknown(id: string, container: object, key: string, known: readonly string[], elsewhere: string | undefined): void {
    if (elsewhere !== undefined) {
      this.#report("unknown-fact", elsewhere, container, key, {
        part: "key",
        expected: "a fact of the revision by which the case is decided",
        remedy: "take it out, or check the date that selects the revision",
      });
      return;
    }
    const near = nearest(id, known);
    this.#report("unknown-fact", `there is no fact \`${id}\``, container, key, {
      part: "key",
      expected: "the id of a fact",
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : `write \`${near}\``,
    });
  }

  notAGroup(id: string, container: object, key: string, known: readonly string[]): void {
    const within = known.filter((fact) => fact.startsWith(`${id}.`)).map((fact) => `\`${fact.slice(id.length + 1)}\``);
    this.#report("wrong-type", `\`${id}\` is not a fact but a group of facts`, container, key, {
      expected: `a block with ${within.join(", ")}`,
      remedy: `write the facts of the group under \`${key}:\``,
    });
  }

  twice(id: string, container: object, key: string): void {
    const first = this.spots.get(id);
    const place = first && this.#locate?.(first.container, first.key, "key");
    this.#report("fact-twice", `the fact \`${id}\` is given twice`, container, key, {
      part: "key",
      remedy: "keep one of them",
      ...(place === undefined ? {} : { related: [{ place, message: "the first one stands here" }] }),
    });
  }

  #value(type: FactType, value: unknown, id: string, container: object, key: string | number): Known | undefined {
    switch (type.type) {
      case "boolean":
        return typeof value === "boolean" ? value : this.#wrongType(type, value, id, container, key);
      case "text":
        if (typeof value === "string") return value;
        return typeof value === "number" ? String(value) : this.#wrongType(type, value, id, container, key);
      case "date":
        return this.#date(type, value, id, container, key);
      case "integer":
      case "number":
        return this.#number(type, value, id, container, key);
      case "choice":
        return this.#choice(type, value, id, container, key);
      case "list":
        if (!Array.isArray(value)) return this.#wrongType(type, value, id, container, key);
        return Array.from(value, (element: unknown, at) =>
          element === undefined ? undefined : this.#value(type.of, element, `${id}[${at}]`, value, at),
        );
      case "record":
        return this.#record(type, value, id, container, key);
      default:
        return type satisfies never;
    }
  }

  #date(
    type: FactType & { type: "date" },
    value: unknown,
    id: string,
    container: object,
    key: string | number,
  ): number | undefined {
    if (typeof value !== "string") return this.#wrongType(type, value, id, container, key);
    const day = parseDay(value);
    if (typeof day !== "number") {
      this.#report("not-a-date", `\`${value}\` is not a date: ${day.reason}`, container, key, {
        about: id,
        expected: "a calendar date, YYYY-MM-DD",
        ...(day.meant === undefined ? {} : { nearest: day.meant }),
        remedy: day.meant === undefined ? "write a date of the calendar" : `write ${day.meant}`,
      });
      return undefined;
    }
    const { from, to } = dateBounds(type);
    if (value >= from && value <= to) return day;
    this.#report("out-of-bounds", `${value} is not a date to expect here`, container, key, {
      about: id,
      expected: `a date from ${from} to ${to}`,
      remedy: "check the year",
    });
    return undefined;
  }

  #number(
    type: FactType & { type: "integer" | "number" },
    value: unknown,
    id: string,
    container: object,
    key: string | number,
  ): number | undefined {
    if (typeof value !== "number" || !Number.isFinite(value)) return this.#wrongType(type, value, id, container, key);
    if (type.type === "integer" && !Number.isInteger(value)) return this.#wrongType(type, value, id, container, key);
    const { min, max } = numberBounds(type);
    if (value < min || value > max) {
      const unit = type.unit.replaceAll("_", " ");
      this.#report("out-of-bounds", `${value} is ${value < min ? "too small" : "too large"}`, container, key, {
        about: id,
        expected: value < min ? `at least ${min} ${unit}` : `at most ${max} ${unit}`,
        remedy: "check the number",
      });
      return undefined;
    }
    // Adding 0 takes the sign off a negative zero.
    if (isPlainNumber(value)) return value + 0;
    this.#report("too-many-decimals", `${value} has more than ${mostDecimals} decimals`, container, key, {
      about: id,
      expected: `a number with at most ${mostDecimals} decimals`,
      remedy: "round it, and say in the case how",
    });
    return undefined;
  }

  #choice(
    type: FactType & { type: "choice" },
    value: unknown,
    id: string,
    container: object,
    key: string | number,
  ): string | undefined {
    if (typeof value !== "string") return this.#wrongType(type, value, id, container, key);
    if (Object.hasOwn(type.options, value)) return value;
    const options = Object.keys(type.options);
    const near = nearest(value, options);
    this.#report("unknown-option", `\`${value}\` is not an option of \`${id}\``, container, key, {
      expected: `one of ${options.map((option) => `\`${option}\``).join(", ")}`,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "write one of those" : `write \`${near}\``,
    });
    return undefined;
  }

  #record(
    type: FactType & { type: "record" },
    value: unknown,
    id: string,
    container: object,
    key: string | number,
  ): Known | undefined {
    if (!isObject(value)) return this.#wrongType(type, value, id, container, key);
    const fields = Object.keys(type.fields);
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(type.fields, name)) this.#unknownField(name, fields, id, value);
    }
    return fields.map((name): Operand => {
      const field = type.fields[name];
      const part = Object.hasOwn(value, name) ? value[name] : undefined;
      return part === undefined || field === undefined
        ? undefined
        : this.#value(field, part, `${id}.${name}`, value, name);
    });
  }

  #unknownField(name: string, fields: readonly string[], id: string, container: object): void {
    const near = nearest(name, fields);
    this.#report(
      "unknown-field",
      `an element of \`${id.replace(/\[\d+\]$/, "")}\` has no \`${name}\``,
      container,
      name,
      {
        part: "key",
        about: id,
        expected: `the fields ${fields.map((field) => `\`${field}\``).join(", ")}`,
        ...(near === undefined ? {} : { nearest: near }),
        remedy: near === undefined ? "take it out" : `write \`${near}\``,
      },
    );
  }

  #wrongType(type: FactType, value: unknown, id: string, container: object, key: string | number): undefined {
    const expected = describeType(valueType(type));
    this.#report("wrong-type", `${describeWritten(value)} is not ${expected}`, container, key, {
      about: id,
      expected,
      remedy: `write ${expected}, or leave the fact out if it is unknown`,
    });
    return undefined;
  }

  #report(
    code: string,
    message: string,
    container: object,
    key: string | number,
    details: {
      readonly part?: "key" | "value";
      /** The fact or part of a fact, where the message does not name it. */
      readonly about?: string;
      readonly expected?: string;
      readonly nearest?: string;
      readonly remedy: string;
      readonly related?: Problem["related"] & object;
    },
  ): void {
    const { part, about, ...rest } = details;
    const place = this.#locate?.(container, key, part ?? "value");
    this.problems.push({
      code,
      severity: "error",
      message: about === undefined ? message : `\`${about}\`: ${message}`,
      ...(place === undefined ? {} : { place }),
      ...rest,
    });
  }
}

function describeWritten(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "object":
      return "a block of keys";
    case "string":
      return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
    default:
      return String(value);
  }
}
