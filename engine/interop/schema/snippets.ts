import type { Schema } from "./json-schema.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The beginnings that an editor offers where a definition can stand: the keys to fill in, in their usual order. */
export function snippetsFor(definition: string, { revisions }: Vocabulary): Schema {
  const newest = revisions.at(-1)?.entry;
  // A snippet is written out as it stands, and a revision's number needs its quotes.
  const version = { revision: `"${newest?.revision ?? "1.0"}"`, effective: newest?.effective ?? "2020-01-01" };
  const snippets = makers[definition]?.(version);
  return snippets === undefined ? {} : { defaultSnippets: snippets };
}

/** A version begins with the newest revision, a draft where there is one, and its effective date. */
interface VersionStart {
  readonly revision: string;
  readonly effective: string;
}

const makers: Readonly<Record<string, (version: VersionStart) => readonly Schema[]>> = {
  Condition: () => [
    {
      label: "a comparison",
      description: "Compares a fact or a derived value.",
      body: { fact: "$1", operator: "$2", value: "$3" },
    },
  ],
  ClauseVersion: (version) => [
    {
      label: "a version that demands something",
      description: "How a revision words the clause, and what it demands.",
      body: { ...version, summary: "$1", requires: { fact: "$2", operator: "$3", value: "$4" } },
    },
  ],
  ClauseEntry: (version) => [
    {
      label: "a new clause",
      description: "A clause with its first version.",
      body: { id: '"$1"', title: "$2", kind: "requirement", versions: [{ ...version, summary: "$3" }] },
    },
  ],
  FactEntry: ({ revision }) => [
    {
      label: "a new fact",
      description: "A fact that a revision begins to ask for.",
      body: { id: "$1", revision, label: "$2", question: "$3", knownBy: "$4", type: "$5" },
    },
  ],
  InterpretationEntry: ({ revision }) => [
    {
      label: "a new interpretation",
      description: "How an unclear place of the source is read.",
      body: {
        id: "$1",
        revision,
        question: "$2",
        reading: "$3",
        why: "$4",
        alternatives: [{ id: "$5", says: "$6" }],
      },
    },
  ],
};
