import type { ZenEvaluateOptions } from "@gorules/zen-engine";
import { loadProcedure } from "../../engine/index.ts";
import type { Contender, Loaded } from "../contender.ts";
import { factReader } from "../peers/facts.ts";
import { type Extent, outcomesIn, stepsOf } from "../peers/plan.ts";
import { Spared } from "../peers/spared.ts";
import { stepExpression } from "../peers/zen/expression.ts";
import { graphOf } from "../peers/zen/graph.ts";
import { firstRevision } from "./first-revision.ts";

/** ZEN with one expression node, its decision made once; as its evaluation is asynchronous, many are under way at once. */
export const zen: Contender = {
  id: "zen",
  title: "GoRules ZEN",
  does: "takes day numbers, checks nothing, and gives the decisions",
  load: () => load("decisions"),
};

/** The same with a line for each derived value and for each clause's status, as far as obligations have no part in it. */
export const zenFull: Contender = {
  id: "zen-full",
  title: "GoRules ZEN, clauses too",
  does: "takes day numbers, checks nothing, and gives decisions, derived values, and clauses without obligations",
  load: () => load("everything"),
};

/** The same with ZEN's own trace, which says what every line came to: a full result of the library holds its grounds. */
export const zenTraced: Contender = {
  id: "zen-traced",
  title: "GoRules ZEN, clauses too, with trace",
  does: "takes day numbers, checks nothing, and gives decisions, derived values, clauses without obligations, and a trace",
  load: () => load("everything", { trace: true }),
};

async function load(extent: Extent, options: ZenEvaluateOptions = {}): Promise<Loaded<unknown>> {
  const { ZenDecisionContent, ZenEngine } = await import("@gorules/zen-engine");
  const model = firstRevision(loadProcedure());
  const spared = new Spared(model);
  const scope = { model, spared };
  const lines = stepsOf(model, extent).map((step) => ({ key: step.name, value: stepExpression(step, scope) }));
  // Content that was made beforehand is compiled once; a graph by itself would be for every case.
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(lines)));
  const [read, given] = [factReader(model), spared.reader()];
  return {
    prepare: (kase) => {
      const context = { ...read(kase), ...given(kase) };
      return async () => (await decision.evaluate(context, options)).result;
    },
    outcomes: (made) => outcomesIn(made, model),
    atOnce: 100,
    spared: spared.words,
  };
}
