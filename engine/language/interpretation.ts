import type { DashedName, Name, RevisionNumber, Text } from "./primitives.ts";

/** The register of interpretations: one entry for each place where the source leaves a question open. */
export interface InterpretationsFile {
  /** The interpretations; none, where nothing is unclear. */
  interpretations: InterpretationEntry[];
}

/** How one unclear place of the source is read. */
export interface InterpretationEntry {
  /** The name under which clauses and callers refer to it. */
  id: DashedName;
  /** The revision that brought this version of the entry; the first revision, where left out. */
  revision?: RevisionNumber;
  /** True where that revision no longer needs the entry. */
  retired?: boolean;
  /** What the source leaves open. */
  question: Text;
  /** How it is read here. */
  reading: Text;
  /** Why it is read so. */
  why: Text;
  /**
   * The other ways in which it could be read.
   * @minItems 1
   */
  alternatives: AlternativeEntry[];
}

/** Another way to read an unclear place. A caller can switch it on where some condition asks for it with `reading`. */
export interface AlternativeEntry {
  /** The name under which a caller switches it on. */
  id: Name;
  /** How the place would be read then. */
  says: Text;
}
