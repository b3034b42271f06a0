import { factsOf } from "../../../../engine/interop/json-rules-engine/companion/facts.ts";
import { exportRules } from "../../../../engine/interop/json-rules-engine/export/export.ts";
import { knownIdOf } from "../../../../engine/interop/json-rules-engine/fact-names.ts";
import { revisionsOf } from "../../../../engine/procedure/bundle.ts";
import type { RevisionModel } from "../../../../engine/procedure/model.ts";
import { type Outcomes, statusName } from "../../../contender.ts";
import type { GivenCase } from "../../../hand-written/case.ts";
import type { Context } from "../../facts.ts";
import type { Line } from "../graph.ts";
import { Leaves } from "./leaf.ts";
import { exportedLines } from "./lines.ts";
import { factName, lineName, unknownName } from "./names.ts";
import { outcomeOf, possibleOf } from "./possible.ts";

/** The rules that are exported for json-rules-engine, in ZEN's words. */
export interface ExportedPeer {
  readonly lines: readonly Line[];
  /** Makes the facts of a case ready, as far as the lines ask for them. */
  read(given: GivenCase): Context;
  outcomes(made: unknown): Outcomes;
  statuses(made: unknown): Outcomes;
  /** The outcomes that each decision may still come to. */
  possible(made: unknown): Readonly<Record<string, readonly unknown[]>>;
  readonly spared: readonly string[];
}

/** Makes the lines of a revision. */
export function exportedPeer(model: RevisionModel, showsRows: boolean): ExportedPeer {
  // The other revisions change nothing in the rules, only which cases the companion refuses.
  const exported = exportRules(model, [model]);
  const [companion] = revisionsOf(exported.companion.bundle);
  if (companion === undefined) throw new Error("the export has no revision");
  const { give } = exported.companion;
  const leaves = new Leaves(give, companion);
  const { lines, constants } = exportedLines(exported.rules, model, leaves, showsRows);
  const asked = give.filter(({ id }) => leaves.asked.has(id) || leaves.compared.has(id));
  const workedOut = new Set(exported.facts.filter(({ from }) => from === "worked out").map(({ id }) => id));
  const said = (made: unknown, kind: "clause" | "obligation" | "decision", id: string): unknown => {
    const name = lineName(kind, id);
    return constants.get(name) ?? Reflect.get(Object(made), name);
  };
  const statusesOf = (made: unknown, kind: "clause" | "obligation", ids: Iterable<string>) =>
    [...ids].map((id) => [statusName(kind, id), said(made, kind, id)] as const);
  const decisionsOf = <Said>(made: unknown, read: (said: unknown) => Said): Readonly<Record<string, Said>> =>
    Object.fromEntries([...model.decisions.keys()].map((id) => [id, read(said(made, "decision", id))]));
  return {
    lines,
    read: (given) => {
      // The revision is named, since the governing date may be missing: which one governs is not asked of ZEN.
      const known = factsOf(exported, { ...given, revision: model.entry.revision });
      const context: Context = {};
      for (const { id } of asked) {
        const value = known[id] ?? null;
        // What is none is left out, which ZEN takes for null, and so is what is unknown where that is all it can mean.
        if (value !== null) context[factName(id)] = leaves.compared.has(id) ? value : true;
        else if (known[knownIdOf(id)] === false && leaves.mayBeNone(id)) context[unknownName(id)] = true;
      }
      return context;
    },
    outcomes: (made) => decisionsOf(made, outcomeOf),
    statuses: (made) =>
      Object.fromEntries([
        ...statusesOf(made, "clause", model.clauses.keys()),
        ...statusesOf(made, "obligation", model.obligations.keys()),
      ]),
    possible: (made) => decisionsOf(made, possibleOf),
    spared: asked.flatMap(({ id }) => (workedOut.has(id) ? [inWords(id)] : [])),
  };
}

/** A fact that is worked out, as the report names it: one without a name has words behind its number. */
function inWords(id: string): string {
  const [, words] = id.split(": ");
  return words ?? `the value ${id}`;
}
