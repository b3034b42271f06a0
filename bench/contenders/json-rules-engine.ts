import type { Almanac } from "json-rules-engine";
import { loadProcedure } from "../../engine/index.ts";
import type { Contender, Loaded } from "../contender.ts";
import { type Context, factReader } from "../peers/facts.ts";
import { conditionRule, type Scope } from "../peers/json-rules-engine/condition.ts";
import { stepsOf } from "../peers/plan.ts";
import { Spared } from "../peers/spared.ts";
import { firstRevision } from "./first-revision.ts";

/**
 * json-rules-engine: one engine; a rule for each row of a decision, by falling priority; clauses and derived conditions are
 * named conditions. A row asks whether its decision is open first, so that the rows after the one that holds cost little.
 */
export const jsonRulesEngine: Contender<Context> = {
  id: "json-rules-engine",
  title: "json-rules-engine, decisions",
  does: "takes day numbers, checks nothing, and gives the decisions",
  load,
};

const open = "open";

async function load(): Promise<Loaded<Context>> {
  const { Engine } = await import("json-rules-engine");
  const model = firstRevision(loadProcedure());
  const scope: Scope = { model, spared: new Spared(model), flat: false };
  const engine = new Engine();
  const decided: { outcomes: Record<string, unknown> } = { outcomes: {} };
  const undecided: Context = {};
  let priority = 10_000;
  for (const step of stepsOf(model)) {
    if (step.kind === "condition") engine.setCondition(step.name, { all: [conditionRule(step.of, scope)] });
    if (step.kind !== "decision") continue;
    undecided[step.name] = open;
    for (const { outcome, when } of step.rows) {
      const isOpen = { fact: step.name, operator: "equal", value: open };
      engine.addRule({
        conditions: { all: when === undefined ? [isOpen] : [isOpen, conditionRule(when, scope)] },
        event: { type: outcome },
        priority,
        onSuccess: (_event, almanac: Almanac) => {
          decided.outcomes[step.id] = outcome;
          almanac.addFact(step.name, outcome);
        },
      });
      priority -= 1;
    }
  }
  const [read, given] = [factReader(model), scope.spared.reader()];
  return {
    prepare: (kase) => {
      const facts = { ...read(kase), ...given(kase), ...undecided };
      return async () => {
        decided.outcomes = {};
        await engine.run(facts);
        return decided.outcomes;
      };
    },
    outcomes: (made) => made,
    spared: scope.spared.words,
  };
}
