import type { Decision } from "../../procedure/model.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { isBetter } from "../evidence/rank.ts";
import { placedAt, relatedAt } from "./place.ts";

/** Two rows that hold at once, of which the first one has the better outcome and, being first, decides. */
export const overlapHidden: Check = {
  code: "overlap-hidden",
  severity: "warning",
  finds: "a row that decides for the better where a later row for the worse holds too",
  why: "The order alone decides, and where that is not meant, cases are accepted that should not be.",
  run: (subject) => [...subject.model.decisions.values()].flatMap((decision) => overlapsIn(decision, subject)),
};

function overlapsIn(decision: Decision, { opened, evidence }: Subject): readonly Finding[] {
  const { id, rows } = decision;
  const { hiding } = evidence.sightings.decisions.get(id) ?? {};
  const said = new Set<string>();
  const findings: Finding[] = [];
  for (const [at, row] of rows.entries()) {
    for (const [later, hidden] of rows.entries()) {
      const pair = `${row.outcome} ${hidden.outcome}`;
      const trial = later > at ? hiding?.at(at, later) : undefined;
      if (trial === undefined || said.has(pair) || !isBetter(row.outcome, hidden.outcome, decision)) continue;
      said.add(pair);
      const example = evidence.examples.from(trial, ({ rows: look }) => {
        const truths = look(id);
        return truths?.deciding === at && truths.alsoHolding.includes(later);
      });
      findings.push({
        message: `this row of decision \`${id}\` decides for \`${row.outcome}\` in cases in which a later row holds too, for \`${hidden.outcome}\`, which is worse`,
        ...placedAt(opened, row),
        expected: "rows in an order in which the worse outcome comes first, or conditions that exclude each other",
        remedy: "move this row behind the other one or narrow it; if the order is meant, say why in a comment",
        ...relatedAt(opened, hidden, "this row holds too and does not decide"),
        ...(example === undefined ? {} : { example }),
      });
    }
  }
  return findings;
}
