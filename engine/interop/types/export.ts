import { sayValue } from "../../explain/value-words.ts";
import type { ValueType } from "../../language/value-type.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { clauseWords, obligationWords } from "../schema/words.ts";
import { factTypes } from "./facts.ts";
import { aliasText, interfaceText, type Member, unionText } from "./text.ts";

/** How every file of types begins. */
export const typesBeginning = "// The types of ";

/**
 * The types of a revision as a TypeScript module that imports nothing: its facts, the outcomes of its decisions, its
 * clauses, duties, derived values and readings, and one type that holds them all, named after the procedure.
 */
export function typesOf(model: RevisionModel): string {
  const { procedure, title, entry, digest } = model;
  const name = typeName(procedure);
  const all = ["facts: Facts", "outcomes: Outcomes", "clauses: ClauseId", "obligations: Obligations"];
  const members = [...all, "derived: Derived", "readings: Readings"].map((line): Member => {
    const [key = "", type = ""] = line.split(": ");
    return { key, type };
  });
  return [
    `${typesBeginning}${procedure}, revision ${entry.revision} (${digest}). Made of its rules: to change them, make it anew.\n`,
    aliasText("IsoDate", "A calendar date, `YYYY-MM-DD`. That it is one is checked when a case is decided.", "string"),
    factTypes([...model.facts.values()]),
    interfaceText("Outcomes", "The decisions, each with its outcomes, from best to worst.", outcomes(model)),
    interfaceText("ClauseTitles", "The clauses, each with its title.", clauses(model)),
    aliasText("ClauseId", "The id of a clause.", "keyof ClauseTitles"),
    interfaceText("Obligations", "The duties, each with the one who bears it.", obligations(model)),
    interfaceText("Derived", "The values that clauses define; each may be none as well.", derived(model)),
    readingTypes(model),
    interfaceText(name, `${title}, revision ${entry.revision}: what the compiler is to know of it.`, members),
  ].join("\n");
}

function outcomes({ decisions }: RevisionModel): readonly Member[] {
  return [...decisions.values()].map((decision) => ({
    key: decision.id,
    type: unionText(decision.outcomes.keys()),
    says: [decision.title, [...decision.outcomes].map(([id, says]) => `\`${id}\`: ${says}`).join(" ")],
  }));
}

function clauses(model: RevisionModel): readonly Member[] {
  return [...model.clauses.values()].map((clause) => ({
    key: clause.id,
    type: JSON.stringify(clause.title),
    says: [clauseWords(clause)],
  }));
}

function obligations(model: RevisionModel): readonly Member[] {
  return [...model.obligations.values()].map((duty) => ({
    key: duty.id,
    type: unionText([duty.bearer]),
    says: [obligationWords(duty, model)],
  }));
}

/** A list can be worked with in rules, and is no part of a result. */
function derived(model: RevisionModel): readonly Member[] {
  return [...model.derived.values()].flatMap(({ id, clause, value }): readonly Member[] => {
    const type = printedType(value.type);
    if (type === undefined) return [];
    return [{ key: id, type, says: [`Clause ${clause}: ${sayValue(value, { model })}.`] }];
  });
}

function readingTypes({ switchable, interpretations }: RevisionModel): string {
  const says = "The interpretations that can be read otherwise, each with its alternatives.";
  // An interface without members would let anything pass.
  if (switchable.size === 0) return aliasText("Readings", says, "Readonly<Record<string, never>>");
  const members = [...switchable].map(
    ([id, alternatives]): Member => ({
      key: id,
      optional: true,
      type: unionText(alternatives),
      says: [interpretations.get(id)?.question ?? id],
    }),
  );
  return interfaceText("Readings", says, members);
}

function printedType(type: ValueType): string | undefined {
  switch (type.kind) {
    case "boolean":
      return "boolean";
    case "date":
      return "IsoDate";
    case "number":
      return "number";
    case "choice":
      return unionText(type.options);
    case "text":
      return "string";
    case "none":
      return "null";
    case "list":
    case "record":
      return undefined;
    default:
      return type satisfies never;
  }
}

/** The names that are taken, whatever the procedure is called. */
const taken: readonly string[] =
  "IsoDate FactsById Facts Outcomes ClauseTitles ClauseId Obligations Derived Readings".split(" ");

/** The id of a procedure, words joined by `_`, as the name of a type. */
function typeName(procedure: string): string {
  const name = procedure
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return taken.includes(name) ? `${name}Procedure` : name;
}
