import type { ZenEvaluateOptions } from "@gorules/zen-engine";
import { loadProcedure } from "../../engine/index.ts";
import type { Contender, Loaded } from "../contender.ts";
import { exportedPeer } from "../peers/zen/exported/peer.ts";
import { graphOf } from "../peers/zen/graph.ts";
import { firstRevision } from "./first-revision.ts";

/**
 * ZEN with the rules that `export json-rules-engine` writes, as the lines of one expression node. They are three-valued,
 * and say of decisions, clauses and duties what a full result says of them.
 */
export const zenExported: Contender = {
  id: "zen-exported",
  title: "GoRules ZEN, exported rules",
  does: "takes day numbers and values worked out, checks nothing, and gives the decisions and the status of every clause and duty",
  load: () => load(false),
};

/** The same with ZEN's own trace, and each row of a decision a line, so that the trace tells which one held. */
export const zenExportedTraced: Contender = {
  id: "zen-exported-traced",
  title: "GoRules ZEN, exported rules, with trace",
  does: "takes day numbers and values worked out, checks nothing, and gives the decisions, the status of every clause and duty, and a trace",
  load: () => load(true, { trace: true }),
};

async function load(showsRows: boolean, options: ZenEvaluateOptions = {}): Promise<Loaded<unknown>> {
  const { ZenDecisionContent, ZenEngine } = await import("@gorules/zen-engine");
  const { lines, read, outcomes, statuses, spared } = exportedPeer(firstRevision(loadProcedure()), showsRows);
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(lines)));
  return {
    prepare: (kase) => {
      const context = read(kase);
      return async () => (await decision.evaluate(context, options)).result;
    },
    outcomes,
    statuses,
    atOnce: 100,
    spared,
  };
}
