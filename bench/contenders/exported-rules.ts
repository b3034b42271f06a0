import { loadProcedure } from "../../engine/index.ts";
import { factsOf } from "../../engine/interop/json-rules-engine/companion/facts.ts";
import { type ExportedRules, exportRules } from "../../engine/interop/json-rules-engine/export/export.ts";
import type { RevisionModel } from "../../engine/procedure/model.ts";
import { type Contender, type Loaded, type Outcomes, statusName } from "../contender.ts";
import { firstRevision } from "./first-revision.ts";

/** What a rule says when it holds, as far as it is looked at here. */
interface Said {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * json-rules-engine with the rules that `export json-rules-engine` writes, set up as the guide for developers says. The
 * companion that is exported with them reads the case in the time measured, and works out what rules can't say.
 */
export const exportedRules: Contender<readonly Said[]> = {
  id: "json-rules-engine-exported",
  title: "json-rules-engine, exported rules",
  does: "takes the case as it is given, checks it, and gives the decisions and the status of every clause and duty",
  load,
};

async function load(): Promise<Loaded<readonly Said[]>> {
  const { Engine } = await import("json-rules-engine");
  const procedure = loadProcedure();
  const model = firstRevision(procedure);
  // What a file can hold, and no more.
  const exported: ExportedRules = JSON.parse(JSON.stringify(exportRules(model, procedure.revisions)));
  const engine = new Engine([...exported.rules], { allowUndefinedFacts: true });
  engine.on("success", ({ params }, almanac) => almanac.addRuntimeFact(params?.holds, true));
  return {
    prepare: (given) => async () => (await engine.run(factsOf(exported, given))).events,
    outcomes: (made) => outcomesOf(made, model),
    statuses: (made) => statusesOf(made, model),
  };
}

/** The outcome that was said of each decision; `null` where none was. */
export function outcomesOf(events: readonly Said[], { decisions }: RevisionModel): Outcomes {
  return said(events, "decision", "outcome", decisions.keys(), (id) => id, null);
}

/** The status that was said of each clause and duty. */
export function statusesOf(events: readonly Said[], { clauses, obligations }: RevisionModel): Outcomes {
  return {
    ...said(events, "clause", "status", clauses.keys(), (id) => statusName("clause", id), "undetermined"),
    ...said(events, "obligation", "status", obligations.keys(), (id) => statusName("obligation", id), "undetermined"),
  };
}

/** What was said of parts of one kind, and of a part of which nothing was said, what that means. */
function said(
  events: readonly Said[],
  type: "decision" | "clause" | "obligation",
  key: "outcome" | "status",
  ids: Iterable<string>,
  nameOf: (id: string) => string,
  unsaid: string | null,
): Outcomes {
  const found: Record<string, unknown> = {};
  for (const id of ids) found[nameOf(id)] = unsaid;
  for (const { type: about, params } of events) {
    if (about === type) found[nameOf(String(params?.[type]))] = params?.[key];
  }
  return found;
}
