import type { FactType } from "../language/fact.ts";
import type { RevisionModel } from "../procedure/model.ts";

type Entries = readonly (readonly [string, unknown])[];

/**
 * The facts of a case as one side can read them: without those that only the other side knows, which came or went with
 * the revision and must not keep the case from being decided. The same goes for the fields of list elements.
 *
 * A fact that neither side knows stays, so that the side refuses it; so does a value that the side does not allow. The
 * given facts are left as they are.
 *
 * @param facts nested by the dots of their ids, or with dots in the keys
 */
export function factsFor(
  side: RevisionModel,
  other: RevisionModel,
  facts: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(new Reader(side, other).group(facts, "", false));
}

/** The readings of a case as one side can take them: without those that only the other side can switch. */
export function readingsFor(
  side: RevisionModel,
  other: RevisionModel,
  readings: Readonly<Record<string, string>>,
): Record<string, string> {
  const knows = (model: RevisionModel, id: string, alternative: string): boolean =>
    model.switchable.get(id)?.includes(alternative) === true;
  return Object.fromEntries(
    Object.entries(readings).filter(
      ([id, alternative]) => knows(side, id, alternative) || !knows(other, id, alternative),
    ),
  );
}

class Reader {
  readonly #side: RevisionModel["facts"];
  readonly #other: RevisionModel["facts"];

  constructor(side: RevisionModel, other: RevisionModel) {
    this.#side = side.facts;
    this.#other = other.facts;
  }

  /**
   * The entries of a group that stay.
   *
   * @param within whether the group is a record to the other side, which then knows everything in it
   */
  group(group: object, prefix: string, within: boolean): Entries {
    return Object.entries(group).flatMap(([key, value]): Entries => {
      const id = prefix + key;
      const known = this.#side.get(id);
      const foreign = this.#other.get(id);
      if (known !== undefined) return [[key, foreign ? fieldsFor(known.entry, foreign.entry, value) : value]];
      const isGroup = isBlock(value) && (isGroupIn(this.#side, id) || isGroupIn(this.#other, id));
      if (!isGroup) return foreign !== undefined || within ? [] : [[key, value]];
      const entries = this.group(value, `${id}.`, within || foreign !== undefined);
      if (isGroupIn(this.#side, id)) return [[key, Object.fromEntries(entries)]];
      // The side has no such group: what nobody knows in it is named in full.
      return entries.map(([inner, left]) => [`${key}.${inner}`, left]);
    });
  }
}

function isGroupIn(facts: RevisionModel["facts"], id: string): boolean {
  for (const fact of facts.keys()) if (fact.startsWith(`${id}.`)) return true;
  return false;
}

/** A value without the fields that only the other side's type has. */
function fieldsFor(type: FactType, other: FactType, value: unknown): unknown {
  if (type.type === "list" && other.type === "list" && Array.isArray(value)) {
    return value.map((element: unknown) => fieldsFor(type.of, other.of, element));
  }
  if (type.type !== "record" || other.type !== "record" || !isBlock(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]): Entries => {
      const own = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
      const foreign = Object.hasOwn(other.fields, name) ? other.fields[name] : undefined;
      if (own === undefined) return foreign === undefined ? [[name, part]] : [];
      return [[name, foreign === undefined ? part : fieldsFor(own, foreign, part)]];
    }),
  );
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
