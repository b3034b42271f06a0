import { loadProcedure } from "../../engine/index.ts";
import type { Contender, Loaded, Outcomes } from "../contender.ts";
import { type Context, factReader } from "../peers/facts.ts";
import { nameOf, stepsOf } from "../peers/plan.ts";
import { type Rule, spaced, stepRule } from "../peers/publicodes/rules.ts";
import { Spared } from "../peers/spared.ts";
import { firstRevision } from "./first-revision.ts";

/** Publicodes: one engine, a situation for each case. */
export const publicodes: Contender<Outcomes> = {
  id: "publicodes",
  title: "Publicodes",
  does: "takes day numbers and truths, checks names, and gives the decisions",
  load,
};

async function load(): Promise<Loaded<Outcomes>> {
  const { default: Engine } = await import("publicodes");
  const model = firstRevision(loadProcedure());
  const scope = { model, spared: new Spared(model), asked: new Set<string>() };
  const rules: Record<string, Rule> = {};
  for (const step of stepsOf(model)) {
    const rule = stepRule(step, scope);
    if (rule !== undefined) rules[spaced(step.name)] = rule;
  }
  const [read, given] = [factReader(model), scope.spared.reader()];
  const situationOf = (context: Context): Record<string, string | number> => {
    const situation: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(context)) {
      if (!scope.asked.has(name)) continue;
      if (typeof value === "boolean") situation[spaced(name)] = value ? "oui" : "non";
      else if (typeof value === "string") situation[spaced(name)] = `'${value}'`;
      // A value that is none is never looked at: whether it is there is asked first.
      else situation[spaced(name)] = typeof value === "number" ? value : 0;
    }
    return situation;
  };
  const known = new Set(Object.keys(rules));
  const decisions = [...model.decisions.keys()].map((id) => [id, spaced(nameOf("decision", id))] as const);
  const engines: InstanceType<typeof Engine>[] = [];
  return {
    prepare: (kase) => {
      const situation = situationOf({ ...read(kase), ...given(kase) });
      // The facts are declared with the first case, which has each of them, so that their types are known.
      engines[0] ??= new Engine({ ...declared(situation, known), ...rules });
      const [engine] = engines;
      return () => {
        engine?.setSituation(situation);
        const outcomes: Record<string, unknown> = {};
        for (const [id, name] of decisions) outcomes[id] = engine?.evaluate(name).nodeValue;
        return outcomes;
      };
    },
    outcomes: (made) => made,
    spared: scope.spared.words,
  };
}

function declared(
  situation: Readonly<Record<string, string | number>>,
  known: ReadonlySet<string>,
): Record<string, Rule> {
  const facts = Object.keys(situation).filter((name) => !known.has(name));
  return Object.fromEntries(facts.map((name) => [name, { "par défaut": situation[name] ?? 0 }]));
}
