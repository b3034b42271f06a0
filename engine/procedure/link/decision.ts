import type { DecisionVersion } from "../../language/decision.ts";
import type { Decision, Row } from "../model.ts";
import { within } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import { type Newest, type Version, versionsOf } from "../versions.ts";
import { linkCondition } from "./condition.ts";
import { type LinkContext, outside } from "./context.ts";
import { reportUnknown } from "./timeline.ts";

/** A decision's version in this revision, and its question. */
export interface DecisionSource {
  readonly title: string;
  readonly version: Version<DecisionVersion>;
}

/** The decisions that a revision takes, by id. */
export function decisionsIn(sources: ProcedureSources, newest: Newest): ReadonlyMap<string, DecisionSource> {
  return new Map(
    sources.decisions.flatMap((decision) => {
      const version = newest(versionsOf(decision));
      return version ? [[decision.entry.id, { title: decision.entry.title, version }] as const] : [];
    }),
  );
}

/** A decision with the conditions of its rows linked. Reports rows in an order that leaves cases open or rows idle. */
export function linkDecision(
  id: string,
  title: string,
  version: Version<DecisionVersion>,
  context: LinkContext,
): Decision {
  const { entry, spot } = version;
  const outcomes = linkOutcomes(id, version, context);
  const rows = entry.rows.map((row, at): Row => {
    const rowSpot = within(spot, row, "outcome");
    if (!outcomes.has(row.outcome)) context.reporter.unknownName("outcome", row.outcome, outcomes.keys(), rowSpot);
    const isLast = at === entry.rows.length - 1;
    if ((row.when === undefined) !== isLast) {
      context.reporter.report(
        "row-order",
        rowSpot,
        isLast ? `decision \`${id}\` leaves cases undecided` : "no row after this one can ever decide",
        {
          expected: "rows with `when`, and a last one without",
          remedy: isLast ? "add a last row with an `outcome` alone" : "add `when:` to this row, or move it to the end",
        },
      );
    }
    for (const [index, clause] of (row.clauses ?? []).entries()) {
      if (context.clauses.has(clause)) continue;
      reportUnknown("clause", clause, context.clauses, within(spot, row.clauses ?? [], index), context);
    }
    const linked: Row = {
      outcome: row.outcome,
      when: row.when && linkCondition(row.when, within(spot, row, "when"), context, outside),
      clauses: row.clauses ?? [],
    };
    return context.origins.note(linked, within(spot, entry.rows, at));
  });
  return context.origins.note({ id, title, outcomes, rows }, spot);
}

/** The outcomes in their order, each with its sentence. Reports one that is there twice. */
function linkOutcomes(
  id: string,
  { entry, spot }: Version<DecisionVersion>,
  context: LinkContext,
): ReadonlyMap<string, string> {
  const outcomes = new Map<string, string>();
  for (const written of entry.outcomes) {
    const first = entry.outcomes.find(({ outcome }) => outcome === written.outcome);
    if (first !== undefined && first !== written) {
      const message = `decision \`${id}\` has the outcome \`${written.outcome}\` twice`;
      context.reporter.report("duplicate-outcome", within(spot, written, "outcome"), message, {
        once: true,
        remedy: "keep one of them",
        related: [{ spot: within(spot, first, "outcome"), message: "the first one stands here" }],
      });
    }
    outcomes.set(written.outcome, written.says);
  }
  return outcomes;
}
