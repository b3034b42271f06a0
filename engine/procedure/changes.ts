import type { SealedParts } from "../language/seal.ts";
import { contentOf, sealedParts } from "./content.ts";
import type { ProcedureSources } from "./sources.ts";

/** What a revision does to the things of one kind, by id. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly retired: readonly string[];
}

/** The kinds of thing that a revision has, in the order in which a reader wants them. */
export const changingKinds = ["clauses", "decisions", "facts", "contradictions", "interpretations"] as const;

type ChangesByKind = Readonly<Record<(typeof changingKinds)[number], Changes>>;

/** What becomes of everything from one revision to another, by what it says and not by how it is written. */
export function changesBetween(sources: ProcedureSources, before: string, after: string): ChangesByKind {
  const base = sealedParts(contentOf(sources, before));
  const head = sealedParts(contentOf(sources, after));
  const of = (kind: (typeof changingKinds)[number]): Changes => differences(base[kind], head[kind]);
  return {
    clauses: of("clauses"),
    decisions: of("decisions"),
    facts: of("facts"),
    contradictions: of("contradictions"),
    interpretations: of("interpretations"),
  };
}

function differences(base: SealedParts["facts"], head: SealedParts["facts"]): Changes {
  const ids = Object.keys(head);
  return {
    added: ids.filter((id) => !Object.hasOwn(base, id)),
    changed: ids.filter((id) => Object.hasOwn(base, id) && base[id] !== head[id]),
    retired: Object.keys(base).filter((id) => !Object.hasOwn(head, id)),
  };
}
