/** A set of clauses, by their places in the revision: marked one by one, then taken out all together, over and over. */
export class ClauseMarks {
  readonly #isMarked: Uint8Array;
  readonly #marked: number[] = [];

  /** @param size how many clauses there are */
  constructor(size: number) {
    this.#isMarked = new Uint8Array(size);
  }

  /** Marks a clause; it may have been marked before. */
  add(slot: number): void {
    if (this.#isMarked[slot] === 1) return;
    this.#isMarked[slot] = 1;
    this.#marked.push(slot);
  }

  /** What `names` has for each clause that was marked, in the order of the revision. No clause is marked afterwards. */
  take<Name>(names: readonly Name[]): readonly Name[] {
    const marked = this.#marked;
    inOrder(marked);
    const taken: Name[] = [];
    for (let at = 0; at < marked.length; at++) {
      const slot = marked[at] ?? -1;
      this.#isMarked[slot] = 0;
      const name = names[slot];
      if (name !== undefined) taken.push(name);
    }
    marked.length = 0;
    return taken;
  }
}

/** A decision rests on a handful of clauses: putting each in its place takes a fraction of the time that sorting does. */
const handful = 40;

function inOrder(slots: number[]): void {
  if (slots.length > handful) {
    slots.sort((one, other) => one - other);
    return;
  }
  for (let at = 1; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    let place = at;
    for (; place > 0; place--) {
      const before = slots[place - 1] ?? 0;
      if (before <= slot) break;
      slots[place] = before;
    }
    slots[place] = slot;
  }
}
