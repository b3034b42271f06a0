import type { RevisionModel } from "../procedure/model.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import type { SideView } from "./report.ts";

/** One side of a comparison: a revision of a procedure, and the rule files that it stands in. */
export interface DiffSide {
  /** The side as the reader named it. */
  readonly given: string;
  readonly opened: OpenProcedure;
  /** The revision that is compared. */
  readonly model: RevisionModel;
}

/** What a report says of a side. */
export function sideView({ given, model }: DiffSide): SideView {
  const { entry } = model;
  return {
    given,
    procedure: model.procedure,
    revision: entry.revision,
    status: entry.status,
    effective: entry.effective,
    until: entry.until ?? null,
    approval: entry.approval ?? null,
    note: entry.note,
    digest: model.digest,
  };
}
