import type { ObligationEntry } from "../../language/clause.ts";
import type { Value as ValueEntry } from "../../language/value.ts";
import { describeType } from "../../language/value-type.ts";
import type { Condition, Obligation, Value } from "../model.ts";
import { type Spot, within } from "../reporter.ts";
import type { ClauseSource } from "./clause.ts";
import { linkCondition } from "./condition.ts";
import { type LinkContext, outside } from "./context.ts";
import { linkValue } from "./value.ts";

/** The duties of all clauses, by id. Reports two of one name. */
export function linkAllObligations(
  sources: ReadonlyMap<string, ClauseSource>,
  context: LinkContext,
  parties: ReadonlyMap<string, string>,
): ReadonlyMap<string, Obligation> {
  const obligations = new Map<string, Obligation>();
  for (const source of sources.values()) {
    for (const obligation of linkObligations(source, context, parties)) {
      const first = obligations.get(obligation.id);
      if (first) reportDuplicate(first, obligation, sources, context);
      obligations.set(obligation.id, obligation);
    }
  }
  return obligations;
}

function reportDuplicate(
  first: Obligation,
  second: Obligation,
  sources: ReadonlyMap<string, ClauseSource>,
  context: LinkContext,
): void {
  const { id } = second;
  const spotOf = ({ clause }: Obligation): Spot | undefined => {
    const version = sources.get(clause)?.version;
    return version && within(version.spot, version.entry.obligations ?? {}, id);
  };
  const spot = spotOf(second);
  const other = spotOf(first);
  if (spot === undefined || other === undefined) return;
  const message = `clauses ${first.clause} and ${second.clause} both have a duty \`${id}\``;
  context.reporter.report("duplicate-obligation", spot, message, {
    atKey: true,
    once: true,
    remedy: "give each duty a name of its own",
    related: [{ spot: other, message: `clause ${first.clause} has it here`, atKey: true }],
  });
}

function linkObligations(
  { clause, version }: ClauseSource,
  context: LinkContext,
  parties: ReadonlyMap<string, string>,
): readonly Obligation[] {
  const applies = version.entry.appliesWhen;
  const clauseApplies =
    applies && linkCondition(applies, within(version.spot, version.entry, "appliesWhen"), context, outside);
  return Object.entries(version.entry.obligations ?? {}).map(([id, entry]) => {
    const spot = within(version.spot, entry, "bearer");
    if (!parties.has(entry.bearer)) context.reporter.unknownName("party", entry.bearer, parties.keys(), spot);
    checkEndings(id, entry, spot, context);
    const condition = (key: "appliesWhen" | "performedWhen") => {
      const written = entry[key];
      return written && linkCondition(written, within(spot, entry, key), context, outside);
    };
    const date = (key: "due" | "done" | "keepUntil") => linkDate(entry[key], within(spot, entry, key), context);
    const own = condition("appliesWhen");
    const both: readonly Condition[] = [clauseApplies, own].filter((part) => part !== undefined);
    const linked: Obligation = {
      id,
      clause: clause.entry.id,
      bearer: entry.bearer,
      entry,
      appliesWhen: both.length > 1 ? { kind: "all", of: both } : both[0],
      ownCondition: own,
      due: date("due"),
      done: date("done"),
      performedWhen: condition("performedWhen"),
      keepUntil: date("keepUntil"),
    };
    return context.origins.note(linked, within(version.spot, version.entry.obligations ?? {}, id));
  });
}

/** A duty ends in one way: it is done by a date, it is performed, or it lasts until a date. */
function checkEndings(id: string, entry: ObligationEntry, spot: Spot, context: LinkContext): void {
  const expected = "`due` with `done`, or `performedWhen`, or `keepUntil`, or none of them";
  const endings = (["done", "performedWhen", "keepUntil"] as const).filter((key) => entry[key] !== undefined);
  const [first, second] = endings;
  if (first !== undefined && second !== undefined) {
    const message = `the duty \`${id}\` ends in two ways, by \`${first}\` and by \`${second}\``;
    context.reporter.report("obligation-ending", within(spot, entry, second), message, {
      expected,
      remedy: "keep one of them",
      atKey: true,
      related: [{ spot: within(spot, entry, first), message: "the other one stands here", atKey: true }],
    });
  } else if (entry.due !== undefined && entry.done === undefined) {
    const message = `the duty \`${id}\` is due on a day, but which day it was done on is not said`;
    const remedy = first === undefined ? "add `done:` with the day it was done" : `take out \`due\` or \`${first}\``;
    context.reporter.report("obligation-ending", within(spot, entry, "due"), message, {
      expected,
      remedy,
      atKey: true,
    });
  }
}

function linkDate(entry: ValueEntry | undefined, spot: Spot, context: LinkContext): Value | undefined {
  if (entry === undefined) return undefined;
  const value = linkValue(entry, spot, context, outside, { kind: "date" });
  if (value === undefined || value.type.kind === "date") return value;
  context.reporter.report("wrong-type", spot, `this is ${describeType(value.type)}, and a date belongs here`, {
    expected: "a date",
    remedy: "name a date, or work one out",
  });
  return undefined;
}
