import type { Operand } from "../../../language/known.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { ByteText } from "./byte-text.ts";
import { refused, type TakeValue, takerOf } from "./byte-value.ts";
import { closeBrace, comma, openBrace, type Scan } from "./scan.ts";

const none = new ByteText("null");

/** A fact, or a group of facts, behind a key. */
class Entry {
  readonly key: ByteText;
  readonly slot: number;
  readonly orNone: boolean;
  readonly take: TakeValue;
  /** What is in the group; nothing for a fact. */
  readonly group: Group | undefined;
  /** The two entries that came after this one last: lines mostly give their facts in the same order, with gaps. */
  next: Entry = this;
  other: Entry = this;

  constructor(key: string, slot: number, orNone: boolean, take: TakeValue, group?: Group) {
    this.key = new ByteText(`${JSON.stringify(key)}:`);
    this.slot = slot;
    this.orNone = orNone;
    this.take = take;
    this.group = group;
  }

  /** Passes over the value and puts it into its slot. @returns whether it is plainly right, and the first one given */
  read(scan: Scan, values: Operand[]): boolean {
    const { slot } = this;
    if (values[slot] !== undefined) return false;
    if (this.orNone && scan.takeText(none)) {
      values[slot] = null;
      return true;
    }
    const value = this.take(scan);
    if (value === refused) return false;
    values[slot] = value;
    return true;
  }
}

const nobody: TakeValue = () => refused;

/** The facts of a group by their keys. */
class Group {
  readonly #entries = new Map<string, Entry>();
  /** Stands before the first. */
  readonly #start = new Entry("", -1, false, nobody);
  /** The number of the reading in which it was last met: in one, it may be given once. */
  #met = 0;

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  put(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
  }

  /**
   * Passes over a block of facts, each put into its slot.
   *
   * @param reading tells one reading of a line from another
   * @returns whether all that the block gives is plainly right
   */
  read(scan: Scan, values: Operand[], reading: number): boolean {
    if (this.#met === reading || !scan.take(openBrace)) return false;
    this.#met = reading;
    if (scan.byte !== closeBrace) {
      let last = this.#start;
      do {
        const entry = this.#following(last, scan);
        if (entry === undefined) return false;
        last = entry;
        scan.at += entry.key.length;
        scan.skipSpaces();
        const { group } = entry;
        if (!(group === undefined ? entry.read(scan, values) : group.read(scan, values, reading))) return false;
        scan.skipSpaces();
      } while (scan.take(comma));
      if (scan.byte !== closeBrace) return false;
    }
    scan.at++;
    return true;
  }

  /** The entry whose key stands here. */
  #following(last: Entry, scan: Scan): Entry | undefined {
    const { bytes, view, at } = scan;
    if (last.next.key.standsAt(bytes, view, at)) return last.next;
    if (last.other.key.standsAt(bytes, view, at)) return last.other;
    if (!scan.takeQuoted()) return undefined;
    const found = this.#entries.get(scan.text(at + 1, scan.at - 1));
    scan.at = at;
    if (found === undefined || !found.key.standsAt(bytes, view, at)) return undefined;
    last.other = last.next;
    last.next = found;
    return found;
  }
}

/**
 * Reads the facts of lines in which nothing is wrong straight from their bytes, for one revision. Whatever is not plainly
 * right is left to those who read thoroughly.
 */
export class ByteFacts {
  readonly #all = new Group();
  readonly #count: number;
  #readings = 0;

  constructor(model: RevisionModel) {
    this.#count = model.facts.size;
    for (const [slot, { id, entry }] of [...model.facts.values()].entries()) {
      const take = takerOf(entry);
      const fact = (key: string): Entry => new Entry(key, slot, entry.orNone === true, take);
      // A fact can be given with its dots in the key, too.
      this.#all.put(id, fact(id));
      place(this.#all, id.split("."), fact);
    }
  }

  /**
   * Passes over the facts of a line.
   *
   * @param values where the value of each goes, in the order of the revision's facts; whatever was there is gone
   * @returns whether they are plainly right
   */
  read(scan: Scan, values: Operand[]): boolean {
    for (let slot = 0; slot < this.#count; slot++) values[slot] = undefined;
    this.#readings++;
    return this.#all.read(scan, values, this.#readings);
  }
}

function place(within: Group, path: readonly string[], fact: (key: string) => Entry): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    within.put(key, fact(key));
    return;
  }
  const group = within.entry(key)?.group ?? new Group();
  within.put(key, new Entry(key, -1, false, nobody, group));
  place(group, rest, fact);
}
