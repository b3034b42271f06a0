import type { Condition } from "./condition.ts";
import type { ClauseId, DashedName, FactId, IsoDate, Name, RevisionNumber, Text } from "./primitives.ts";
import type { Value } from "./value.ts";

/** A file of clauses: one section of the procedure. */
export interface ClausesFile {
  /** The number of the section. */
  section: ClauseId;
  /** The title of the section. */
  title: Text;
  /**
   * The clauses of the section, in the order of the document.
   * @minItems 1
   */
  clauses: ClauseEntry[];
}

/** What kind of statement a clause makes. */
export type ClauseKind = "requirement" | "permission" | "obligation" | "determination" | "definition" | "informative";

/** A clause of the procedure, with one version for each revision that changed it. */
export interface ClauseEntry {
  /** Its number in the procedure, in quotes. */
  id: ClauseId;
  /** Its title, in every version that has none of its own. */
  title: Text;
  kind: ClauseKind;
  /**
   * Its versions, oldest first. A revision that does not change the clause has no version here.
   * @minItems 1
   */
  versions: ClauseVersion[];
}

/** A clause as one revision states it. */
export interface ClauseVersion {
  /** The revision that brought this version. */
  revision: RevisionNumber;
  /** The day that revision takes effect. */
  effective: IsoDate;
  /** The title of this version, where it is no longer the clause's own. */
  title?: Text;
  /** The clause in our own words. */
  summary: Text;
  /** True where this revision withdraws the clause. */
  retired?: boolean;
  /** Why nothing of an informative clause is encoded. */
  notEncoded?: Text;
  /** When the clause applies; always, where left out. */
  appliesWhen?: Condition;
  /** What the clause demands where it applies. */
  requires?: Condition;
  /** Values and conditions that the clause defines, by name, for use anywhere in the procedure. */
  derives?: Record<FactId, Derivation>;
  /** Duties that the clause lays on someone, by name. */
  obligations?: Record<Name, ObligationEntry>;
  /** The interpretations that this encoding rests on. */
  interpretations?: DashedName[];
}

/** What a derived value is: a condition (its value is then yes or no) or a value. */
export type Derivation = Condition | Value;

/** A duty: who bears it, until when, and how one sees that it was done. */
export interface ObligationEntry {
  /** Who must do it: a party declared in `procedure.yaml`. */
  bearer: Name;
  /** What must be done, in our own words. */
  duty: Text;
  /** When the duty applies, on top of the clause's own `appliesWhen`. */
  appliesWhen?: Condition;
  /** The last day that still counts. */
  due?: Value;
  /** The day it was done; none while it has not been. */
  done?: Value;
  /** For a duty whose performance has no date: when it counts as performed. */
  performedWhen?: Condition;
  /** For a duty that lasts: the day from which it has been fulfilled. */
  keepUntil?: Value;
}
