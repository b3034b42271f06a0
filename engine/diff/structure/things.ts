import type { ProcedureFile } from "../../language/procedure.ts";
import { clausesIn } from "../../procedure/link/clause.ts";
import type { Sourced, SourcedClause } from "../../procedure/sources.ts";
import { byId, type Newest, type Versioned, versionIn, versionsOf } from "../../procedure/versions.ts";
import type { SourceDocument } from "../../source/document.ts";
import type { Subject } from "../report.ts";
import type { DiffSide } from "../side.ts";
import { isContainer, type Slot } from "./slot.ts";

/** A clause, a fact or another thing, as it is in force in one revision. */
export interface Thing {
  readonly subject: Subject;
  readonly id: string;
  /** Its title, label or question; of a contradiction, what it says. */
  readonly title: string;
  readonly document: SourceDocument;
  /** Where its id stands. */
  readonly slot: Slot;
  /** The revision that brought what is in force, where it is said. */
  readonly revision: string | undefined;
  /** What it says, by name, without its id and the number of that revision. */
  readonly parts: ReadonlyMap<string, Slot>;
}

/** The things in force in the revision of a side: of each kind, in the order in which the files have them. */
export function thingsOf({ opened, model }: DiffSide): Readonly<Record<Subject, readonly Thing[]>> {
  const { sources } = opened;
  const revisions = opened.revisions.map(({ entry, effective, until }, rank) => ({ entry, effective, until, rank }));
  const number = model.entry.revision;
  const revision = revisions.find(({ entry }) => entry.revision === number);
  if (revision === undefined) throw new Error(`revision ${number} is not one of those that were opened`);
  const newest: Newest = (versions) => versionIn(versions, revision, revisions);
  const listed = <Entry extends Versioned & { readonly id: string }>(
    subject: Subject,
    entries: readonly Sourced<Entry>[],
    titleOf: (entry: Entry) => string,
  ): readonly Thing[] =>
    [...byId(entries).values()].flatMap((versions) => {
      const version = newest(versions);
      if (version === undefined) return [];
      const { entry, spot } = version;
      return [thing(subject, { entry, document: spot.document }, titleOf(entry), entry)];
    });
  return {
    procedure: [procedureThing(sources.procedure)],
    clause: [...clausesIn(sources, newest).values()].map(({ clause, version }) => clauseThing(clause, version.entry)),
    fact: listed("fact", sources.facts, ({ label }) => label),
    contradiction: listed("contradiction", sources.contradictions, ({ says }) => says),
    decision: sources.decisions.flatMap((decision) => {
      const version = newest(versionsOf(decision));
      return version === undefined ? [] : [thing("decision", decision, decision.entry.title, version.entry)];
    }),
    interpretation: listed("interpretation", sources.interpretations, ({ question }) => question),
  };
}

function procedureThing({ entry, document }: Sourced<ProcedureFile>): Thing {
  return {
    subject: "procedure",
    id: entry.procedure,
    title: entry.title,
    document,
    slot: { container: entry, key: "procedure" },
    revision: undefined,
    // The revisions are no part of what one of them says.
    parts: partsOf(entry, ["revisions"]),
  };
}

function clauseThing(clause: SourcedClause, version: Versioned): Thing {
  const file = clause.document.value;
  const made = thing("clause", clause, clause.entry.title, version);
  if (!isContainer(file)) return made;
  const section: readonly (readonly [string, Slot])[] = [
    ["section", { container: file, key: "section" }],
    ["sectionTitle", { container: file, key: "title" }],
  ];
  return { ...made, parts: new Map([...section, ...made.parts]) };
}

/** A thing that has a version: its entry itself, or one of those that the entry lists. */
function thing(
  subject: Subject,
  { entry, document }: Sourced<{ readonly id: string }>,
  title: string,
  version: Versioned,
): Thing {
  const parts = partsOf(entry, ["id", "revision", "versions"]);
  return {
    subject,
    id: entry.id,
    title,
    document,
    slot: { container: entry, key: "id" },
    revision: version.revision,
    parts: version === entry ? parts : new Map([...parts, ...partsOf(version, ["revision"])]),
  };
}

function partsOf(container: object, without: readonly string[]): ReadonlyMap<string, Slot> {
  const keys = Object.keys(container).filter((key) => !without.includes(key));
  return new Map(keys.map((key) => [key, { container, key }]));
}
