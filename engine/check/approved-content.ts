import { type ContentPart, contentOf, type Subject, sealedParts, sealedUnder } from "../procedure/content.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import { valuePlace } from "../procedure/reporter.ts";
import { directoryOf, isSealOf, readSeal, type Seal, sealedRevisions, sealPath } from "../procedure/seal-file.ts";
import type { ProcedureSources } from "../procedure/sources.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { sealedAdministration } from "./sealed-administration.ts";

/** A revision's entry, and the digest of the content that it has now. */
type Model = OpenProcedure["revisions"][number];

/**
 * Everything in approved revisions that is no longer what was approved, each thing at its place; seals that are missing or
 * belong to nothing; and a warning for an approved revision that has no digest to be held to.
 *
 * @param about a revision that is about to be sealed: a seal left over from an earlier approval does no harm
 */
export function approvedContent(opened: OpenProcedure, about?: string): readonly Problem[] {
  const { sources, revisions } = opened;
  const { document } = sources.procedure;
  const problems = revisions.flatMap((model): readonly Problem[] => {
    const { entry } = model;
    if (entry.digest !== undefined) return sealProblems(model, entry.digest, opened);
    return entry.status === "approved" ? [notSealed(entry.revision, document.valuePlace(entry, "status"))] : [];
  });
  const held = revisions.filter(({ entry }) => entry.status === "approved" && entry.digest !== undefined);
  const known = new Set([...held.map(({ entry }) => entry.revision), about]);
  const left = sealedRevisions(directoryOf(sources)).filter((revision) => !known.has(revision));
  return [...problems, ...left.map((revision) => withoutRevision(revision, sources))];
}

function sealProblems(model: Model, digest: string, opened: OpenProcedure): readonly Problem[] {
  const { sources } = opened;
  const { entry } = model;
  const { document } = sources.procedure;
  const place = document.valuePlace(entry, "digest");
  if (entry.status === "draft") return model.digest === digest ? [] : [changedAsAWhole(model, place)];
  const path = sealPath(directoryOf(sources), entry.revision);
  const seal = readSeal(directoryOf(sources), entry.revision);
  if ("content" in seal && isSealOf(seal, entry.revision, digest)) {
    return [...changedParts(model, seal, sources), ...sealedAdministration(model, seal, opened)];
  }
  const broken = "content" in seal ? [mismatch(entry.revision, path, seal, place)] : unreadable(seal, path, place);
  return model.digest === digest ? broken : [changedAsAWhole(model, place), ...broken];
}

function changedAsAWhole({ entry: { revision, status }, digest }: Model, place: Place): Problem {
  return {
    code: "approved-content-changed",
    severity: "error",
    message: `the content of revision ${revision} is not what was ${status === "approved" ? "approved" : "recorded"}: its digest is ${digest}`,
    place,
    remedy: "undo the change, or make it in a new revision: an approved one never changes",
  };
}

/** A problem for every part that differs from the seal. */
function changedParts(
  { entry, digest }: Model,
  { content: seal }: Seal,
  sources: ProcedureSources,
): readonly Problem[] {
  if (digest === seal.digest) return [];
  const { revision } = entry;
  const { document } = sources.procedure;
  const content = contentOf(sources, revision);
  const now = sealedParts(content);
  const inProcedureFile = document.valuePlace(entry, "revision");
  const problems: Problem[] = [];
  const report = (message: string, place: Place, remedy: string, expected?: string): void => {
    const said = expected === undefined ? {} : { expected };
    problems.push({ code: "approved-content-changed", severity: "error", message, place, ...said, remedy });
  };
  if (now.procedure !== seal.parts.procedure) {
    const message = `what procedure.yaml says of revision ${revision} is not as it was approved`;
    const expected =
      "the same `procedure`, `governedBy`, `interpretations`, effective date, and names of the parties that it mentions";
    report(message, inProcedureFile, "undo the change: an approved revision never changes", expected);
  }
  for (const { subject, id, spot } of content) {
    if (subject === "procedure") continue;
    const kind = sealedUnder[subject];
    const before = Object.hasOwn(seal.parts[kind], id) ? seal.parts[kind][id] : undefined;
    if (before === now[kind][id]) continue;
    const thing = named(subject, id);
    if (before === undefined) {
      const message = `${thing} was put into revision ${revision} after it was approved`;
      report(message, valuePlace(spot), "name a draft as the `revision:` that brings it, or take it out");
    } else {
      const message = `${thing} is not as it was approved in revision ${revision}`;
      report(message, valuePlace(spot), "undo the change, or write it as a version of a new revision");
    }
  }
  for (const [subject, kind] of kinds) {
    for (const id of Object.keys(seal.parts[kind])) {
      if (Object.hasOwn(now[kind], id)) continue;
      const message = `${named(subject, id)} was approved in revision ${revision} and is not there any more`;
      const place = placeOf(subject, id, sources) ?? inProcedureFile;
      report(message, place, "put it back, and retire it in a new revision if it has to go");
    }
  }
  return problems;
}

const kinds = Object.entries(sealedUnder) as readonly [keyof typeof sealedUnder, (typeof sealedUnder)["fact"]][];

function named(subject: Subject, id: string): string {
  return subject === "clause" ? `clause ${id}` : `${subject} \`${id}\``;
}

/** Where something stands that a revision no longer has, if any revision does. */
function placeOf(subject: ContentPart["subject"], id: string, sources: ProcedureSources): Place | undefined {
  const lists = {
    procedure: [],
    fact: sources.facts,
    contradiction: sources.contradictions,
    interpretation: sources.interpretations,
    clause: sources.clauses,
    decision: sources.decisions,
  } as const;
  const found = lists[subject].find(({ entry }) => entry.id === id);
  return found?.document.valuePlace(found.entry, "id");
}

function notSealed(revision: string, place: Place): Problem {
  return {
    code: "not-sealed",
    severity: "warning",
    message: `revision ${revision} is approved and has no digest, so nothing would show that it was changed`,
    place,
    expected: "a digest, and a seal with the digest of every part",
    remedy: "seal it with the command `seal`, giving the approval that it has",
  };
}

function mismatch(revision: string, path: string, { document }: Seal, place: Place): Problem {
  return {
    code: "seal-mismatch",
    severity: "error",
    message: `${path} is not the seal of revision ${revision} with the digest in procedure.yaml`,
    place: document.start,
    expected: "the file as the command `seal` wrote it",
    remedy: "bring back the file and the digest as they were approved",
    related: [{ place, message: "the digest stands here" }],
  };
}

function unreadable(problems: readonly Problem[], path: string, place: Place): readonly Problem[] {
  if (!problems.some(({ code }) => code === "file-not-found")) return problems;
  return [
    {
      code: "seal-missing",
      severity: "error",
      message: `there is no file ${path}, which says what was approved part by part`,
      place,
      expected: "the file that the command `seal` wrote",
      remedy: "bring it back, as it was when the revision was approved",
    },
  ];
}

function withoutRevision(revision: string, sources: ProcedureSources): Problem {
  const { entry, document } = sources.procedure;
  const found = entry.revisions.find((other) => other.revision === revision);
  const path = sealPath(directoryOf(sources), revision);
  return {
    code: "seal-without-revision",
    severity: "error",
    message: `${path} says that revision ${revision} was approved, and no approved revision ${revision} with a digest is there`,
    place: document.keyPlace(entry, "revisions"),
    ...(found === undefined ? {} : { place: document.valuePlace(found, "revision") }),
    expected: "every approved revision, as it was approved",
    remedy: "bring the revision back, or delete the seal if the approval was taken back",
  };
}
