import { isSchema, type Json, type Listed, oneOf, oneOfOrNew, type Schema } from "./json-schema.ts";
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
  const { definitions } = schema;
  if (!isSchema(definitions)) return schema;
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
      return { ...own, properties: firstKeys(definition, all) };
    case "OperatorName":
      return { ...own, ...oneOf(operatorNames) };
    case "FactCondition":
      return { ...own, allOf: valuesOfFacts(words) };
    case "DecisionCondition":
      return { ...own, allOf: outcomesAsked(words) };
    case "ReadingCondition":
      return { ...own, allOf: alternativesAsked(words) };
    case "DecisionEntry":
      return { ...own, allOf: outcomesOfRows(words) };
    default:
      return own;
  }
}

/**
 * The keys that say what a node is, each with what it then is. The schema tells the nodes apart by the key that is
 * there, so without this an editor would have nothing to offer where none is there yet.
 */
function firstKeys(definition: Schema, all: Schema): Schema {
  const members = referencesIn(definition).map((name) => all[name]);
  return Object.fromEntries(
    keysOf(definition).map((key) => {
      const says = members.flatMap((one) => {
        const isMeant = isSchema(one) && Array.isArray(one.required) && one.required[0] === key;
        return isMeant && typeof one.description === "string" ? [one.description] : [];
      });
      return [key, { description: [...new Set(says)].join(" ") }];
    }),
  );
}

/** The keys of which exactly one says what a node is. */
function keysOf(part: Json): readonly string[] {
  if (!isSchema(part)) return [];
  const { oneKeyOf } = part;
  if (Array.isArray(oneKeyOf)) return oneKeyOf.filter((one): one is string => typeof one === "string");
  return Object.values(part).flatMap(keysOf);
}

/** The definitions that a schema names, in order. */
function referencesIn(part: Json): readonly string[] {
  if (!isSchema(part)) return [];
  const own = typeof part.$ref === "string" ? [part.$ref.replace("#/definitions/", "")] : [];
  return [...own, ...Object.values(part).flatMap(referencesIn)];
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
