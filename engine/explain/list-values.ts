import type { FactType, ListType, RecordType } from "../language/fact.ts";
import type { Many, Operand } from "../language/known.ts";
import { factValues, type Wanted } from "./fact-values.ts";

/** The first of the values for a field that are tried on. */
const fewValues = 4;

/**
 * Lists that would do instead of a present one: with a number in an element as it has to be, or in all of them; with an
 * element more or less; with anything else in an element as it has to be.
 */
export function listValues({ of }: ListType, now: Operand, wanted: Wanted): readonly Operand[] {
  const list: Many = Array.isArray(now) ? now : [];
  const less = withLess(list, wanted);
  if (of.type !== "record") return [...less, ...withMore(of, list, wanted)];
  const fields = Object.values(of.fields).map((type, position) => ({ type, position }));
  const numbers = fields.filter(({ type }) => "unit" in type);
  const others = fields.filter(({ type }) => !("unit" in type));
  return [
    ...numbers.flatMap((field) => withField(field, list, wanted)),
    ...numbers.flatMap((field) => withAllFitted(field, of, list, wanted)),
    ...newElements(of, (element) => [...list, element], wanted),
    ...less,
    ...others.flatMap((field) => withField(field, list, wanted)),
  ];
}

/** A field of an element and its place. */
interface Field {
  readonly type: FactType;
  readonly position: number;
}

/** With one field of one element otherwise. */
function withField({ type, position }: Field, list: Many, wanted: Wanted): readonly Operand[] {
  return list.flatMap((element, index): readonly Operand[] => {
    if (!Array.isArray(element)) return [];
    const fields: Many = element;
    const changed = (value: Operand): Operand => list.with(index, fields.with(position, value));
    return factValues(type, fields[position], over(wanted, changed)).slice(0, 1).map(changed);
  });
}

/**
 * With one number of every element as large as another of the same unit; then with as few of them changed, and each as
 * little, as will do.
 */
function withAllFitted({ type, position }: Field, of: RecordType, list: Many, wanted: Wanted): readonly Operand[] {
  return Object.values(of.fields).flatMap((other, from): readonly Operand[] => {
    if (position === from || !("unit" in type) || !("unit" in other) || type.unit !== other.unit) return [];
    const records = list.map((element): Many => (Array.isArray(element) ? element : []));
    const fitted = records.map((record) => record.with(position, record[from]));
    if (!wanted.accepts(fitted)) return [];
    return [
      records.reduce<Many>((kept, record, index) => {
        const changed = (value: Operand): Many => kept.with(index, record.with(position, value));
        if (wanted.accepts(changed(record[position]))) return changed(record[position]);
        const [nearest] = factValues(type, record[position], over(wanted, changed));
        return nearest === undefined ? kept : changed(nearest);
      }, fitted),
    ];
  });
}

/** With one element less; or, where that is not enough, with as few less as will do. */
function withLess(list: Many, { accepts }: Wanted): readonly Operand[] {
  const less = [...new Set(list)].map((element) => list.filter((other) => other !== element)).filter(accepts);
  if (less.length > 0 || list.length < 2 || !accepts([])) return less;
  const kept: Operand[] = [];
  for (const element of list) if (accepts([...kept, element])) kept.push(element);
  return [kept];
}

/** With one element more, which is no record. */
function withMore(of: FactType, list: Many, wanted: Wanted): readonly Operand[] {
  const added = (value: Operand): Operand => [...list, value];
  const distinct = factValues(of, undefined, over(wanted, added)).filter((value) => !list.some((one) => one === value));
  return distinct.map(added);
}

/** A further element, of which as little is said as is enough: one field alone, or as many as it takes. */
function newElements(of: RecordType, added: (element: Many) => Operand, wanted: Wanted): readonly Operand[] {
  const fields = Object.values(of.fields);
  const blank: Many = fields.map(() => undefined);
  const values = (element: Many, position: number): readonly Many[] => {
    const type = fields[position];
    if (type === undefined || type.type === "text") return [element];
    const changed = (value: Operand): Many => element.with(position, value);
    return factValues(
      type,
      undefined,
      over(wanted, (value) => added(changed(value))),
    )
      .slice(0, fewValues)
      .map(changed);
  };
  const isEnough = (element: Many): boolean => wanted.isEnough(added(element));
  for (const position of fields.keys()) {
    const [found] = values(blank, position).filter(isEnough);
    if (found !== undefined) return [added(found)];
  }
  let elements: readonly Many[] = [blank];
  for (const position of fields.keys()) elements = elements.flatMap((element) => values(element, position));
  return elements.filter(isEnough).slice(0, 1).map(added);
}

/** The same wish, for a part of what is wanted. */
function over(wanted: Wanted, whole: (value: Operand) => Operand): Wanted {
  return {
    ...wanted,
    accepts: (value) => wanted.accepts(whole(value)),
    isEnough: (value) => wanted.isEnough(whole(value)),
  };
}
