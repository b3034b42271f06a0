import type { TrialCase } from "../../cases/pair.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { placedAt, relatedAt } from "./place.ts";

/** A row that never decides, because the rows before it take every case in which it holds. */
export const rowUnreachable: Check = {
  code: "row-unreachable",
  severity: "error",
  finds: "a row of a decision that never decides",
  why: "What the row says happens to nobody, and the cases that it is for get another outcome.",
  run: async (subject) => {
    const faults = await subject.evidence.faults();
    return faults.flatMap((fault) => (fault.kind === "idle-row" ? [idleRow(fault.decision, fault.row, subject)] : []));
  },
};

function idleRow(id: string, at: number, { opened, model, evidence }: Subject): Finding {
  const rows = model.decisions.get(id)?.rows ?? [];
  const row = rows[at];
  const instead = takerOf(id, at, evidence.sightings);
  const taker = instead && rows[instead.row];
  const example =
    instead &&
    evidence.examples.from(instead.trial, ({ rows: look }) => {
      const truths = look(id);
      return truths?.deciding === instead.row && (row?.when === undefined || truths.alsoHolding.includes(at));
    });
  return {
    message:
      row?.when === undefined
        ? `the last row of decision \`${id}\` never decides: the rows before it take every case`
        : `this row of decision \`${id}\` never decides: the rows before it take every case in which it holds`,
    ...placedAt(opened, row),
    expected: "a row that decides in some case",
    remedy: "move it before the row that takes its cases, narrow that row, or take this one out",
    ...relatedAt(opened, taker, `this row decides first${taker ? `, for \`${taker.outcome}\`` : ""}`),
    ...(example === undefined ? {} : { example }),
  };
}

/** A row that decides in a case in which the idle one holds too; the last row holds in every case. */
function takerOf(
  id: string,
  at: number,
  { decisions, model }: Subject["evidence"]["sightings"],
): { readonly row: number; readonly trial: TrialCase } | undefined {
  const seen = decisions.get(id);
  const isLast = model.decisions.get(id)?.rows[at]?.when === undefined;
  // Of several the one that stands nearest is the likeliest to blame.
  for (let row = at - 1; row >= 0; row -= 1) {
    const trial = isLast ? seen?.deciding.get(row) : seen?.hiding.at(row, at);
    if (trial !== undefined) return { row, trial };
  }
  return undefined;
}
