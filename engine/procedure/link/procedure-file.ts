import type { Spot } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import type { LinkContext } from "./context.ts";
import { reportUnknown } from "./timeline.ts";

/** Reports what `procedure.yaml` names and a revision does not have: it must be there in every one. */
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
  for (const [at, id] of file.headline.entries()) {
    if (context.decisions.has(id)) continue;
    reportUnknown("decision", id, context.decisions.keys(), spot(file.headline, at), context);
  }
  const interpretations = file.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (context.interpretations.has(id)) continue;
    reportUnknown("interpretation", id, context.interpretations.keys(), spot(interpretations, at), context);
  }
}
