import type { WitnessCase } from "../cases/witness-case.ts";
import type { Approval } from "../language/procedure.ts";
import type { Place } from "../source/place.ts";

/** Everything that a comparison of two revisions found. */
export interface DiffReport {
  readonly base: SideView;
  readonly head: SideView;
  /** What is written differently, in the order of the procedure; empty where only formatting or nothing differs. */
  readonly structure: readonly StructureChange[];
  readonly behaviour: Behaviour;
  /** What becomes of a population of cases, where one was given. */
  readonly impact?: Impact;
}

/** One side of a comparison. */
export interface SideView {
  /** The side as the reader named it: a revision number, a directory, or `git-ref:path`. */
  readonly given: string;
  readonly procedure: string;
  readonly revision: string;
  readonly status: "draft" | "approved";
  /** The first day on which it governs, `YYYY-MM-DD`. */
  readonly effective: string;
  /** The first day on which it no longer governs; `null` where it has no end. */
  readonly until: string | null;
  readonly approval: Approval | null;
  /** What the revision says it changes. */
  readonly note: string;
  readonly digest: string;
}

/** What kind of thing is written differently. */
export type Subject = "procedure" | "clause" | "fact" | "contradiction" | "decision" | "interpretation";

/** What became of one thing of the procedure from one side to the other. */
export interface StructureChange {
  readonly subject: Subject;
  /** Its id on the head side; on the base side where it was retired. */
  readonly id: string;
  /** Its title, label or question. */
  readonly title: string;
  readonly change: "added" | "retired" | "renumbered" | "reworded" | "changed";
  /** The id that it had on the base side, where it was renumbered. */
  readonly formerId?: string;
  /** Every value that differs; for an added or a retired thing, none. */
  readonly values: readonly ValueChange[];
  /** Where it stands on each side that has it. */
  readonly basePlace?: Place;
  readonly headPlace?: Place;
}

/** One value that is written differently. */
export interface ValueChange {
  /** Where in the thing it stands, the keys joined by dots: `requires.value`, `outcomes.2.says`. */
  readonly path: string;
  /** The value in one line of YAML; left out where that side has none. */
  readonly before?: string;
  readonly after?: string;
  /** Whether only words for people are concerned, which decide nothing. */
  readonly wording: boolean;
  readonly basePlace?: Place;
  readonly headPlace?: Place;
}

/** What the differences do to cases. */
export interface Behaviour {
  readonly decisions: readonly Effect[];
  /** The clauses that are written differently, and those whose results differ because of them. */
  readonly clauses: readonly Effect[];
  /** Which cases are refused as impossible: out of bounds, or contradicting themselves. */
  readonly input: Effect;
  readonly scope: ProofScope;
}

/**
 * Which way a difference goes for the applicant: `tightens` where some cases come out worse and none better,
 * `loosens` the other way round, `mixed` where both happen or neither word fits, `none` where that is proved, and
 * `unknown` where no difference was found and none ruled out.
 */
export type EffectName = "tightens" | "loosens" | "mixed" | "none" | "unknown";

/** What the differences do to one decision, to one clause, or to what may be given. */
export interface Effect {
  readonly subject: "decision" | "clause" | "input";
  readonly id: string;
  readonly title: string;
  readonly effect: EffectName;
  /** Whether some case comes out worse. */
  readonly worse: Finding;
  /** Whether some case comes out better. */
  readonly better: Finding;
  /** Whether some case comes out differently, neither better nor worse. */
  readonly otherwise: Finding;
  /** Names this finding as long as the rules that cause it stay as they are: 12 hexadecimal digits. */
  readonly fingerprint: string;
}

/** Whether there is a case of some kind. */
export type Finding =
  | { readonly kind: "found"; readonly witness: Witness }
  /** None, because the formulas are the same on both sides, or because the solver found it impossible. */
  | { readonly kind: "ruled-out"; readonly by: "identity" | "solver" }
  /** None among the cases tried, which proves nothing. */
  | { readonly kind: "not-found"; readonly tried: number };

/** A complete and valid case that is decided differently, replayed through the evaluator on both sides. */
export interface Witness {
  /** The case, ready to be saved as a file and evaluated. */
  readonly case: WitnessCase;
  /** What sets it apart from an ordinary case, the fewest facts that were found to do. */
  readonly unusual: readonly UnusualFact[];
  /** What comes out differently: `decision submission`, `clause 2.1.3`, `obligation corrections`, `value reader.owed`. */
  readonly shows: string;
  /** What it comes to on each side: an outcome, a status, a status and a due date, a value, `accepted` or `refused` for input. */
  readonly before: string;
  readonly after: string;
  /** The clauses written differently (or the decision itself, `decision ID`) that make the difference in this case. */
  readonly responsible: readonly string[];
  /** The decisions that come out differently on this case, the one shown included. */
  readonly decisions: readonly { readonly id: string; readonly before: string; readonly after: string }[];
}

/** A fact of a witness that differs from the ordinary case beside it. */
export interface UnusualFact {
  /** The id of the fact, `evaluation.as_of`, or `reading ID`. */
  readonly fact: string;
  readonly label: string;
  /** As a case file has it. */
  readonly value: unknown;
  readonly ordinary: unknown;
}

/** For which cases `none` was proved. */
export interface ProofScope {
  /** The years in which every date of a case lies, both included. */
  readonly fromYear: number;
  readonly toYear: number;
  /** The most elements that a list has. */
  readonly longestList: number;
  /** What else the proof takes for granted, one sentence each. */
  readonly assumptions: readonly string[];
  /** How many cases were run through the evaluator on both sides. */
  readonly tried: number;
}

/** What becomes of a population of cases. */
export interface Impact {
  readonly cases: number;
  /** Those that one side or both can't decide, with the reason of the first few. */
  readonly refused: readonly {
    readonly case: string;
    readonly side: "base" | "head" | "both";
    readonly message: string;
  }[];
  readonly refusedCount: number;
  /** Only transitions from one outcome to another. */
  readonly transitions: readonly Transition[];
  /** How many cases come out the same in every decision. */
  readonly unchanged: number;
}

/** Cases that go from one outcome of a decision to another. */
export interface Transition {
  readonly decision: string;
  /** An outcome, or `undetermined`. */
  readonly before: string;
  readonly after: string;
  readonly count: number;
  readonly direction: "worse" | "better" | "otherwise";
  /** The clauses that make the difference, with the number of cases. */
  readonly clauses: readonly { readonly clause: string; readonly count: number }[];
  /** The names of the first few cases. */
  readonly first: readonly string[];
}
