import fc from "fast-check";

/** A change to the data of a document, which fits any document. It works on a copy of its own. */
export type DataEdit = (data: unknown) => unknown;

/** What a person or a program may put in place of a value. */
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  30,
  2.5,
  1e21,
  "",
  "yes",
  "30",
  "2020-02-30",
  "2021-03-01",
  "none",
  "?",
  "a b: c",
  [],
  {},
  [null],
  [[]],
  [1, "a", true],
  { "": 1 },
  { fact: "x" },
  { all: [] },
  { value: { value: { value: 1 } } },
  deep(70),
];

function deep(depth: number): unknown {
  return depth === 0 ? 1 : { x: [deep(depth - 2)] };
}

/** A block or list in a document, with one of its keys. */
interface Entry {
  readonly container: Record<string, unknown> | unknown[];
  readonly key: string;
}

function entriesOf(data: unknown): readonly Entry[] {
  const entries: Entry[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const container = value as Entry["container"];
    for (const key of Object.keys(container)) {
      entries.push({ container, key });
      visit(Reflect.get(container, key));
    }
  };
  visit(data);
  return entries;
}

const position = fc.noBias(fc.nat(999_999)).map((part) => part / 1_000_000);

function ofEntries(change: (entry: Entry, other: Entry, value: unknown) => void): fc.Arbitrary<DataEdit> {
  return fc.tuple(position, position, fc.constantFrom(...values)).map(([where, from, value]) => (data) => {
    const entries = entriesOf(data);
    const entry = entries[Math.floor(where * entries.length)];
    const other = entries[Math.floor(from * entries.length)];
    if (entry !== undefined && other !== undefined) change(entry, other, value);
    return data;
  });
}

function remove({ container, key }: Entry): void {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

/** A key with two of its letters swapped, as a hasty person writes it. */
function misspelled(key: string): string {
  return key.length < 3 ? `${key}x` : key.slice(0, 1) + key.charAt(2) + key.charAt(1) + key.slice(3);
}

/** One change to keys and values. */
export const dataEdit: fc.Arbitrary<DataEdit> = fc.oneof(
  ofEntries(remove),
  ofEntries((entry, _other, value) => Reflect.set(entry.container, entry.key, structuredClone(value))),
  ofEntries((entry, _other, value) => Reflect.set(entry.container, entry.key, structuredClone(value))),
  ofEntries((entry, other) => {
    const value: unknown = structuredClone(Reflect.get(other.container, other.key));
    Reflect.set(entry.container, entry.key, value);
  }),
  ofEntries((entry, other) => {
    const value: unknown = Reflect.get(entry.container, entry.key);
    remove(entry);
    Reflect.set(entry.container, Array.isArray(entry.container) ? entry.key : other.key, value);
  }),
  ofEntries((entry) => {
    const value: unknown = Reflect.get(entry.container, entry.key);
    if (Array.isArray(entry.container)) return;
    remove(entry);
    entry.container[misspelled(entry.key)] = value;
  }),
  ofEntries((entry) => {
    const value: unknown = Reflect.get(entry.container, entry.key);
    Reflect.set(entry.container, entry.key, [value]);
  }),
  ofEntries((entry, other) => {
    const value: unknown = Reflect.get(entry.container, entry.key);
    Reflect.set(entry.container, entry.key, { [other.key]: value });
  }),
  ofEntries((entry, other) => {
    if (Array.isArray(entry.container)) entry.container.push(structuredClone(entry.container[Number(entry.key)]));
    else entry.container[other.key] = structuredClone(entry.container[entry.key]);
  }),
);
