/** A set of clauses, by their places in the revision: marked one by one, then taken out all together, over and over. */
export class ClauseMarks {
  readonly #isMarked: Uint8Array;
  /** The places of the clauses that are marked, as many as are counted: to cut a list short takes longer. */
  readonly #marked: number[] = [];
  #count = 0;
  #isInOrder = true;

  /** @param size how many clauses there are */
  constructor(size: number) {
    this.#isMarked = new Uint8Array(size);
  }

  /** Marks a clause; it may have been marked before. */
  add(slot: number): void {
    if (this.#isMarked[slot] === 1) return;
    this.#isMarked[slot] = 1;
    const before = this.#marked[this.#count - 1];
    if (this.#count > 0 && before !== undefined && before > slot) this.#isInOrder = false;
    this.#marked[this.#count] = slot;
    this.#count += 1;
  }

  /** What `names` has for each clause that was marked, in the order of the revision. No clause is marked afterwards. */
  take<Name>(names: readonly Name[]): readonly Name[] {
    const count = this.#count;
    if (!this.#isInOrder) inOrder(this.#marked, count);
    const taken: Name[] = [];
    for (let at = 0; at < count; at++) {
      const slot = this.#marked[at] ?? -1;
      this.#isMarked[slot] = 0;
      const name = names[slot];
      if (name !== undefined) taken.push(name);
    }
    this.#count = 0;
    this.#isInOrder = true;
    return taken;
  }
}

/** A decision rests on a handful of clauses: putting each in its place takes a fraction of the time that sorting does. */
const handful = 40;

/** Puts so many places of a list in order. */
function inOrder(slots: number[], count: number): void {
  if (count > handful) {
    slots.length = count;
    slots.sort((one, other) => one - other);
    return;
  }
  for (let at = 1; at < count; at++) {
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
