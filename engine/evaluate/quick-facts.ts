import { parseDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { dateBounds, isPlainNumber, numberBounds } from "./fact-bounds.ts";

/** Stands for a value about which there is something to say, which the thorough reader says. */
const refused = Symbol("refused");

/** Reads one value. Most are plain, and nothing is allocated for them. */
type Read<Answer> = (value: unknown) => Answer | typeof refused;

/** A fact or a group of facts behind a key. */
interface Entry {
  readonly slot: number;
  readonly orNone: boolean;
  readonly read: Read<Known>;
  /** What is in the group; nothing for a fact. */
  readonly group: Group | undefined;
}

/** The facts of a group by their keys. Cases mostly give them in the same order, in which they are found at once. */
class Group {
  readonly #entries = new Map<string, Entry>();
  readonly #keys: string[] = [];
  readonly #inOrder: Entry[] = [];

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  put(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
  }

  /** Whether all that a block gives is plainly right; the values go into their slots. */
  read(given: Readonly<Record<string, unknown>>, values: Operand[]): boolean {
    let at = 0;
    for (const key in given) {
      const entry = this.#keys[at] === key ? this.#inOrder[at] : this.#find(key, at);
      at += 1;
      if (entry === undefined) return false;
      const value = given[key];
      if (entry.group !== undefined) {
        if (!isPlainBlock(value) || !entry.group.read(value, values)) return false;
        continue;
      }
      const read = value === null ? (entry.orNone ? null : refused) : entry.read(value);
      if (read === refused || values[entry.slot] !== undefined) return false;
      values[entry.slot] = read;
    }
    return true;
  }

  #find(key: string, at: number): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry !== undefined && at <= this.#keys.length) {
      this.#keys[at] = key;
      this.#inOrder[at] = entry;
    }
    return entry;
  }
}

/**
 * Reads the facts of cases in which nothing is wrong, for one revision, without keeping where anything stands. Whatever is
 * not plainly right is left to the thorough reader.
 */
export class QuickFacts {
  readonly #all = new Group();
  readonly #size: number;

  constructor(model: RevisionModel) {
    this.#size = model.facts.size;
    for (const [slot, { id, entry }] of [...model.facts.values()].entries()) {
      const fact: Entry = { slot, orNone: entry.orNone === true, read: readerOf(entry), group: undefined };
      // A fact can be given with its dots in the key, too.
      this.#all.put(id, fact);
      place(this.#all, id.split("."), fact);
    }
  }

  /** The value of each fact in the order of the revision's facts; nothing where a problem is to be reported. */
  read(facts: object): Operand[] | undefined {
    const values: Operand[] = new Array(this.#size).fill(undefined);
    return isPlainBlock(facts) && !isAnythingInherited() && this.#all.read(facts, values) ? values : undefined;
  }
}

function place(within: Group, path: readonly string[], fact: Entry): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    within.put(key, fact);
    return;
  }
  const group = within.entry(key)?.group ?? new Group();
  within.put(key, { slot: -1, orNone: false, read: () => refused, group });
  place(group, rest, fact);
}

function readerOf(type: FactType): Read<Known> {
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
      return listReader(readerOf(type.of));
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
  const names = Object.keys(fields);
  const readers = Object.values(fields).map(readerOf);
  return (value) => {
    if (!isPlainBlock(value)) return refused;
    const parts: Operand[] = new Array(names.length).fill(undefined);
    let at = 0;
    for (const name in value) {
      // Elements mostly give their fields in the order of their declaration.
      const place = names[at] === name ? at : names.indexOf(name);
      const read = readers[place]?.(value[name]) ?? refused;
      if (read === refused) return refused;
      parts[place] = read;
      at += 1;
    }
    return parts;
  };
}

/** Whether even an empty object has keys, because some other program added them to all objects. */
function isAnythingInherited(): boolean {
  for (const _key in empty) return true;
  return false;
}

const empty: object = {};

/** Objects of a class, and those that inherit something, are left to the thorough reader. */
function isPlainBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}
