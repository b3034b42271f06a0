import type { ValueType } from "../../language/value-type.ts";
import { withOwnExamples } from "./examples.ts";
import { factsSchema } from "./fact-schema.ts";
import { anyOf, block, isSchema, type Json, oneOf, oneOfOrNew, reference, type Schema } from "./json-schema.ts";
import { outcomesOf, revisionNames } from "./lists.ts";
import type { NamedDerived, Vocabulary } from "./vocabulary.ts";

/**
 * The schema of cases, for one procedure: its facts with their types and bounds, and what a fixture can expect. A name
 * that there is not is an error, as it is when the case is decided.
 *
 * @param generic the schema of cases of any procedure
 */
export function caseSchema(generic: Schema, words: Vocabulary): Schema {
  const { properties, definitions } = generic;
  if (!isSchema(properties) || !isSchema(definitions)) return generic;
  const own = withOwnExamples(definitions, []);
  const { Expectation: expectation } = own;
  return {
    ...generic,
    properties: {
      ...properties,
      revision: { ...oneOfOrNew(revisionNames(words), reference("RevisionNumber")), ...saying(properties.revision) },
      readings: { ...readingsSchema(words), ...saying(properties.readings) },
      facts: { ...factsSchema(words.facts), ...saying(properties.facts) },
    },
    definitions: {
      ...own,
      Expectation: { ...(isSchema(expectation) ? expectation : {}), properties: expected(words) },
    },
    defaultSnippets: [caseSnippet],
  };
}

const caseSnippet: Schema = {
  label: "a new case",
  description: "A case with what is expected of it.",
  body: { case: "$1", title: "$2", asOf: "$3", facts: { $4: "" }, expect: { decisions: { $5: "" } } },
};

function readingsSchema({ interpretations, switchable }: Vocabulary): Schema {
  return block(
    Object.fromEntries(
      interpretations.flatMap(({ id, says, newest }) => {
        const names = switchable.get(id);
        if (names === undefined) return [];
        const alternatives = names.map((name) => ({
          name,
          says: newest.alternatives.find((one) => one.id === name)?.says ?? name,
        }));
        return [[id, { description: says, ...oneOf(alternatives) }]];
      }),
    ),
  );
}

function expected(words: Vocabulary): Schema {
  return {
    decisions: {
      description: "Decision to outcome; `null` for undetermined.",
      ...each(words.decisions, (decision) =>
        oneOf([...outcomesOf(decision), { name: null, says: "Cannot be told from these facts." }]),
      ),
    },
    clauses: { description: "Clause to status.", ...each(words.clauses, () => reference("ClauseStatus")) },
    obligations: {
      description: "Duty to the day by which it is due, and how it stands.",
      ...each(words.obligations, () => reference("ObligationExpectation")),
    },
    derived: {
      description: "Derived values: dates as `YYYY-MM-DD`.",
      ...each(words.derived, ({ parts }) => anyOf(parts.map(derivedSchema))),
    },
    ...(words.contradictions.length === 0 ? {} : { refused: refusedSchema(words) }),
  };
}

function refusedSchema({ contradictions }: Vocabulary): Schema {
  return {
    description: "The contradiction for which the case is refused; nothing else is expected then.",
    ...oneOf(contradictions.map(({ id, says }) => ({ name: id, says }))),
  };
}

/** A block with a key for each named part, described. */
function each<Part extends { readonly id: string; readonly says: string }>(
  parts: readonly Part[],
  schema: (part: Part) => Schema,
): Schema {
  return block(Object.fromEntries(parts.map((part) => [part.id, { description: part.says, ...schema(part) }])));
}

/** What a result can say of a derived value. */
export function derivedSchema({ type }: NamedDerived): Schema {
  return anyOf([valueSchema(type), { type: "null" }]);
}

function valueSchema(type: ValueType): Schema {
  switch (type.kind) {
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "number":
      return { type: "number" };
    case "choice":
      return { enum: [...type.options] };
    case "text":
      return { type: "string" };
    case "list":
    case "record":
    case "none":
      return {};
    default:
      return type satisfies never;
  }
}

/** The description of a part of the generic schema, to stand in what takes its place. */
function saying(part: Json | undefined): Schema {
  return isSchema(part) && part.description !== undefined ? { description: part.description } : {};
}
