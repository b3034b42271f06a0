import { Engine } from "json-rules-engine";
import { expect } from "vitest";
import { type EvaluationInput, ProblemsError, type Procedure } from "../../../engine/index.ts";
import { factsOf } from "../../../engine/interop/json-rules-engine/companion/facts.ts";
import { type ExportedRules, exportRules } from "../../../engine/interop/json-rules-engine/export/export.ts";
import type { RevisionModel } from "../../../engine/procedure/model.ts";

/** What a file with the rules holds: nothing but JSON. */
export function exported(model: RevisionModel | undefined, revisions: readonly RevisionModel[]): ExportedRules {
  if (model === undefined) throw new Error("there is no such revision");
  return JSON.parse(JSON.stringify(exportRules(model, revisions)));
}

/** What the rules of an engine say about a case. The engine is the library's own, and knows nothing but the file. */
export async function saidBy(file: ExportedRules, input: EvaluationInput) {
  const engine = new Engine([...file.rules], { allowUndefinedFacts: true });
  engine.on("success", ({ params }, almanac) => almanac.addRuntimeFact(params?.holds, true));
  const { events } = await engine.run(factsOf(file, input));
  const of = (type: string, key: string, value: string) =>
    events.filter((event) => event.type === type).map(({ params }) => [params?.[key], params?.[value]] as const);
  return {
    decisions: of("decision", "decision", "outcome"),
    impossible: of("not-possible", "decision", "outcome"),
    clauses: of("clause", "clause", "status"),
    obligations: of("obligation", "obligation", "status"),
    contradictions: events.filter(({ type }) => type === "contradiction").map(({ params }) => params?.contradiction),
  };
}

type Said = Awaited<ReturnType<typeof saidBy>>;

/** What the library says of the same, in the same form. */
function evaluated(by: Procedure, input: EvaluationInput): Omit<Said, "contradictions"> {
  const { result, program } = by.evaluateWithWorkings(input);
  const decisions = Object.entries(result.decisions);
  const settled = (parts: Readonly<Record<string, { readonly status: string }>>) =>
    Object.entries(parts).flatMap(([id, { status }]) => (status === "undetermined" ? [] : [[id, status] as const]));
  return {
    decisions: decisions.flatMap(([id, { outcome }]) => (outcome === null ? [] : [[id, outcome] as const])),
    impossible: decisions.flatMap(([id, { possible }]) =>
      [...(program.model.decisions.get(id)?.outcomes.keys() ?? [])]
        .filter((outcome) => !possible.includes(outcome))
        .map((outcome) => [id, outcome] as const),
    ),
    clauses: settled(result.clauses),
    obligations: settled(result.obligations),
  };
}

/** In one order, for the rules speak in theirs. */
function ordered({ decisions, impossible, clauses, obligations }: Omit<Said, "contradictions">) {
  const lines = (pairs: Said["clauses"]) => pairs.map((pair) => pair.join(" ")).sort();
  return {
    decisions: lines(decisions),
    impossible: lines(impossible),
    clauses: lines(clauses),
    obligations: lines(obligations),
  };
}

/** The codes of what is wrong; none where nothing is. */
export function codesOf(ask: () => unknown): readonly string[] {
  try {
    ask();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

/** Holds what the rules say of a case to what the library says. */
export async function expectAgreement(file: ExportedRules, by: Procedure, input: EvaluationInput): Promise<void> {
  const said = await saidBy(file, input);
  expect({ ...ordered(said), contradictions: said.contradictions }).toEqual({
    ...ordered(evaluated(by, input)),
    contradictions: [],
  });
}
