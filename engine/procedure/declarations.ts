import type { ClauseVersion } from "../language/clause.ts";
import type { SourceDocument } from "../source/document.ts";
import { type Reporter, type Spot, within } from "./reporter.ts";
import type { ProcedureSources, Sourced, SourcedClause } from "./sources.ts";
import { byId, checkVersions, type Revision, type Version, type Versioned, versionsOf } from "./versions.ts";

/**
 * Reports what is wrong with the things declared and their versions, before any name is looked up: a name that stands
 * for two things, or for none because its version belongs to no revision, would be reported again wherever it is used.
 */
export function checkDeclarations(sources: ProcedureSources, revisions: readonly Revision[], reporter: Reporter): void {
  const check = (kind: string, groups: ReadonlyMap<string, readonly Version<Versioned>[]>): void => {
    for (const [id, versions] of groups) checkVersions(`${kind} \`${id}\``, versions, revisions, reporter);
  };
  check("fact", byId(sources.facts));
  check("contradiction", byId(sources.contradictions));
  check("interpretation", byId(sources.interpretations));
  for (const decision of uniqueById("decision", sources.decisions, reporter)) {
    checkVersions(`decision \`${decision.entry.id}\``, versionsOf(decision), revisions, reporter);
  }
  for (const clause of uniqueById("clause", sources.clauses, reporter)) {
    const versions = versionsOf(clause);
    checkVersions(`clause ${clause.entry.id}`, versions, revisions, reporter);
    for (const version of versions) {
      checkEffective(version, revisions, sources.procedure.document, reporter);
      checkReason(clause, version, reporter);
    }
  }
}

/** The things of which no earlier one has the id. Reports the others. */
function uniqueById<Source extends Sourced<{ readonly id: string }>>(
  kind: string,
  sources: readonly Source[],
  reporter: Reporter,
): readonly Source[] {
  const first = new Map<string, Source>();
  for (const source of sources) {
    const { id } = source.entry;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, source);
      continue;
    }
    reporter.report(`duplicate-${kind}`, idSpot(source), `there are two ${kind}s \`${id}\``, {
      remedy: "merge the two, or give one of them its own id",
      related: [{ spot: idSpot(earlier), message: "the first one stands here" }],
    });
  }
  return [...first.values()];
}

function idSpot({ entry, document }: Sourced<object>): Spot {
  return { document, container: entry, key: "id" };
}

function checkEffective(
  { entry, spot }: Version<ClauseVersion>,
  revisions: readonly Revision[],
  document: SourceDocument,
  reporter: Reporter,
): void {
  const brought = revisions.find((other) => other.entry.revision === entry.revision);
  if (brought === undefined || brought.entry.effective === entry.effective) return;
  const { revision, effective } = brought.entry;
  reporter.report(
    "effective-date",
    within(spot, entry, "effective"),
    `revision ${revision} takes effect on ${effective}, not on ${entry.effective}`,
    {
      expected: effective,
      remedy: `write ${effective}, or name another revision`,
      related: [
        {
          spot: { document, container: brought.entry, key: "effective" },
          message: `revision ${revision} says so here`,
        },
      ],
    },
  );
}

/** The parts of a version that encode something. */
const encoded = ["appliesWhen", "requires", "derives", "obligations"] as const;

/**
 * An informative clause says why nothing of it is encoded, and no other clause does: a reason beside a demand would
 * take the demand out of force without a word.
 */
function checkReason(clause: SourcedClause, { entry, spot }: Version<ClauseVersion>, reporter: Reporter): void {
  if (entry.retired === true) return;
  if (entry.notEncoded !== undefined) {
    checkNothingEncoded(clause, { entry, spot }, reporter);
    return;
  }
  if (clause.entry.kind !== "informative") return;
  reporter.report(
    "missing-reason",
    within(spot, entry, "summary"),
    `clause ${clause.entry.id} is informative, but why nothing of it is encoded is not said`,
    { expected: "`notEncoded:` with the reason", remedy: "add the reason, or give the clause another kind" },
  );
}

function checkNothingEncoded(
  { entry: { id, kind } }: SourcedClause,
  { entry, spot }: Version<ClauseVersion>,
  reporter: Reporter,
): void {
  const part = encoded.find((key) => entry[key] !== undefined);
  if (part !== undefined) {
    const message = `clause ${id} says that nothing of it is encoded, and has \`${part}\``;
    reporter.report("encoded-after-all", within(spot, entry, part), message, {
      atKey: true,
      expected: "either a reason or what is encoded",
      remedy: "take out `notEncoded:`, or what is encoded",
      related: [{ spot: within(spot, entry, "notEncoded"), message: "the reason stands here", atKey: true }],
    });
  } else if (kind !== "informative") {
    const message = `nothing of clause ${id} is encoded, and it is of the kind \`${kind}\``;
    reporter.report("encoded-after-all", within(spot, entry, "notEncoded"), message, {
      atKey: true,
      expected: "`notEncoded:` in an informative clause alone",
      remedy: "encode the clause, or make its kind `informative`",
    });
  }
}
