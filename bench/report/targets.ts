import { ratios, spreadOf } from "../statistics.ts";
import { share } from "./batch.ts";
import { timesOf } from "./contenders.ts";
import { short, shown, table } from "./numbers.ts";
import { growth } from "./scaling.ts";
import type { Results } from "./text.ts";

/** A target: what it asks, what was measured, and whether that reaches it. */
type Row = readonly [target: string, measured: string, reached: string];

/** The targets, with what was measured. */
export function targetsText(results: Results): string {
  const rows: Row[] = [];
  const against = (target: string, id: string, by: string, reached: (ratio: number) => boolean): void => {
    const [own, other] = [timesOf(results, id), timesOf(results, by)];
    if (own.length === 0 || other.length === 0) return;
    const ratio = ratios(own, other);
    rows.push([target, `${shown(ratio)} times`, reached(ratio.median) ? "yes" : "no"]);
  };
  const hundredfold = (ratio: number) => ratio >= 100;
  const ahead = (ratio: number) => ratio > 1;
  // The exported rules give what a full result gives of clauses and duties; the others give less, or are given more.
  const engine = "full results 100 times as fast as json-rules-engine";
  against(engine, "json-rules-engine-exported", "full", hundredfold);
  against(`${engine} with every condition`, "json-rules-engine-full", "full", hundredfold);
  against(`${engine} with decisions only`, "json-rules-engine", "full", hundredfold);
  const zen = "full results 100 times as fast as ZEN";
  against(`${zen} with the exported rules and its trace`, "zen-exported-traced", "full", hundredfold);
  against(`${zen} with the exported rules and no trace, so without grounds`, "zen-exported", "full", hundredfold);
  against(`${zen} without duties and for complete cases only, with its trace`, "zen-traced", "full", hundredfold);
  against(`${zen} without duties, for complete cases only, no trace`, "zen-full", "full", hundredfold);
  against(`${zen} with decisions only, for complete cases only`, "zen", "full", hundredfold);
  against("decisions ahead of json-logic-engine on the same input", "json-logic-text", "decide", ahead);
  against("decisions ahead of json-logic-engine that is given day numbers", "json-logic", "decide", ahead);
  against("decisions ahead of Publicodes", "publicodes", "decide", ahead);
  const threefold = (ratio: number) => ratio <= 3;
  const hand = "decisions in at most 3 times the time of the hand-written function";
  against(`${hand} that gives the same result`, "decide", "hand-full", threefold);
  against(`${hand} that gives the outcomes alone`, "decide", "hand", threefold);
  against(`${hand} that gives those and trusts its input`, "decide", "hand-unchecked", threefold);
  for (const part of ["full", "decisions"] as const) {
    const grown = growth(results.scaling, part);
    if (grown.length === 0) continue;
    const spread = spreadOf(grown);
    const linear = spread.median <= 1.2;
    rows.push([
      `${part}: time per clause with 5,000 clauses no more than with fewer, within 20 %`,
      `${shown(spread)} times`,
      linear ? "yes" : "no",
    ]);
  }
  const { node, evaluate } = results.coldStart;
  if (node.length > 0) {
    const spread = ratios(evaluate, node);
    rows.push(["cold start at most 5 times that of Node", `${shown(spread)} times`, spread.median <= 5 ? "yes" : "no"]);
  }
  const { batch } = results;
  if (batch !== undefined) {
    const speed = share(batch, "alone", "cpu");
    const target = "batch of decisions at 60 % of the speed of a loop that parses and writes";
    rows.push([target, `${shown(speed)} %`, speed.median >= 60 ? "yes" : "no"]);
    const peak = Math.max(...batch.flatMap(({ alone, usual }) => [alone.peak, usual.peak]));
    rows.push([
      "batch of decisions in at most 300 MB",
      `${short((peak * 1024 ** 2) / 1e6)} MB`,
      peak * 1024 ** 2 <= 300e6 ? "yes" : "no",
    ]);
  }
  return table(["target", "measured", "reached"], rows);
}
