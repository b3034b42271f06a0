import { isLong, isSchema, type Json, type Listed, oneOfOrNew, reference, type Schema } from "./json-schema.ts";
import { dateNames, factNames, fieldNames, listNames, named, revisionNames } from "./lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A key of rule files whose value names something, or whose list does. */
interface Naming {
  /** The form of the name, a definition of the generic schemas. */
  readonly form: string;
  /** The definition that takes its place: the names that there are, or a new one of the same form. */
  readonly known: string;
  readonly names: (words: Vocabulary) => readonly Listed[];
}

const fact: Naming = { form: "FactId", known: "KnownFact", names: factNames };
const list: Naming = { form: "FactId", known: "KnownList", names: listNames };
const date: Naming = { form: "FactId", known: "KnownDate", names: dateNames };
const clause: Naming = { form: "ClauseId", known: "KnownClause", names: ({ clauses }) => named(clauses) };
const decision: Naming = { form: "Name", known: "KnownDecision", names: ({ decisions }) => named(decisions) };
const field: Naming = { form: "Name", known: "KnownField", names: fieldNames };
const party: Naming = { form: "Name", known: "KnownParty", names: ({ parties }) => named(parties) };
const revision: Naming = { form: "RevisionNumber", known: "KnownRevision", names: revisionNames };
const interpretation: Naming = {
  form: "DashedName",
  known: "KnownInterpretation",
  names: ({ interpretations }) => named(interpretations),
};

/** What each key of rule files names, wherever it stands. */
const namings: Readonly<Record<string, Naming>> = {
  fact,
  in: list,
  governedBy: date,
  clause,
  clauses: clause,
  decision,
  headline: decision,
  item: field,
  of: field,
  bearer: party,
  knownBy: party,
  applicants: party,
  revision,
  reading: interpretation,
  interpretations: interpretation,
};

/** A schema whose keys list the names that there are, and the definitions that it needs for that. */
export interface WithNames {
  readonly schema: Schema;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Has every key that names a part of the procedure list the parts that there are. */
export function withNames(generic: Schema, words: Vocabulary): WithNames {
  const definitions: Record<string, Schema> = {};
  const renamed = (part: Schema, { form, known, names }: Naming): Schema => {
    if (part.$ref !== `#/definitions/${form}`) return part;
    const list = names(words);
    definitions[known] ??= oneOfOrNew(list, reference(form));
    // An editor shows the first description that it finds, and that of the name is to be it.
    const { description: _, ...bare } = part;
    return { ...(isLong(list) ? bare : part), ...reference(known) };
  };
  const walk = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(walk);
    return isSchema(part) ? walkBlock(part) : part;
  };
  const walkBlock = (block: Schema): Schema => {
    const walked = Object.entries(block).map(([key, part]): readonly [string, Json] =>
      key === "properties" && isSchema(part) ? [key, properties(part)] : [key, walk(part)],
    );
    return Object.fromEntries(walked);
  };
  const properties = (block: Schema): Schema =>
    Object.fromEntries(
      Object.entries(block).map(([key, part]) => {
        const naming = Object.hasOwn(namings, key) ? namings[key] : undefined;
        if (naming === undefined || !isSchema(part)) return [key, walk(part)];
        const items = isSchema(part.items) ? { items: renamed(part.items, naming) } : {};
        return [key, { ...walkBlock(renamed(part, naming)), ...("$ref" in (items.items ?? {}) ? items : {}) }];
      }),
    );
  return { schema: walkBlock(generic), definitions };
}
