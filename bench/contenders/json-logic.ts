import { loadProcedure } from "../../engine/index.ts";
import type { Contender } from "../contender.ts";
import { type Context, factReader } from "../peers/facts.ts";
import { conditionLogic, type Logic, type Scope, valueLogic } from "../peers/json-logic/condition.ts";
import { CustomOperators } from "../peers/json-logic/operators.ts";
import { outcomesIn, type Step, stepsOf } from "../peers/plan.ts";
import { firstRevision } from "./first-revision.ts";

/** json-logic-engine, each step compiled, given the facts with dates as day numbers. */
export const jsonLogic: Contender<Context> = {
  id: "json-logic",
  title: "json-logic-engine, compiled",
  does: "takes day numbers, checks nothing, and gives the decisions",
  load: () => load(false),
};

/** The same from the case as it is given: the facts are flattened and their dates read in the time measured. */
export const jsonLogicFromText: Contender<Context> = {
  id: "json-logic-text",
  title: "json-logic-engine, compiled, dates read",
  does: "takes the case as it is given, reads its dates, checks nothing, and gives the decisions",
  load: () => load(true),
};

async function load(reads: boolean) {
  const { LogicEngine } = await import("json-logic-engine");
  const model = firstRevision(loadProcedure());
  const engine = new LogicEngine();
  const scope: Scope = { model, operators: new CustomOperators(engine), inList: false };
  const steps = stepsOf(model).map((step) => ({ name: step.name, run: engine.build(logicOf(step, scope)) }));
  const read = factReader(model);
  const decide = (context: Context): Context => {
    for (const { name, run } of steps) context[name] = run(context);
    return context;
  };
  return {
    prepare: (given: Parameters<typeof read>[0]) => {
      if (reads) return () => decide(read(given));
      const context = read(given);
      return () => decide(context);
    },
    outcomes: (made: Context) => outcomesIn(made, model),
    spared: [],
  };
}

function logicOf(step: Step, scope: Scope): Logic {
  switch (step.kind) {
    case "condition":
      return conditionLogic(step.of, scope);
    case "value":
      return valueLogic(step.of, scope);
    case "decision":
      return {
        if: step.rows.flatMap(({ outcome, when }) =>
          when === undefined ? [outcome] : [conditionLogic(when, scope), outcome],
        ),
      };
    default:
      return step satisfies never;
  }
}
