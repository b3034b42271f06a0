import { loadProcedure } from "../../engine/index.ts";
import { rootsOf } from "../../engine/interop/json-rules-engine/roots.ts";
import type { RevisionModel } from "../../engine/procedure/model.ts";
import type { Contender, Loaded, Outcomes } from "../contender.ts";
import { factReader } from "../peers/facts.ts";
import { conditionRule, type Scope } from "../peers/json-rules-engine/condition.ts";
import { isConstant, plain } from "../peers/plain.ts";
import { Spared } from "../peers/spared.ts";
import { firstRevision } from "./first-revision.ts";

/**
 * json-rules-engine with two rules for each condition of the procedure, known to be true and known to be false, as a full
 * result needs them: those of clauses, obligations, decisions' rows, derived values and contradictions. What another part
 * came to is given, so no rule waits for another, and all have one priority.
 */
export const jsonRulesEngineFull: Contender<Outcomes> = {
  id: "json-rules-engine-full",
  title: "json-rules-engine, every condition",
  does: "takes day numbers and what other parts came to, checks nothing, and gives the truth of every condition",
  load,
};

async function load(): Promise<Loaded<Outcomes>> {
  const { Engine } = await import("json-rules-engine");
  const model = firstRevision(loadProcedure());
  const scope: Scope = { model, spared: new Spared(model), flat: true };
  const engine = new Engine();
  const always = new Set<string>();
  // Without elements: what is asked of a list is given.
  for (const { id, condition } of rootsOf(model, () => [])) {
    const rule = plain(condition);
    if (isConstant(rule, true)) always.add(id);
    if (isConstant(rule, true) || isConstant(rule, false)) continue;
    const holds = conditionRule(rule, scope);
    engine.addRule({ conditions: { all: [holds] }, event: { type: id } });
    engine.addRule({ conditions: { not: holds }, event: { type: `not ${id}` } });
  }
  const [read, given] = [factReader(model), scope.spared.reader()];
  return {
    prepare: (kase) => {
      const facts = { ...read(kase), ...given(kase) };
      return async () => {
        const { events } = await engine.run(facts);
        return outcomesOf(model, new Set([...always, ...events.map(({ type }) => type)]));
      };
    },
    outcomes: (made) => made,
    spared: scope.spared.words,
  };
}

/** The first row of each decision that holds. */
function outcomesOf({ decisions }: RevisionModel, hold: ReadonlySet<string>): Outcomes {
  const found = [...decisions.values()].map(({ id, rows }) => {
    const row = rows.find(({ when }, at) => when === undefined || hold.has(`decision ${id} row ${at + 1}`));
    return [id, row?.outcome] as const;
  });
  return Object.fromEntries(found);
}
