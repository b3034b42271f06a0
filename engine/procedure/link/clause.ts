import type { ClauseVersion } from "../../language/clause.ts";
import type { Condition as ConditionEntry } from "../../language/condition.ts";
import { type Clause, evaluationDateId, type Fact } from "../model.ts";
import type { Origins } from "../origins.ts";
import { type Reporter, type Spot, within } from "../reporter.ts";
import type { ProcedureSources, SourcedClause } from "../sources.ts";
import { type Newest, type Version, versionsOf } from "../versions.ts";
import { linkCondition } from "./condition.ts";
import { type DerivedSource, type LinkContext, outside } from "./context.ts";
import { reportUnknown } from "./timeline.ts";

/** A clause's version in this revision, and the clause. */
export interface ClauseSource {
  readonly clause: SourcedClause;
  readonly version: Version<ClauseVersion>;
}

/** The title that a clause has in this version: an approved revision keeps the one it was approved with. */
export function titleOf({ clause, version }: ClauseSource): string {
  return version.entry.title ?? clause.entry.title;
}

/** The clauses that a revision has, by id. */
export function clausesIn(sources: ProcedureSources, newest: Newest): ReadonlyMap<string, ClauseSource> {
  return new Map(
    sources.clauses.flatMap((clause) => {
      const version = newest(versionsOf(clause));
      return version ? [[clause.entry.id, { clause, version }] as const] : [];
    }),
  );
}

/** Where the derived value or the fact stands that has a name already. */
function takenBy(
  other: DerivedSource | undefined,
  fact: Fact | undefined,
  origins: Origins,
): readonly { readonly spot: Spot; readonly message: string; readonly atKey?: boolean }[] {
  if (other !== undefined)
    return [{ spot: other.spot, message: `clause ${other.clause} derives it here`, atKey: true }];
  const spot = fact && origins.of(fact);
  return spot === undefined ? [] : [{ spot, message: "the fact stands here" }];
}

/** The values that the clauses derive, by id, not linked yet. Reports a name that is taken. */
export function derivedIn(
  clauses: ReadonlyMap<string, ClauseSource>,
  facts: ReadonlyMap<string, Fact>,
  origins: Origins,
  reporter: Reporter,
): ReadonlyMap<string, DerivedSource> {
  const found = new Map<string, DerivedSource>();
  for (const { clause, version } of clauses.values()) {
    const derives = version.entry.derives ?? {};
    for (const [id, derivation] of Object.entries(derives)) {
      const spot: Spot = { document: clause.document, container: derives, key: id };
      const other = found.get(id);
      if (other || facts.has(id) || id === evaluationDateId) {
        const taken = other
          ? `clause ${other.clause} derives`
          : facts.has(id)
            ? "a fact has"
            : "the evaluation date has";
        reporter.report("duplicate-name", spot, `${taken} the name \`${id}\` already`, {
          atKey: true,
          once: true,
          remedy: "give the derived value a name of its own",
          related: takenBy(other, facts.get(id), origins),
        });
        continue;
      }
      found.set(id, { derivation, clause: clause.entry.id, spot });
    }
  }
  return found;
}

/** A clause with its conditions linked. Reports interpretations that are not there. */
export function linkClause({ clause, version }: ClauseSource, context: LinkContext): Clause {
  const { entry } = version;
  const optional = (condition: ConditionEntry | undefined, key: string) =>
    condition && linkCondition(condition, within(version.spot, entry, key), context, outside);
  const interpretations = entry.interpretations ?? [];
  for (const [at, id] of interpretations.entries()) {
    if (!context.interpretations.has(id)) {
      const spot = within(version.spot, interpretations, at);
      reportUnknown("interpretation", id, context.interpretations.keys(), spot, context);
    }
  }
  const linked: Clause = {
    id: clause.entry.id,
    title: titleOf({ clause, version }),
    kind: clause.entry.kind,
    section: clause.section,
    sectionTitle: clause.sectionTitle,
    revision: entry.revision,
    effective: entry.effective,
    summary: entry.summary,
    notEncoded: entry.notEncoded,
    appliesWhen: optional(entry.appliesWhen, "appliesWhen"),
    requires: optional(entry.requires, "requires"),
    derived: Object.keys(entry.derives ?? {}),
    obligations: Object.keys(entry.obligations ?? {}),
    interpretations,
  };
  return context.origins.note(linked, version.spot);
}
