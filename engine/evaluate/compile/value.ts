import type { Known, Operand } from "../../language/known.ts";
import { unreachable } from "../../language/value-type.ts";
import type { Value } from "../../procedure/model.ts";
import type { Frame } from "../frame.ts";
import { becauseOfAll, type CompiledValue, grounded, nothing, truthAsValue } from "./compiled.ts";
import type { Names } from "./names.ts";
import { compileOften } from "./quick.ts";

/** Compiles a value. An unknown part makes it unknown only where the part can matter. */
export function compileValue(value: Value, names: Names): CompiledValue {
  switch (value.kind) {
    case "literal": {
      const constant = value.value;
      return { get: () => constant, missing: nothing, because: nothing };
    }
    case "fact":
      return compileFact(value.id, names);
    case "derived":
      return names.derived(value.id);
    case "asOf":
      return { get: (frame) => frame.asOf, missing: nothing, because: nothing };
    case "item":
      return compileItem(value.position, names);
    case "function":
      return compileFunction(value, names);
    case "aggregate":
      return compileAggregate(value, names);
    case "choose":
      return compileChoose(value, names);
    case "condition":
      return truthAsValue(compileOften(value.of, names));
    default:
      return unreachable(value);
  }
}

function compileFact(id: string, names: Names): CompiledValue {
  const slot = names.factSlots.get(id) ?? -1;
  return { get: (frame) => frame.facts[slot], missing: (_frame, sink) => sink(id), because: nothing };
}

function compileItem(position: number | undefined, names: Names): CompiledValue {
  const list = names.list ?? "";
  const get =
    position === undefined
      ? (frame: Frame) => frame.item
      : (frame: Frame) => (Array.isArray(frame.item) ? (frame.item[position] as Operand) : undefined);
  return { get, missing: (_frame, sink) => sink(list), because: nothing };
}

function compileFunction(value: Value & { kind: "function" }, names: Names): CompiledValue {
  const operands = value.operands.map((operand) => compileValue(operand, names));
  return {
    get: applied(
      value,
      operands.map(({ get }) => get),
    ),
    missing: (frame, sink) => {
      for (const operand of operands) if (operand.get(frame) === undefined) operand.missing(frame, sink);
    },
    because: becauseOfAll(operands),
  };
}

/** None where an operand is none, else unknown where one is unknown; most functions have one operand or two. */
function applied(
  { row, body }: Value & { kind: "function" },
  gets: readonly CompiledValue["get"][],
): CompiledValue["get"] {
  const [first, second, ...others] = gets;
  if (first !== undefined && second === undefined) {
    return (frame) => {
      const only = first(frame);
      return only === null || only === undefined ? only : row.apply([only], body);
    };
  }
  if (first !== undefined && second !== undefined && others.length === 0) {
    return (frame) => {
      const left = first(frame);
      if (left === null) return null;
      const right = second(frame);
      if (right === null) return null;
      return left === undefined || right === undefined ? undefined : row.apply([left, right], body);
    };
  }
  return (frame) => {
    const known: Known[] = [];
    let unknown = false;
    for (const get of gets) {
      const part = get(frame);
      if (part === null) return null;
      if (part === undefined) unknown = true;
      else known.push(part);
    }
    return unknown ? undefined : row.apply(known, body);
  };
}

function compileAggregate(value: Value & { kind: "aggregate" }, names: Names): CompiledValue {
  const list = compileValue(value.list, names);
  const inner: Names = { ...names, list: value.list.id };
  const field = value.field && compileValue(value.field, inner);
  const where = value.where && compileOften(value.where, inner);
  const { row } = value;
  return {
    get: (frame) => {
      const elements = list.get(frame);
      if (!Array.isArray(elements)) return elements === null ? null : undefined;
      const outer = frame.item;
      const known: Known[] = [];
      let unknown = false;
      for (let at = 0; at < elements.length; at++) {
        frame.item = elements[at] as Operand;
        const counts = where === undefined ? true : where.test(frame);
        if (counts === false) continue;
        const part = field === undefined ? true : field.get(frame);
        if (counts === undefined || part === undefined) unknown = true;
        else if (part !== null) known.push(part);
      }
      frame.item = outer;
      return unknown ? undefined : row.fold(known);
    },
    missing: (frame, sink) => {
      const elements = list.get(frame);
      if (!Array.isArray(elements)) {
        sink(value.list.id);
        return;
      }
      const outer = frame.item;
      for (const element of elements as readonly Operand[]) {
        frame.item = element;
        const counts = where === undefined ? true : where.test(frame);
        if (counts === undefined) where?.missing(frame, sink);
        if (counts !== false && field?.get(frame) === undefined) field?.missing(frame, sink);
      }
      frame.item = outer;
    },
    because: nothing,
  };
}

function compileChoose(value: Value & { kind: "choose" }, names: Names): CompiledValue {
  const branches = value.branches.map((branch) => ({
    when: branch.when && compileOften(branch.when, names),
    value: compileValue(branch.value, names),
  }));
  const parts = branches.flatMap(({ when, value }) => (when === undefined ? [value] : [when, value]));
  const isGrounded = grounded(parts).length > 0;
  /** The branches that can still be taken: those unknown, up to the first that holds. */
  const open = (frame: Frame) => {
    const found: typeof branches = [];
    for (const branch of branches) {
      const holds = branch.when === undefined ? true : branch.when.test(frame);
      if (holds !== false) found.push(branch);
      if (holds === true) break;
    }
    return found;
  };
  return {
    get: (frame) => {
      for (const { when, value } of branches) {
        const holds = when === undefined ? true : when.test(frame);
        if (holds === true) return value.get(frame);
        if (holds === undefined) break;
      }
      const [first, ...others] = open(frame);
      const value = first?.value.get(frame);
      if (others.length === 0 || value === undefined) return value;
      return others.every((branch) => branch.value.get(frame) === value) ? value : undefined;
    },
    missing: (frame, sink) => {
      for (const { when, value } of open(frame)) {
        if (when?.test(frame) === undefined) when?.missing(frame, sink);
        if (value.get(frame) === undefined) value.missing(frame, sink);
      }
    },
    because: isGrounded
      ? (frame, marks) => {
          for (const { when, value } of open(frame)) {
            when?.because(frame, marks, when.test(frame));
            value.because(frame, marks);
          }
        }
      : nothing,
  };
}
