import { withOwnExamples } from "./examples.ts";
import { block, isSchema, type Json, type Listed, oneOf, oneOfOrNew, type Schema } from "./json-schema.ts";
import { operatorNames, optionsOf, outcomesOf } from "./lists.ts";
import { withNames } from "./references.ts";
import { snippetsFor } from "./snippets.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The schema of one kind of rule file, for one procedure: wherever a name can stand, those that there are, each
 * explained. A name that there is not passes, as long as it has the form of one: it may only just be coming into being.
 *
 * @param generic the schema of such files of any procedure
 */
export function ruleSchema(generic: Schema, words: Vocabulary): Schema {
  const { schema, definitions: known } = withNames(generic, words);
  if (!isSchema(schema.definitions)) return schema;
  const definitions = withOwnExamples(schema.definitions, words.parts);
  const specialised = Object.entries(definitions).map(([name, definition]): readonly [string, Json] => [
    name,
    isSchema(definition) ? specialise(name, definition, definitions, words) : definition,
  ]);
  return { ...schema, definitions: { ...Object.fromEntries(specialised), ...known } };
}

function specialise(name: string, definition: Schema, all: Schema, words: Vocabulary): Schema {
  const own = { ...definition, ...snippetsFor(name, words) };
  switch (name) {
    case "Condition":
    case "Value":
    case "Derivation":
      return { ...own, ...withFirstKeys(definition, all) };
    case "OperatorName":
      return { ...own, ...oneOf(operatorNames) };
    case "FactCondition":
      return { ...own, ...allOf(valuesOfFacts(words)) };
    case "DecisionCondition":
      return { ...own, ...allOf(outcomesAsked(words)) };
    case "ReadingCondition":
      return { ...own, ...allOf(alternativesAsked(words)) };
    case "DecisionEntry":
      return { ...own, ...allOf(outcomesOfRows(words)) };
    default:
      return own;
  }
}

/**
 * A choice between nodes with one more branch, for where none of their keys is there yet: it has all of them, each with
 * what the node then is. The schema tells the nodes apart by their keys, so an editor would have nothing to offer there.
 */
function withFirstKeys(choice: Schema, all: Schema): Schema {
  const { oneKeyOf, if: test, then, else: other, ...rest } = choice;
  if (oneKeyOf === undefined) {
    return isSchema(then) ? { ...choice, then: withFirstKeys(then, all) } : choice;
  }
  const keys = keysOf(choice);
  const isThere = { anyOf: keys.map((key) => ({ required: [key] })) };
  const dispatch = Object.fromEntries(
    Object.entries({ if: test, then, else: other }).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])),
  );
  return { ...rest, oneKeyOf, if: isThere, then: dispatch, else: block(firstKeys(keys, referencesIn(choice), all)) };
}

function firstKeys(keys: readonly string[], members: readonly string[], all: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    keys.map((key) => {
      const says = members.flatMap((name) => {
        const member = all[name];
        const isMeant = isSchema(member) && Array.isArray(member.required) && member.required.includes(key);
        return isMeant && typeof member.description === "string" ? [member.description] : [];
      });
      return [key, { description: [...new Set(says)].join(" ") }];
    }),
  );
}

/** The keys of which exactly one says what a node is. */
function keysOf({ oneKeyOf }: Schema): readonly string[] {
  return Array.isArray(oneKeyOf) ? oneKeyOf.filter((one): one is string => typeof one === "string") : [];
}

/** The definitions that a schema names, in order. */
function referencesIn(part: Json): readonly string[] {
  if (!isSchema(part)) return [];
  const own = typeof part.$ref === "string" ? [part.$ref.replace("#/definitions/", "")] : [];
  return [...own, ...Object.values(part).flatMap(referencesIn)];
}

/** That all of these hold; nothing, where there are none. */
function allOf(parts: readonly Schema[]): Schema {
  return parts.length === 0 ? {} : { allOf: parts };
}

/** For each fact that is one of several options: those that `value` can name. */
function valuesOfFacts({ facts }: Vocabulary): readonly Schema[] {
  return facts.flatMap(({ id, parts }) => {
    const options = optionsOf(parts.map(({ entry }) => entry));
    return options.length === 0 ? [] : [whereIs("fact", id, { value: oneOrMore(options) })];
  });
}

/** For each decision: the outcomes that can be asked for. */
function outcomesAsked({ decisions }: Vocabulary): readonly Schema[] {
  return decisions.map((decision) => whereIs("decision", decision.id, { is: oneOrMore(outcomesOf(decision)) }));
}

/** For each interpretation: the alternatives that can be asked for. */
function alternativesAsked({ interpretations }: Vocabulary): readonly Schema[] {
  return interpretations.map(({ id, newest }) =>
    whereIs("reading", id, {
      is: oneOfOrNew(
        newest.alternatives.map(({ id: name, says }) => ({ name, says })),
        {},
      ),
    }),
  );
}

/** For each decision: the outcomes that its rows can come to. */
function outcomesOfRows({ decisions }: Vocabulary): readonly Schema[] {
  return decisions.map((decision) => {
    const row = { properties: { outcome: oneOfOrNew(outcomesOf(decision), {}) } };
    const version = { properties: { rows: { items: row } } };
    return whereIs("id", decision.id, { versions: { items: version } });
  });
}

/** These names, a list of them, or anything else. */
function oneOrMore(names: readonly Listed[]): Schema {
  const list = { type: "array", items: oneOfOrNew(names, {}) };
  return { anyOf: [oneOf(names), list, {}] };
}

function whereIs(key: string, name: string, then: Readonly<Record<string, Schema>>): Schema {
  return { if: { required: [key], properties: { [key]: { const: name } } }, then: { properties: then } };
}
