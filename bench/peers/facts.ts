import { parseDay } from "../../engine/calendar/day.ts";
import type { FactType } from "../../engine/language/fact.ts";
import type { RevisionModel } from "../../engine/procedure/model.ts";
import type { GivenCase } from "../hand-written/case.ts";
import { nameOf } from "./plan.ts";

/** The name under which the peers know the evaluation date. */
export const asOfName = "evaluation_as_of";

/** What a peer is given and what it works out, by name. */
export type Context = Record<string, unknown>;

/**
 * The facts of cases as the peers get them: without groups, dates as day numbers, `null` for none. That favours them, for
 * the library reads the dates itself, and its time counts.
 */
export function factReader(model: RevisionModel): (given: GivenCase) => Context {
  const readers = [...model.facts.values()].map(({ id, entry }) => {
    const [group = "", key = ""] = id.split(".");
    return { name: nameOf("fact", id), group, key, read: readerOf(entry) };
  });
  return ({ asOf, facts }) => {
    const context: Context = { [asOfName]: parseDay(asOf) };
    for (const { name, group, key, read } of readers) context[name] = read(partOf(partOf(facts, group), key));
    return context;
  };
}

function readerOf(type: FactType): (value: unknown) => unknown {
  switch (type.type) {
    case "date":
      return (value) => (typeof value === "string" ? parseDay(value) : value);
    case "list": {
      const read = readerOf(type.of);
      return (value) => (Array.isArray(value) ? value.map(read) : value);
    }
    case "record": {
      const fields = Object.entries(type.fields).map(([name, field]) => [name, readerOf(field)] as const);
      return (value) => Object.fromEntries(fields.map(([name, read]) => [name, read(partOf(value, name))]));
    }
    default:
      return (value) => value;
  }
}

function partOf(block: unknown, key: string): unknown {
  return typeof block === "object" && block !== null ? Reflect.get(block, key) : undefined;
}
