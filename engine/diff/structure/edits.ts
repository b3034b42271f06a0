import { canonicalJson } from "../../procedure/digest.ts";
import { align } from "./align.ts";
import { type Keys, type Naming, namingAt } from "./naming.ts";
import { keysInOrder } from "./order.ts";
import { isContainer, type Slot, size, valueAt } from "./slot.ts";

/** One value that was replaced, added or removed. */
export interface Edit {
  /** The keys that lead to it: of the head side, or of the base side where it was removed. */
  readonly keys: Keys;
  readonly before: Slot | undefined;
  readonly after: Slot | undefined;
}

/** The edits that turn one value into another, and how many scalars they leave as they were. */
interface Comparison {
  readonly edits: readonly Edit[];
  readonly kept: number;
}

/** What a condition asks about. With another of these it is another condition, even where the rest is the same. */
const subjects = ["fact", "item", "clause", "decision", "reading"] as const;

/** Finds the edits between values of two rule files. Values met again, through an alias, are compared once. */
export class Differ {
  readonly #known = new Map<object, Map<object, Comparison | undefined>>();

  /**
   * The edits that turn one part of a thing into another, each as far in as it can be said: a value is replaced as a
   * whole only where it got another shape, or where more than one thing in it changed and nothing is left of it.
   *
   * @param name the name of the part
   */
  editsOf(name: string, base: Slot | undefined, head: Slot | undefined): readonly Edit[] {
    return under(name, this.#compare(base, head, namingAt(name, "language")).edits);
  }

  #compare(base: Slot | undefined, head: Slot | undefined, naming: Naming): Comparison {
    const whole: Comparison = { edits: [{ keys: [], before: base, after: head }], kept: 0 };
    if (base === undefined || head === undefined) return whole;
    const [before, after] = [valueAt(base), valueAt(head)];
    if (!isContainer(before) || !isContainer(after)) return before === after ? { edits: [], kept: 1 } : whole;
    return this.#inside(before, after, naming) ?? whole;
  }

  /** The edits within two lists or mappings; none can be told where one replaces the other as a whole. */
  #inside(base: object, head: object, naming: Naming): Comparison | undefined {
    if (base === head) return { edits: [], kept: size(base) };
    const known = this.#known.get(base) ?? new Map<object, Comparison | undefined>();
    this.#known.set(base, known);
    if (known.has(head)) return known.get(head);
    const found = this.#look(base, head, naming);
    known.set(head, found);
    return found;
  }

  #look(base: object, head: object, naming: Naming): Comparison | undefined {
    const lists = [base, head].filter(Array.isArray).length;
    if (lists === 1) return undefined;
    if (lists === 0 && naming === "language" && subjects.some((key) => key in base !== key in head)) return undefined;
    const { edits, kept } =
      Array.isArray(base) && Array.isArray(head) ? this.#list(base, head) : this.#mapping(base, head, naming);
    // Names stay what they are whatever they stand for; of anything else, pieces that have nothing in common say less.
    if (naming === "language" && kept === 0 && edits.length > 1) return undefined;
    // Both are empty.
    return edits.length === 0 && kept === 0 ? { edits, kept: 1 } : { edits, kept };
  }

  #mapping(base: object, head: object, naming: Naming): Comparison {
    return joined(
      keysInOrder(Object.keys(base), Object.keys(head)).map(({ key, ...pair }) => {
        const compared = this.#compare(slot(base, pair.base), slot(head, pair.head), namingAt(key, naming));
        return { ...compared, edits: under(key, compared.edits) };
      }),
    );
  }

  #list(base: readonly unknown[], head: readonly unknown[]): Comparison {
    const compare = (before: number | undefined, after: number | undefined) =>
      this.#compare(slot(base, before), slot(head, after), "language");
    const pairs = align(base.map(canonicalJson), head.map(canonicalJson), (before, after) =>
      costOf(compare(before, after).edits),
    );
    return joined(
      pairs.map((pair) => {
        const compared = compare(pair.base, pair.head);
        return { ...compared, edits: under((pair.head ?? pair.base ?? 0) + 1, compared.edits) };
      }),
    );
  }
}

function slot(container: object, key: string | number | undefined): Slot | undefined {
  return key === undefined ? undefined : { container, key };
}

function under(key: string | number, edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => ({ ...edit, keys: [key, ...edit.keys] }));
}

function joined(parts: readonly Comparison[]): Comparison {
  return {
    edits: parts.flatMap(({ edits }) => edits),
    kept: parts.reduce((total, { kept }) => total + kept, 0),
  };
}

/** How much has to be read to understand some edits. */
function costOf(edits: readonly Edit[]): number {
  const sizeOf = (at: Slot | undefined) => (at === undefined ? 0 : size(valueAt(at)));
  return edits.reduce((total, { before, after }) => total + Math.max(sizeOf(before), sizeOf(after)), 0);
}
