import { parseDay } from "../calendar/day.ts";
import type { FactType } from "../language/fact.ts";
import type { Known, Operand } from "../language/known.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { INPUT_LIMITS } from "../source/limits.ts";
import { dateBounds, isPlainNumber, numberBounds } from "./fact-bounds.ts";

/** Stands for a value about which there is something to say, which the thorough reader says. */
const refused = Symbol("refused");

/** Reads one value. Most are plain, and nothing is allocated for them. */
type Read = (value: unknown) => Known | typeof refused;

/** A fact, or a group of facts, behind a key. */
class Entry {
  readonly key: string;
  readonly slot: number;
  readonly orNone: boolean;
  readonly read: Read;
  /** What is in the group; nothing for a fact. */
  readonly group: Group | undefined;
  /** The two entries that came after this one last: cases mostly give their facts in the same order, with gaps. */
  next: Entry = this;
  other: Entry = this;

  constructor(key: string, slot: number, orNone: boolean, read: Read, group?: Group) {
    this.key = key;
    this.slot = slot;
    this.orNone = orNone;
    this.read = read;
    this.group = group;
  }
}

/** The facts of a group by their keys. */
class Group {
  readonly #entries = new Map<string, Entry>();
  /** Stands before the first. */
  readonly #start = new Entry("", -1, false, () => refused);

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  put(entry: Entry): void {
    this.#entries.set(entry.key, entry);
  }

  /** Whether all that a block gives is plainly right; the values go into their slots. */
  read(given: Readonly<Record<string, unknown>>, values: Operand[]): boolean {
    let last = this.#start;
    for (const key in given) {
      // Within a loop over the keys this costs nothing, which `Object.hasOwn` would.
      if (!hasOwn.call(given, key)) return false;
      const value = given[key];
      let entry = last.next;
      if (entry.key !== key) {
        entry = last.other;
        if (entry.key !== key) {
          const found = this.#entries.get(key);
          if (found === undefined) return false;
          last.other = last.next;
          last.next = found;
          entry = found;
        }
      }
      last = entry;
      const { group, slot } = entry;
      if (group !== undefined) {
        if (!isBlock(value) || !group.read(value, values)) return false;
        continue;
      }
      const read = value === null ? (entry.orNone ? null : refused) : entry.read(value);
      if (read === refused || values[slot] !== undefined) return false;
      values[slot] = read;
    }
    return last === this.#start ? isEmptyBlock(given) : !Array.isArray(given);
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
      const orNone = entry.orNone === true;
      const read = readerOf(entry);
      // A fact can be given with its dots in the key, too.
      this.#all.put(new Entry(id, slot, orNone, read));
      place(this.#all, id.split("."), (key) => new Entry(key, slot, orNone, read));
    }
  }

  /**
   * The value of each fact in the order of the revision's facts; nothing where a problem is to be reported.
   *
   * @param values takes the values, whatever it held before
   */
  read(facts: object, values: Operand[] = []): readonly Operand[] | undefined {
    if (values.length !== this.#size) values.length = this.#size;
    for (let at = 0; at < values.length; at++) values[at] = undefined;
    return isBlock(facts) && this.#all.read(facts, values) ? values : undefined;
  }
}

function place(within: Group, path: readonly string[], fact: (key: string) => Entry): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    within.put(fact(key));
    return;
  }
  const group = within.entry(key)?.group ?? new Group();
  within.put(new Entry(key, -1, false, () => refused, group));
  place(group, rest, fact);
}

function readerOf(type: FactType): Read {
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
    case "choice":
      return choiceReader(Object.keys(type.options));
    case "list":
      return listReader(readerOf(type.of));
    case "record":
      return recordReader(type.fields);
    default:
      return type satisfies never;
  }
}

/**
 * Gives the text of the rules for an equal one of the case: the same text compares at a glance, where an equal one has to
 * be compared letter by letter each time. Options are told apart by their lengths first.
 */
function choiceReader(options: readonly string[]): Read {
  const ofLength: (readonly string[])[] = [];
  for (let length = 0; length <= Math.max(0, ...options.map((option) => option.length)); length++) {
    ofLength.push(options.filter((option) => option.length === length));
  }
  return (value) => {
    if (typeof value !== "string") return refused;
    const candidates = ofLength[value.length];
    if (candidates === undefined) return refused;
    for (let at = 0; at < candidates.length; at++) {
      const option = candidates[at];
      if (option !== undefined && option === value) return option;
    }
    return refused;
  };
}

function listReader(readElement: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return refused;
    const { length } = value;
    if (length > INPUT_LIMITS.maxEntries) return refused;
    const elements: Known[] = new Array(length);
    for (let at = 0; at < length; at++) {
      const read = readElement(value[at]);
      if (read === refused) return refused;
      elements[at] = read;
    }
    return elements;
  };
}

function recordReader(fields: Readonly<Record<string, FactType>>): Read {
  const names = Object.keys(fields);
  const readers = Object.values(fields).map(readerOf);
  const unknown: readonly Operand[] = names.map(() => undefined);
  return (value) => {
    if (!isPlain(value)) return refused;
    const parts = unknown.slice();
    let at = 0;
    for (const name in value) {
      if (!hasOwn.call(value, name)) return refused;
      const given = value[name];
      // Elements mostly give their fields in the order of their declaration.
      const place = names[at] === name ? at : names.indexOf(name);
      const read = readers[place]?.(given) ?? refused;
      if (read === refused) return refused;
      parts[place] = read;
      at += 1;
    }
    return parts;
  };
}

const hasOwn = Object.prototype.hasOwnProperty;

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * Whether an element of a list is an ordinary object. An object that came before V8 knew which kinds of number its fields
 * hold is brought up to date by being asked for a name; else going through the keys is slow, for all objects from then on.
 */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isBlock(value) && value.constructor === Object;
}

/** An object without keys may keep its content elsewhere, as one of a class does; that is for the thorough reader to say. */
function isEmptyBlock(value: object): boolean {
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}
