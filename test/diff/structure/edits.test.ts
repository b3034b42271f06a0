import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Differ } from "../../../engine/diff/structure/edits.ts";
import { isContainer, type Slot, valueAt } from "../../../engine/diff/structure/slot.ts";

const key = fc.constantFrom("all", "any", "fact", "operator", "value", "when", "options", "derives", "says");
/** Lists and mappings as rule files have them: never empty. */
const part = fc.letrec<{ part: unknown }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom(1, 2, true, false, null, "a", "b", "c"),
    fc.array(tie("part"), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie("part"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  ),
})).part;

function scalars(value: unknown): readonly string[] {
  return isContainer(value) ? Object.values(value).flatMap(scalars) : [JSON.stringify(value)];
}

/** The scalars that are in the one and not taken away by the other, in the order of their texts. */
function left(all: unknown, taken: readonly (Slot | undefined)[]): readonly string[] {
  const rest = [...scalars(all)];
  for (const scalar of taken.flatMap((slot) => (slot === undefined ? [] : scalars(valueAt(slot))))) {
    const at = rest.indexOf(scalar);
    expect(at).toBeGreaterThanOrEqual(0);
    rest.splice(at, 1);
  }
  return rest.sort();
}

describe("edits of a value", () => {
  const editsOf = (base: unknown, head: unknown, name = "requires") =>
    new Differ().editsOf(name, { container: { [name]: base }, key: name }, { container: { [name]: head }, key: name });

  it("are none for equal values alone", () => {
    fc.assert(
      fc.property(part, part, (base, head) => {
        expect(editsOf(base, structuredClone(base))).toEqual([]);
        const isSame = JSON.stringify(scalars(base)) === JSON.stringify(scalars(head));
        if (!isSame) expect(editsOf(base, head)).not.toEqual([]);
      }),
    );
  });

  it("leave the same scalars on both sides", () => {
    fc.assert(
      fc.property(part, part, fc.constantFrom("requires", "options", "derives"), (base, head, name) => {
        const edits = editsOf(base, head, name);
        expect(
          left(
            base,
            edits.map(({ before }) => before),
          ),
        ).toEqual(
          left(
            head,
            edits.map(({ after }) => after),
          ),
        );
      }),
    );
  });

  it("are the same the other way round", () => {
    const shown = (one: Slot | undefined, other: Slot | undefined) =>
      JSON.stringify([one ?? null, other ?? null].map((slot) => (slot === null ? [] : [valueAt(slot)])));
    fc.assert(
      fc.property(part, part, (base, head) => {
        const there = editsOf(base, head).map(({ before, after }) => shown(before, after));
        const back = editsOf(head, base).map(({ before, after }) => shown(after, before));
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  it("go as far in as they can, and no further than makes sense", () => {
    const keysOf = (base: unknown, head: unknown, name?: string) =>
      editsOf(base, head, name).map(({ keys }) => keys.join("."));
    const compare = { fact: "a.b", operator: "equal", value: 1 };
    expect(keysOf({ all: [compare] }, { all: [{ ...compare, value: 2 }] })).toEqual(["requires.all.1.value"]);
    expect(keysOf({ all: [compare] }, { any: [compare] })).toEqual(["requires"]);
    expect(keysOf(compare, { all: [compare] })).toEqual(["requires"]);
    expect(keysOf({ all: [compare, { not: compare }] }, { all: [{ not: compare }] })).toEqual(["requires.all.1"]);
    expect(keysOf({ clause: "1", is: "met" }, { decision: "d", is: "met" })).toEqual(["requires"]);
    expect(keysOf({ clause: "1", is: "met" }, { clause: "2", is: "unmet" })).toEqual(["requires"]);
    expect(
      keysOf({ addDays: { to: { fact: "a.b" }, days: 1 } }, { addDays: { to: { fact: "a.c" }, days: 1 } }),
    ).toEqual(["requires.addDays.to.fact"]);
    expect(keysOf("a", ["a"])).toEqual(["requires"]);
    expect(keysOf(["a"], { 0: "a" })).toEqual(["requires"]);
    // Names stay what they are, whatever becomes of what they stand for.
    expect(keysOf({ a: "x", b: "y" }, { a: "z", b: "w" }, "options")).toEqual(["options.a", "options.b"]);
    expect(keysOf({ fact: compare }, { clause: compare }, "derives")).toEqual(["derives.fact", "derives.clause"]);
  });
});
