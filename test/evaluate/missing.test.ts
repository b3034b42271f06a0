import { describe, expect, it } from "vitest";
import { compileValue } from "../../engine/evaluate/compile/value.ts";
import { Frame } from "../../engine/evaluate/frame.ts";
import { compileProgram } from "../../engine/evaluate/program.ts";
import { expressions } from "../../engine/language/expressions/table.ts";
import type { Operand } from "../../engine/language/known.ts";
import { operators } from "../../engine/language/operators/table.ts";
import type { Reference, Value } from "../../engine/procedure/model.ts";
import { library } from "./library.ts";

const [model] = library.revisions;
if (model === undefined) throw new Error("the library has revisions");
const program = compileProgram(model, {});
const slots = [...model.facts.keys()];
const factsOf = (facts: Readonly<Record<string, Operand>>) => slots.map((id) => facts[id]);

const reference = (id: string): Reference => {
  const type = model.facts.get(id)?.type;
  if (type === undefined) throw new Error(`no fact ${id}`);
  return { kind: "fact", id, type };
};

/** How many open fines are larger than the reader's age. */
const row = expressions.count;
if (row.family !== "aggregate") throw new Error("count is a question about a list");
const number = { kind: "number", unit: undefined, integer: true } as const;
const count: Value = {
  kind: "aggregate",
  type: number,
  row,
  list: reference("reader.fines"),
  field: undefined,
  where: {
    kind: "compare",
    operator: operators.greaterThan,
    left: { kind: "item", type: number, name: "amount", position: 1 },
    right: reference("reader.age"),
  },
};

const missing = (facts: Readonly<Record<string, Operand>>): readonly string[] => {
  const found: string[] = [];
  const compiled = compileValue(count, program.names);
  const frame = new Frame(factsOf(facts), 0);
  expect(compiled.get(frame)).toBeUndefined();
  compiled.missing(frame, (id) => found.push(id));
  expect(frame.item).toBeUndefined();
  return [...new Set(found)];
};

describe("what an unknown question about a list waits for", () => {
  it("is the list, while that is unknown", () => {
    expect(missing({ "reader.age": 3 })).toEqual(["reader.fines"]);
  });

  it("is what its condition waits for, once the list is known", () => {
    expect(missing({ "reader.fines": [["late", 5]] })).toEqual(["reader.age"]);
  });

  it("is the list again where a field of an element is unknown", () => {
    expect(missing({ "reader.fines": [["late", undefined]], "reader.age": 3 })).toEqual(["reader.fines"]);
  });
});
