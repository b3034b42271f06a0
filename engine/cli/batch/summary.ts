import { undetermined } from "../../diff/outcome-order.ts";
import { aligned } from "../layout.ts";
import { grouped } from "./numbers.ts";
import type { Counts, DecisionCounts, Tally } from "./tally.ts";

/** So many clauses, facts or codes are named; the others are counted together. */
const named = 10;

/** What a batch came to, as a table for people. */
export function summaryOf({ decisions, errors }: Tally): string {
  const parts = Object.entries(decisions).map(([id, decision]) => summaryOfDecision(id, decision));
  if (Object.keys(errors).length > 0) parts.push(`errors\n${table(errors, "  ")}`);
  return parts.join("");
}

function summaryOfDecision(id: string, { outcomes, because, missing }: DecisionCounts): string {
  const lines = ranked(outcomes).map(([outcome, times]) => {
    const grounds = outcome === undetermined ? missing : because[outcome];
    const row = `${table({ [outcome]: times }, "  ")}`;
    return grounds === undefined || Object.keys(grounds).length === 0 ? row : `${row}${table(grounds, "      ")}`;
  });
  return `${id}\n${lines.join("")}`;
}

function table(counts: Counts, indent: string): string {
  const all = ranked(counts);
  const rows = all.slice(0, named).map(([name, times]) => [grouped(times), name]);
  const width = Math.max(0, ...rows.map(([times = ""]) => times.length));
  const others = all.length - rows.length;
  const more = others === 0 ? [] : [["", `and ${others} more`]];
  return aligned(
    [...rows, ...more].map(([times = "", name = ""]) => [times.padStart(width), name]),
    indent,
  );
}

/** The most frequent first; among equals, in the order of their names. */
function ranked(counts: Counts): readonly (readonly [string, number])[] {
  return Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
