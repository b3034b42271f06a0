import { isApproved, type Term } from "../../../evaluate/in-force.ts";
import { bundleOf, type ProcedureBundle } from "../../../procedure/bundle.ts";
import type { Derived, RevisionModel } from "../../../procedure/model.ts";
import type { RegisteredFact } from "./fact-register.ts";
import { neededFor } from "./needed.ts";

/** The part of an export from which its companion gives the facts of a case. */
export interface CompanionPart {
  /** The facts to give: each a fact of the case, the evaluation date, or a derived value of the bundle. */
  readonly give: readonly CompanionFact[];
  /** What they are worked out from, and nothing else of the revision. */
  readonly bundle: ProcedureBundle;
  /** The other approved revisions: the rules don't decide what one of those governs, or may govern. */
  readonly others: readonly Term[];
}

/** A fact to give. */
export interface CompanionFact {
  readonly id: string;
  readonly kind: "fact" | "derived" | "asOf";
  /** Whether its elements are to be given too. */
  readonly isList: boolean;
}

/** What the companion needs. A value without a name becomes a derived value under the id of its fact. */
export function companionPart(
  facts: readonly RegisteredFact[],
  model: RevisionModel,
  revisions: readonly RevisionModel[],
): CompanionPart {
  const needed = neededFor(facts, model);
  const nameless = facts.flatMap(({ id, value }): readonly (readonly [string, Derived])[] =>
    isNamed(value.kind) ? [] : [[id, { id, clause: "", value }]],
  );
  return {
    give: facts.map(({ id, value: { kind }, isList }) => ({ id, kind: isNamed(kind) ? kind : "derived", isList })),
    bundle: bundleOf([{ ...needed, derived: new Map([...needed.derived, ...nameless]) }]),
    others: revisions.filter((other) => other !== model && isApproved(other)).map(termOf),
  };
}

function termOf({ entry: { revision, effective, until, status }, ...days }: RevisionModel): Term {
  const entry = { revision, effective, ...(until === undefined ? {} : { until }), status };
  return { entry, effective: days.effective, ...(days.until === undefined ? {} : { until: days.until }) };
}

function isNamed(kind: string): kind is CompanionFact["kind"] {
  return kind === "fact" || kind === "derived" || kind === "asOf";
}
