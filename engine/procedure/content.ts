import type { SealedParts } from "../language/seal.ts";
import { digestOf } from "./digest.ts";
import type { Spot } from "./reporter.ts";
import type { ProcedureSources } from "./sources.ts";
import {
  byId,
  type Newest,
  rankOf,
  revisionSpot,
  type Version,
  type Versioned,
  versionIn,
  versionsOf,
} from "./versions.ts";

/** What kind of thing a part of a revision's content is. */
export type Subject = "procedure" | "fact" | "contradiction" | "interpretation" | "clause" | "decision";

/** One thing that a revision says, as far as cases are decided or explained by it. */
export interface ContentPart {
  readonly subject: Subject;
  /** The id of the thing; of what `procedure.yaml` says, that of the procedure. */
  readonly id: string;
  readonly content: object;
  /** Where the version that the revision has stands. */
  readonly spot: Spot;
}

/**
 * Everything that is approved with a revision, resolved: each thing in the version that the revision has. Left out is what
 * decides nothing: titles of the procedure and of its sections, which facts can be changed, the note, the approval, and until
 * when the revision governs, which its successor settles.
 *
 * @param number the number of a revision that `procedure.yaml` lists
 */
export function contentOf(sources: ProcedureSources, number: string): readonly ContentPart[] {
  const revisions = sources.procedure.entry.revisions.map((entry) => ({ entry }));
  const rank = rankOf({ revision: number }, revisions);
  const newest: Newest = (versions) => versionIn(versions, { rank }, revisions);
  const listed = <Entry extends Versioned>(subject: Subject, groups: ReadonlyMap<string, readonly Version<Entry>[]>) =>
    [...groups].flatMap(([id, versions]): readonly ContentPart[] => {
      const version = newest(versions);
      // The first revision may leave its number out.
      return version === undefined ? [] : [part(subject, id, { ...version.entry, revision: undefined }, version)];
    });
  const facts = listed("fact", byId(sources.facts)).map((fact) => ({
    ...fact,
    content: { ...fact.content, changeable: undefined },
  }));
  const interpretations = listed("interpretation", byId(sources.interpretations));
  const clauses = sources.clauses.flatMap((clause): readonly ContentPart[] => {
    const { id, kind } = clause.entry;
    const version = newest(versionsOf(clause));
    if (version === undefined) return [];
    const title = version.entry.title ?? clause.entry.title;
    return [part("clause", id, { id, title, kind, version: version.entry }, version)];
  });
  const decisions = sources.decisions.flatMap((decision): readonly ContentPart[] => {
    const { id, title } = decision.entry;
    const version = newest(versionsOf(decision));
    return version === undefined ? [] : [part("decision", id, { id, title, version: version.entry }, version)];
  });
  return [
    procedurePart(sources, rank, [...facts, ...clauses], interpretations),
    ...facts,
    ...listed("contradiction", byId(sources.contradictions)),
    ...interpretations,
    ...clauses,
    ...decisions,
  ];
}

function part(subject: Subject, id: string, content: object, version: Version<Versioned>): ContentPart {
  return { subject, id, content, spot: revisionSpot(version) };
}

/** What `procedure.yaml` says, as far as it concerns the revision: what another one needs may be added beside it. */
function procedurePart(
  { procedure: { entry: file, document } }: ProcedureSources,
  rank: number,
  naming: readonly ContentPart[],
  interpretations: readonly ContentPart[],
): ContentPart {
  const { procedure, governedBy, interpretations: throughout = [] } = file;
  const { revision, effective } = file.revisions[rank] ?? {};
  const named = new Set(naming.flatMap(({ content }) => partiesIn(content)));
  const content = {
    procedure,
    governedBy,
    interpretations: throughout.filter((id) => interpretations.some((other) => other.id === id)),
    parties: Object.fromEntries(Object.entries(file.parties).filter(([id]) => named.has(id))),
    revision,
    effective,
  };
  return { subject: "procedure", id: procedure, content, spot: { document, container: file, key: "procedure" } };
}

/** Those who know a fact, or bear a duty of a clause. */
function partiesIn(content: {
  readonly knownBy?: string;
  readonly version?: { readonly obligations?: Readonly<Record<string, { readonly bearer: string }>> };
}): readonly string[] {
  const bearers = Object.values(content.version?.obligations ?? {}).map(({ bearer }) => bearer);
  return content.knownBy === undefined ? bearers : [content.knownBy, ...bearers];
}

/** Where the digests of a kind of part stand in a seal. */
export const sealedUnder = {
  fact: "facts",
  contradiction: "contradictions",
  interpretation: "interpretations",
  clause: "clauses",
  decision: "decisions",
} as const satisfies Record<Exclude<Subject, "procedure">, keyof SealedParts>;

/** The digest of each part. Where the parts stand, and in which order, changes nothing. */
export function sealedParts(content: readonly ContentPart[]): SealedParts {
  const of = (wanted: Subject): Record<string, string> =>
    Object.fromEntries(
      content.flatMap((one) => (one.subject === wanted ? [[one.id, digestOf(one.content)] as const] : [])),
    );
  return {
    procedure: Object.values(of("procedure"))[0] ?? "",
    facts: of("fact"),
    contradictions: of("contradiction"),
    interpretations: of("interpretation"),
    clauses: of("clause"),
    decisions: of("decision"),
  };
}
