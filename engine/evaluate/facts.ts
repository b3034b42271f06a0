import type { Operand } from "../language/known.ts";
import type { Fact, RevisionModel } from "../procedure/model.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { knownElsewhere } from "./elsewhere.ts";
import { factTwice, notAGroup, Stranger } from "./fact-names.ts";
import { FactReport } from "./fact-report.ts";
import { readFact } from "./fact-value.ts";
import { isForeign } from "./plain-block.ts";

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
  readonly #derived: ReadonlyMap<string, unknown>;
  readonly #elsewhere: (id: string) => string | undefined;

  /** @param all every revision of the procedure, to say which has a fact that this one does not have */
  constructor(model: RevisionModel, all: readonly RevisionModel[]) {
    this.#elsewhere = (id) => knownElsewhere(id, model, all);
    this.#facts = model.facts;
    this.#derived = model.derived;
    this.#slots = new Map([...model.facts.keys()].map((id, slot) => [id, slot]));
    this.#groups = new Set([...model.facts.keys()].flatMap(groupsOf));
  }

  /**
   * The values of the facts, nested by the dots of their ids or with the dots in the key. A key that is left out is
   * unknown. Every problem is reported, with its place where `locate` knows it.
   */
  read(facts: object, locate?: Locate): ReadFacts {
    const report = new FactReport(locate);
    const values: Operand[] = new Array(this.#slots.size).fill(undefined);
    const spots = new Map<string, FactSpot>();
    this.#readGroup(facts, "", values, spots, report);
    return { values, spots, problems: report.problems };
  }

  #readGroup(group: object, prefix: string, values: Operand[], spots: Map<string, FactSpot>, report: FactReport): void {
    for (const key of Object.keys(group)) {
      if (report.isFull) return;
      const id = prefix + key;
      const value: unknown = (group as Record<string, unknown>)[key];
      const slot = this.#slots.get(id);
      const fact = this.#facts.get(id);
      if (slot !== undefined && fact !== undefined) {
        const first = spots.get(id);
        if (first !== undefined) factTwice(id, first, { container: group, key }, report);
        spots.set(id, { container: group, key });
        if (value !== undefined) values[slot] = readFact(fact, value, group, key, report);
      } else if (this.#groups.has(id)) {
        if (isBlock(value) && !isForeign(value)) this.#readGroup(value, `${id}.`, values, spots, report);
        else if (value !== undefined) notAGroup(id, value, { container: group, key }, this.#facts.keys(), report);
      } else {
        this.#stranger(prefix, value, { container: group, key }, report);
      }
    }
  }

  #stranger(prefix: string, value: unknown, spot: FactSpot, report: FactReport): void {
    const id = prefix + spot.key;
    const stranger = new Stranger(prefix, spot, [...this.#facts.keys()], this.#groups);
    const elsewhere = this.#elsewhere(id);
    if (elsewhere !== undefined) stranger.ofAnotherRevision(elsewhere, report);
    else if (this.#derived.has(id)) stranger.workedOut(report);
    else stranger.unknown(isBlock(value), report);
  }
}

/** The groups that a dotted id lies in: of `a.b.c`, `a` and `a.b`. */
function groupsOf(id: string): readonly string[] {
  const parts = id.split(".");
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join("."));
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
