import type { Result } from "../language/result.ts";
import { evaluationDateId, type RevisionModel } from "../procedure/model.ts";
import { withoutArticle } from "./names.ts";

/** Under what a case was decided. */
export interface Provenance {
  readonly procedure: string;
  readonly title: string;
  readonly revision: string;
  readonly status: "draft" | "approved";
  /** The first day on which the revision governs. */
  readonly effective: string;
  /** The first day on which it no longer governs; nothing where it has no end. */
  readonly until: string | null;
  /** The digest, shortened for reading. */
  readonly digest: string;
  readonly asOf: string;
  /** The date that selected the revision; nothing where it is unknown. */
  readonly governingDate: string | null;
  /** Why that date. */
  readonly why: string;
}

const shownDigits = 12;

/** Under what a result was decided. */
export function provenanceOf(result: Result, model: RevisionModel): Provenance {
  return {
    procedure: result.procedure,
    title: model.title,
    revision: result.revision,
    status: model.entry.status,
    effective: model.entry.effective,
    until: model.entry.until ?? null,
    digest: result.digest.replace(/^sha256:/, "").slice(0, shownDigits),
    asOf: result.asOf,
    governingDate: result.governedBy.date,
    why: whyGoverned(result, model),
  };
}

function whyGoverned({ governedBy: { fact, date } }: Result, model: RevisionModel): string {
  const label = (id: string) => model.facts.get(id)?.entry.label ?? id;
  if (date === null) return `${label(fact)} is unknown`;
  if (fact === evaluationDateId)
    return `the evaluation date, as there is no ${withoutArticle(label(model.governedBy))}`;
  return label(fact);
}
