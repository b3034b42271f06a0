import type { StructureChange, Subject } from "../diff/report.ts";

/** Says which things of a revision carry a revision triangle: those that it changed. */
export class Triangles {
  readonly #revision: string;
  readonly #changed: ReadonlySet<string>;

  constructor(revision: string, changes: readonly StructureChange[]) {
    this.#revision = revision;
    this.#changed = new Set(changes.map(({ subject, id }) => `${subject} ${id}`));
  }

  /** The revision in the triangle beside a thing; nothing for one without a triangle. */
  beside(subject: Subject, id: string): { readonly triangle?: string } {
    return this.#changed.has(`${subject} ${id}`) ? { triangle: this.#revision } : {};
  }
}
