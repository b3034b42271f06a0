import { type Spot, within } from "../reporter.ts";

/** Something that a condition or value can ask for by name. */
export interface Name {
  readonly kind: "clause" | "decision" | "value" | "reading";
  readonly id: string;
}

/** The keys behind which each kind of name stands. */
const keys: Readonly<Record<Name["kind"], readonly string[]>> = {
  clause: ["clause"],
  decision: ["decision"],
  value: ["fact", "in"],
  reading: ["reading"],
};

/** The first place inside what stands at a spot where a name is asked for; the spot itself where there is none. */
export function mentionOf(name: Name, spot: Spot): Spot {
  return find(name, Reflect.get(spot.container, spot.key), spot) ?? spot;
}

function find(name: Name, entry: unknown, spot: Spot): Spot | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  for (const key of Object.keys(entry)) {
    const part: unknown = Reflect.get(entry, key);
    const here = within(spot, entry, key);
    if (part === name.id && keys[name.kind].includes(key)) return here;
    const inside = find(name, part, here);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
