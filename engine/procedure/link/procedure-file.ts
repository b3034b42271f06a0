import type { Spot } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import type { LinkContext } from "./context.ts";
import { type NameKind, reportUnknown } from "./timeline.ts";

/**
 * Reports what `procedure.yaml` names and a revision does not have. What selects the revision must be there in every one;
 * decisions and interpretations come and go, but each must be there in some, and some decision in each.
 */
export function checkProcedureFile(sources: ProcedureSources, context: LinkContext): void {
  const { entry: file, document } = sources.procedure;
  const spot = (container: object, key: string | number): Spot => ({ document, container, key });
  const governing = context.facts.get(file.governedBy);
  if (governing === undefined) {
    reportUnknown("fact", file.governedBy, context.facts.keys(), spot(file, "governedBy"), context);
  } else if (governing.type.kind !== "date") {
    context.reporter.report("wrong-type", spot(file, "governedBy"), `\`${file.governedBy}\` is not a date`, {
      expected: "a fact of type `date`",
      remedy: "name the date that selects the revision",
    });
  }
  for (const [at, id] of (file.applicants ?? []).entries()) {
    if (Object.hasOwn(file.parties, id)) continue;
    context.reporter.unknownName("party", id, Object.keys(file.parties), spot(file.applicants ?? [], at));
  }
  const isDecision = declared(context, "decision");
  const isInterpretation = declared(context, "interpretation");
  const unknown = [...file.headline.entries()].filter(([, id]) => !isDecision(id));
  for (const [at, id] of unknown) {
    reportUnknown("decision", id, context.decisions.keys(), spot(file.headline, at), context);
  }
  if (unknown.length === 0 && !file.headline.some((id) => context.decisions.has(id))) {
    const { revision } = context.revision.entry;
    context.reporter.report("no-headline", spot(file, "headline"), `no decision here is one of revision ${revision}`, {
      atKey: true,
      expected: "for every revision at least one decision that answers a case",
      remedy: `add a decision that revision ${revision} takes`,
    });
  }
  const interpretations = file.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (isInterpretation(id)) continue;
    reportUnknown("interpretation", id, context.interpretations.keys(), spot(interpretations, at), context);
  }
}

/** Whether a name stands for something in any revision. */
function declared({ timelines }: LinkContext, kind: NameKind): (id: string) => boolean {
  return (id) => timelines[kind].get(id)?.some(({ there }) => there) ?? false;
}
