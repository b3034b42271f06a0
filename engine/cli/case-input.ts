import { formatDay } from "../calendar/day.ts";
import type { Locate } from "../evaluate/facts.ts";
import type { LocateInput } from "../evaluate/input-places.ts";
import type { EvaluationInput, Procedure } from "../evaluate/procedure.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { type CaseDocument, locateIn, locateInputIn } from "../testing/case-document.ts";
import type { CaseOptions } from "./options.ts";
import { override } from "./override.ts";
import type { Shell } from "./shell.ts";

/** A case ready to be decided. */
export interface CaseInput {
  readonly input: EvaluationInput;
  readonly locate: Locate;
  readonly locateInput: LocateInput;
}

/**
 * A case as its file and the command line state it together; the command line wins. Says so where the evaluation date
 * is given by neither and today's is taken.
 *
 * @throws ProblemsError with every assignment of `--set` that can't be read.
 */
export async function caseInput(
  caseDocument: CaseDocument,
  options: CaseOptions & { readonly set?: readonly string[] },
  procedure: Procedure,
  shell: Shell,
): Promise<CaseInput> {
  const { content, document } = caseDocument;
  const inFile = locateInputIn(caseDocument);
  const revision = options.revision ?? content.revision;
  const { facts, locate } = override(
    { facts: content.facts, locate: locateIn(document) },
    options.set ?? [],
    preferred(procedure.revisions, revision),
  );
  const asOf = options.asOf ?? content.asOf ?? (await defaultAsOf(shell));
  return {
    input: {
      ...(content.case === undefined ? {} : { case: content.case }),
      ...(revision === undefined ? {} : { revision }),
      asOf,
      readings: { ...content.readings, ...options.reading },
      facts,
    },
    locate,
    // What the command line gives stands in no file.
    locateInput: (key, id, part) => {
      const beaten = key === "readings" ? id !== undefined && options.reading?.[id] : key !== "facts" && options[key];
      return typeof beaten === "string" ? undefined : inFile(key, id, part);
    },
  };
}

/** Today, said aloud. */
export async function defaultAsOf(shell: Shell): Promise<string> {
  const asOf = formatDay(shell.io.today());
  await shell.tell(`note: evaluated as of today, ${asOf}; --as-of or \`asOf\` in the case sets another date\n`);
  return asOf;
}

/** The revisions in which to look a fact up: the one named first, then the newest. */
function preferred(revisions: readonly RevisionModel[], named: string | undefined): readonly RevisionModel[] {
  const isNamed = (model: RevisionModel): boolean => model.entry.revision === named;
  return [...revisions.filter(isNamed), ...revisions.toReversed().filter((model) => !isNamed(model))];
}
