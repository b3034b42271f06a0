import { parseDay } from "../calendar/day.ts";
import type { FactEntry, FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { dateBounds, isPlainNumber, numberBounds } from "./fact-bounds.ts";
import { isForeign } from "./plain-block.ts";

/** Stands for a value about which there is something to say, which the thorough reader says. */
const refused = Symbol("refused");

/** Reads one value. Most are plain, and nothing is allocated for them. */
type Read<Answer> = (value: unknown) => Answer | typeof refused;

/** A fact or a group of facts behind a key. */
interface Entry {
  readonly slot: number;
  readonly read: Read<Operand>;
  /** What is in the group; nothing for a fact. */
  readonly group: Map<string, Entry> | undefined;
}

/**
 * Reads the facts of cases in which nothing is wrong, for one revision, without keeping where anything stands. Whatever is
 * not plainly right is left to the thorough reader.
 */
export class QuickFacts {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #size: number;

  constructor(model: RevisionModel) {
    this.#size = model.facts.size;
    const entries = new Map<string, Entry>();
    for (const [slot, { id, entry }] of [...model.facts.values()].entries()) {
      const read = readerOf(entry);
      // A fact can be given with its dots in the key, too.
      const fact: Entry = { slot, read, group: undefined };
      entries.set(id, fact);
      place(entries, id.split("."), fact);
    }
    this.#entries = entries;
  }

  /** The value of each fact in the order of the revision's facts; nothing where a problem is to be reported. */
  read(facts: object): Operand[] | undefined {
    const values: Operand[] = new Array(this.#size).fill(undefined);
    return readGroup(facts, this.#entries, values) ? values : undefined;
  }
}

function place(entries: Map<string, Entry>, path: readonly string[], fact: Entry): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    entries.set(key, fact);
    return;
  }
  const group = entries.get(key)?.group ?? new Map<string, Entry>();
  entries.set(key, { slot: -1, read: () => refused, group });
  place(group, rest, fact);
}

function readGroup(given: object, entries: ReadonlyMap<string, Entry>, values: Operand[]): boolean {
  for (const key of Object.keys(given)) {
    const entry = entries.get(key);
    if (entry === undefined) return false;
    const value = (given as Readonly<Record<string, unknown>>)[key];
    if (entry.group !== undefined) {
      if (!isBlock(value) || isForeign(value) || !readGroup(value, entry.group, values)) return false;
      continue;
    }
    const read = entry.read(value);
    if (read === refused || values[entry.slot] !== undefined) return false;
    values[entry.slot] = read;
  }
  return true;
}

function readerOf(entry: FactEntry): Read<Operand> {
  const read = readerOfType(entry);
  const orNone = entry.orNone === true;
  return (value) => (value === null ? (orNone ? null : refused) : read(value));
}

function readerOfType(type: FactType): Read<Known> {
  switch (type.type) {
    case "boolean":
      return (value) => (typeof value === "boolean" ? value : refused);
    case "text":
      return (value) => (typeof value === "string" && value.length <= INPUT_LIMITS.maxTextLength ? value : refused);
    case "date": {
      const bounds = dateBounds(type);
      const [from, to] = [Number(parseDay(bounds.from)), Number(parseDay(bounds.to))];
      return (value) => {
        const day = typeof value === "string" ? parseDay(value) : refused;
        return typeof day === "number" && day >= from && day <= to ? day : refused;
      };
    }
    case "integer": {
      const { min, max } = numberBounds(type);
      return (value) =>
        typeof value === "number" && Number.isInteger(value) && value >= min && value <= max ? value + 0 : refused;
    }
    case "number": {
      const { min, max } = numberBounds(type);
      return (value) =>
        typeof value === "number" && value >= min && value <= max && isPlainNumber(value) ? value + 0 : refused;
    }
    case "choice": {
      const options = new Set(Object.keys(type.options));
      return (value) => (typeof value === "string" && options.has(value) ? value : refused);
    }
    case "list":
      return listReader(readerOfType(type.of));
    case "record":
      return recordReader(type.fields);
    default:
      return type satisfies never;
  }
}

function listReader(readElement: Read<Known>): Read<Known> {
  return (value) => {
    if (!Array.isArray(value)) return refused;
    const { length } = value;
    if (length > INPUT_LIMITS.maxEntries) return refused;
    const elements: Known[] = [];
    for (let at = 0; at < length; at++) {
      const read = readElement(value[at]);
      if (read === refused) return refused;
      elements.push(read);
    }
    return elements;
  };
}

function recordReader(fields: Readonly<Record<string, FactType>>): Read<Known> {
  const readers = Object.entries(fields).map(([name, type]) => ({ name, read: readerOfType(type) }));
  return (value) => {
    if (!isBlock(value) || isForeign(value)) return refused;
    const parts: Operand[] = [];
    let given = 0;
    for (const { name, read } of readers) {
      const part = Object.hasOwn(value, name) ? value[name] : undefined;
      if (part === undefined) {
        parts.push(undefined);
        continue;
      }
      const known = read(part);
      if (known === refused) return refused;
      given += 1;
      parts.push(known);
    }
    return Object.keys(value).length === given ? parts : refused;
  };
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
