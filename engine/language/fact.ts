import type { Condition } from "./condition.ts";
import type { FactId, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";

/** The file of facts: everything that a case can say. */
export interface FactsFile {
  /**
   * The facts, in the order in which a form would ask for them.
   * @minItems 1
   */
  facts: FactEntry[];
  /** Combinations of facts that can't be true together. */
  contradictions?: ContradictionEntry[];
}

/** A fact of a case. */
export type FactEntry = FactDetails & FactType;

/** What every fact declares, whatever its type. */
export interface FactDetails {
  /** The id under which cases and conditions name it. */
  id: FactId;
  /** The revision that brought this version of the fact; the first revision, where left out. */
  revision?: RevisionNumber;
  /** True where that revision no longer asks for the fact. */
  retired?: boolean;
  /** What the fact is, as a phrase for use inside a sentence. */
  label: Text;
  /** The question that asks for it, in plain words. */
  question: Text;
  /** Who knows the answer: a party declared in `procedure.yaml`. */
  knownBy: Name;
  /** Whether `null` (known to be none, has not happened) is a possible answer. */
  orNone?: boolean;
  /**
   * False where nobody can change it: what kind of case it is, or what has gone before. Advice on what would change an
   * outcome leaves such a fact as it is. It decides nothing, and is no part of the content.
   */
  changeable?: boolean;
}

/** The type of a fact, of a field or of a list element. */
export type FactType =
  | BooleanType
  | DateType
  | IntegerType
  | NumberType
  | ChoiceType
  | TextType
  | ListType
  | RecordType;

/** Yes or no. */
export interface BooleanType {
  type: "boolean";
}

/** A calendar date. */
export interface DateType {
  type: "date";
  /** The earliest date that makes sense. */
  from?: IsoDate;
  /** The latest date that makes sense. */
  to?: IsoDate;
}

/** A whole number with a unit. */
export interface IntegerType {
  type: "integer";
  /** What is counted or measured. */
  unit: Name;
  /** The least that makes sense. */
  min?: number;
  /** The most that makes sense. */
  max?: number;
}

/** A number with a unit. It may have decimals, and is reckoned with exactly. */
export interface NumberType {
  type: "number";
  /** What is counted or measured. */
  unit: Name;
  /** The least that makes sense. */
  min?: number;
  /** The most that makes sense. */
  max?: number;
}

/** One of a fixed list of options. */
export interface ChoiceType {
  type: "choice";
  /** The options: the id of each, and what it means as a phrase. */
  options: Record<Name, Text>;
}

/** A name: any text, or a number read as text. */
export interface TextType {
  type: "text";
}

/** A list of elements of one type. */
export interface ListType {
  type: "list";
  /** The type of each element. */
  of: FactType;
}

/** The fields of a list element. */
export interface RecordType {
  type: "record";
  /** The fields: the name of each, and its type. */
  fields: Record<Name, FactType>;
}

/** A combination of facts that can't be: where the condition is known to be true, the case is refused. */
export interface ContradictionEntry {
  /** The name of the contradiction. */
  id: Name;
  /** The revision that brought it; the first revision, where left out. */
  revision?: RevisionNumber;
  /** True where that revision withdraws it. */
  retired?: boolean;
  /** The impossible combination, asked of facts alone. */
  when: Condition;
  /** Why the facts can't be so together. */
  says: Text;
}
