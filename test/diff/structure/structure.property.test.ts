import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify, type ToStringOptions } from "yaml";
import type { StructureChange } from "../../../engine/diff/report.ts";
import type { DiffSide } from "../../../engine/diff/side.ts";
import { isContainer } from "../../../engine/diff/structure/slot.ts";
import { structureOf } from "../../../engine/diff/structure/structure.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { ProblemsError } from "../../../engine/source/problem.ts";
import { type Leaf, leavesInForce, mutated } from "./leaves.ts";
import { library, rewritten, shipped, sideOf, textsOf, underlined } from "./sides.ts";

/** Every scalar on one line, so that a place shows all of it. */
const plainly = { lineWidth: 0, blockQuote: false, doubleQuotedAsJSON: true } as const;

const directories = [library, shipped].map((directory) => {
  const opened = openProcedure(directory);
  const sides = opened.revisions.map(({ entry }) => sideOf(opened, entry.revision));
  const texts = textsOf(directory);
  const values = new Map([...texts].map(([file, text]) => [file, parse(text) as unknown]));
  const line = new Map([...values].map(([file, value]) => [file, stringify(value, plainly)]));
  return { directory, sides, texts, values, line, lined: sides.map((side) => rewritten(directory, side, line)) };
});

describe.each(directories)("the revisions in $directory", ({ directory, sides, texts, values, line, lined }) => {
  const numbers = sides.map((_, at) => at);

  it("differ from themselves in nothing", () => {
    for (const side of sides) expect(structureOf(side, side)).toEqual([]);
    for (const [at, side] of sides.entries()) {
      const again = rewritten(directory, side, texts);
      expect(structureOf(side, again)).toEqual([]);
      expect(structureOf(side, lined[at] ?? side)).toEqual([]);
    }
  });

  it("differ in nothing when their files are written otherwise", () => {
    const written = fc.record({
      collectionStyle: fc.constantFrom("any", "block", "flow"),
      indent: fc.integer({ min: 1, max: 8 }),
      indentSeq: fc.boolean(),
      defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
    }) satisfies fc.Arbitrary<ToStringOptions>;
    fc.assert(
      fc.property(written, fc.nat(), fc.boolean(), fc.constantFrom(...numbers), (options, seed, remarks, at) => {
        const side = sides[at] as DiffSide;
        const other = [...values].map(([file, value]) => {
          const text = stringify(shuffled(value, seed), { ...plainly, ...options });
          return [file, remarks ? text.replaceAll(/^(?=.)/gm, "# A remark.\n") : text] as const;
        });
        expect(structureOf(side, rewritten(directory, side, new Map(other)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  const leaves = numbers.flatMap((at) => {
    const side = sides[at] as DiffSide;
    return leavesInForce(
      values,
      sides.map(({ model }) => model.entry.revision),
      side.model.entry.revision,
    ).map((leaf) => ({ at, leaf }));
  });

  /** What a changed scalar is reported as; none where the file would not have the shape of its kind. */
  function reported({ at, leaf }: { at: number; leaf: Leaf }): readonly StructureChange[] | undefined {
    const text = stringify(mutated(values.get(leaf.file), leaf), plainly);
    const before = lined[at] as DiffSide;
    try {
      return structureOf(before, rewritten(directory, before, new Map([...line, [leaf.file, text]])));
    } catch (error) {
      if (error instanceof ProblemsError) return undefined;
      throw error;
    }
  }

  it("differ in exactly the scalar that is changed", () => {
    let refused = 0;
    let tried = 0;
    fc.assert(
      fc.property(fc.noBias(fc.nat(leaves.length - 1)), (number) => {
        const chosen = leaves[number] as (typeof leaves)[number];
        const changes = reported(chosen);
        tried++;
        if (changes === undefined) {
          refused++;
          return;
        }
        const { leaf } = chosen;
        expect(changes).toHaveLength(1);
        const [change] = changes;
        expect([change?.subject, change?.id]).toEqual([leaf.subject, leaf.id]);
        expect(change?.change).toMatch(/^(?:changed|reworded)$/);
        expect(change?.values).toHaveLength(1);
        const [value] = change?.values ?? [];
        expect(value?.path).toBe(leaf.path);
        expect(parse(value?.before ?? "")).toEqual(leaf.value);
        expect(parse(value?.after ?? "")).toEqual(leaf.changed);
        expect([value?.before, value?.after].join("")).not.toContain("\n");
        expect(parse(underlined(value?.basePlace) ?? "")).toEqual(leaf.value);
        expect(parse(underlined(value?.headPlace) ?? "")).toEqual(leaf.changed);
      }),
      { numRuns: 100 },
    );
    expect(refused).toBeLessThan(tried / 5);
  });

  it("differ the same the other way round", () => {
    const edit = fc.record({
      kind: fc.constantFrom("change", "remove", "move", "repeat"),
      where: fc.nat(),
      to: fc.nat(),
    });
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 8 }),
        fc.constantFrom(...numbers),
        fc.constantFrom(...numbers),
        (edits, one, other) => {
          const copy = structuredClone(values);
          for (const { kind, where, to } of edits) disturb(copy, kind, where, to);
          const base = sides[one] as DiffSide;
          let head: DiffSide;
          try {
            const lines = [...copy].map(([file, value]) => [file, stringify(value, plainly)] as const);
            head = rewritten(directory, sides[other] as DiffSide, new Map(lines));
          } catch (error) {
            if (error instanceof ProblemsError) return;
            throw error;
          }
          compared++;
          expect(structureOf(base, head).map(turned).sort()).toEqual(structureOf(head, base).map(straight).sort());
        },
      ),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});

/** The same mappings with their keys in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((part) => shuffled(part, seed));
  if (!isContainer(value)) return value;
  const rank = (key: string) =>
    [...key].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_537, seed % 65_537);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, part]) => [key, shuffled(part, seed)]),
  );
}

/** Does something to one of the lists in some files. */
function disturb(values: ReadonlyMap<string, unknown>, kind: string, where: number, to: number): void {
  const lists = [...values.values()].flatMap(listsIn);
  const list = lists[where % lists.length] ?? [];
  const at = to % Math.max(1, list.length);
  const element = list[at];
  if (kind === "change") {
    const words = isContainer(element)
      ? Object.keys(element).filter((key) => typeof Reflect.get(element, key) === "string")
      : [];
    const key = words[to % Math.max(1, words.length)];
    if (key !== undefined && isContainer(element)) Reflect.set(element, key, `${Reflect.get(element, key)}x`);
    return;
  }
  // Two of one id are refused before anything is compared.
  if (kind === "repeat" && isContainer(element) && ("id" in element || "revision" in element)) return;
  if (kind !== "repeat") list.splice(at, 1);
  if (kind !== "remove" && element !== undefined)
    list.splice((where + to) % (list.length + 1), 0, structuredClone(element));
}

function listsIn(value: unknown): readonly unknown[][] {
  if (!isContainer(value)) return [];
  const inside = Object.values(value).flatMap(listsIn);
  return Array.isArray(value) ? [value, ...inside] : inside;
}

/** A change without what depends on the side: positions, titles and places. */
function straight({ subject, id, formerId = id, change, values }: StructureChange): string {
  const shown = values.map(({ before = "", after = "", wording }) => [before, after, wording].join(" → "));
  return JSON.stringify([subject, formerId, id, change, shown.sort()]);
}

function turned(change: StructureChange): string {
  const opposite = { added: "retired", retired: "added" } as const;
  const { formerId = change.id } = change;
  return straight({
    ...change,
    id: formerId,
    formerId: change.id,
    change: change.change === "added" || change.change === "retired" ? opposite[change.change] : change.change,
    values: change.values.map(({ before, after, ...value }) => ({
      ...value,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    })),
  });
}
