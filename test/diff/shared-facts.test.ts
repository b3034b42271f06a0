import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsFor, readingsFor } from "../../engine/diff/shared-facts.ts";
import { FactReader } from "../../engine/evaluate/facts.ts";
import type { FactType } from "../../engine/language/fact.ts";
import type { Fact, RevisionModel } from "../../engine/procedure/model.ts";
import { openProcedure } from "../../engine/procedure/open.ts";
import { completeCase } from "../oracle/generate.ts";
import { flattened, nested, procedure } from "../support/cases.ts";

const [whole] = procedure.revisions;
if (whole === undefined) throw new Error("the procedure has no revision");
const ids = [...whole.facts.keys()];

/** The shipped revision with some of its facts alone. */
function knowing(model: RevisionModel, some: readonly string[]): RevisionModel {
  return { ...model, facts: new Map([...model.facts].filter(([id]) => some.includes(id))) };
}

/** A revision with facts of these types. */
function declaring(model: RevisionModel, types: Readonly<Record<string, FactType>>): RevisionModel {
  const facts = Object.entries(types).map(([id, type]): readonly [string, Fact] => {
    const details = { id, label: id, question: id, knownBy: "someone" };
    return [id, { id, type: { kind: "boolean" }, entry: { ...details, ...type } }];
  });
  return { ...model, facts: new Map(facts) };
}

const problemsOf = (model: RevisionModel, facts: object): readonly string[] =>
  new FactReader(model, [model]).read(facts).problems.map(({ message }) => message);

describe("the facts that a side can read", () => {
  const split = fc.record({
    drawn: completeCase,
    // In the base alone, in both, in the head alone.
    places: fc.array(fc.constantFrom("base", "both", "both", "both", "head"), {
      minLength: ids.length,
      maxLength: ids.length,
    }),
    dotted: fc.boolean(),
  });

  it("are those of the case that it knows, unchanged, however the case is written", () => {
    fc.assert(
      fc.property(split, ({ drawn, places, dotted }) => {
        const base = knowing(
          whole,
          ids.filter((_id, at) => places[at] !== "head"),
        );
        const head = knowing(
          whole,
          ids.filter((_id, at) => places[at] !== "base"),
        );
        const flat = drawn.facts as Record<string, unknown>;
        const facts = dotted ? flat : nested(flat);
        for (const [side, other] of [
          [base, head],
          [head, base],
        ] as const) {
          const left = factsFor(side, other, facts);
          expect(problemsOf(side, left)).toEqual([]);
          const known = [...side.facts.keys()];
          const written = (from: Record<string, unknown>): Record<string, unknown> =>
            dotted ? from : flattened(from, known);
          expect(written(left)).toEqual(Object.fromEntries(Object.entries(flat).filter(([id]) => side.facts.has(id))));
          expect(factsFor(side, other, left)).toEqual(left);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are all facts where both sides know the same", () => {
    fc.assert(
      fc.property(completeCase, ({ facts }) => {
        const given = nested(facts as Record<string, unknown>);
        expect(factsFor(whole, whole, given)).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });

  it("keep what neither side knows, so that it is refused by its full name", () => {
    const base = declaring(whole, { "a.x": { type: "boolean" } });
    const head = declaring(whole, { "a.x": { type: "boolean" }, "b.y": { type: "boolean" } });
    const facts = { a: { x: true, typo: 1 }, b: { y: true, tyop: 2 }, c: 3 };
    expect(factsFor(base, head, facts)).toEqual({ a: { x: true, typo: 1 }, "b.tyop": 2, c: 3 });
    expect(problemsOf(base, factsFor(base, head, facts))).toEqual([
      "there is no fact `a.typo`",
      "there is no fact `b.tyop`",
      "there is no fact `c`",
    ]);
    expect(factsFor(head, base, facts)).toEqual(facts);
  });

  it("leave fields of list elements to the side that has them", () => {
    const field: FactType = { type: "boolean" };
    const list = (...names: readonly string[]): FactType => ({
      type: "list",
      of: { type: "record", fields: Object.fromEntries(names.map((name) => [name, field])) },
    });
    const base = declaring(whole, { "a.list": list("old", "kept") });
    const head = declaring(whole, { "a.list": list("kept", "new") });
    const facts = { "a.list": [{ old: true, kept: false, new: true, typo: 1 }, 7] };
    expect(factsFor(base, head, facts)).toEqual({ "a.list": [{ old: true, kept: false, typo: 1 }, 7] });
    expect(factsFor(head, base, facts)).toEqual({ "a.list": [{ kept: false, new: true, typo: 1 }, 7] });
  });

  it("take a record of the one side for a group of the other", () => {
    const base = declaring(whole, { "a.b": { type: "record", fields: { x: { type: "boolean" } } } });
    const head = declaring(whole, { "a.b.x": { type: "boolean" } });
    const facts = { a: { b: { x: true, y: true } } };
    expect(factsFor(head, base, facts)).toEqual({ a: { b: { x: true } } });
    expect(factsFor(base, head, facts)).toEqual(facts);
    expect(factsFor(head, base, { a: { b: null } })).toEqual({ a: {} });
  });

  it("are no trap for a key that programs reserve for themselves", () => {
    const facts = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}');
    expect(Object.entries(factsFor(whole, whole, facts))).toEqual(Object.entries(facts));
  });
});

describe("the readings that a side can take", () => {
  const [first, second] = openProcedure("fixtures/procedures/library").revisions;
  if (first === undefined || second === undefined) throw new Error("the library has no two revisions");

  it("are without those that only the other side can switch", () => {
    const readings = { "fines-counted": "late_only" };
    expect(readingsFor(first, second, readings)).toEqual(readings);
    expect(readingsFor(second, first, readings)).toEqual({});
    expect(readingsFor(second, first, { "fines-counted": "none" })).toEqual({ "fines-counted": "none" });
  });
});
