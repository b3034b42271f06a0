import type { Day } from "../../../calendar/day.ts";
import { writtenDay } from "../../../calendar/remember.ts";
import { governingDate } from "../../../evaluate/governing-date.ts";
import { describeRevisions, inForceOn, isApproved, type Term } from "../../../evaluate/in-force.ts";
import type { GovernedBy } from "../../../language/result.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { excerpt } from "../../../source/excerpt.ts";
import { type Problem, ProblemsError } from "../../../source/problem.ts";

/** Rules of one revision, and what else there is. */
interface Exported {
  readonly model: RevisionModel;
  /** The other approved revisions. */
  readonly others: readonly Term[];
}

/** A case, as far as it says by which revision it is to be decided. */
interface Case {
  readonly facts: object;
  readonly asOf: Day;
  /** The revision that it names. */
  readonly revision: string | undefined;
}

/**
 * Makes sure that a case is one for rules of this revision: that the revision is in force on the governing date, or that
 * the case names it.
 *
 * @returns what is in doubt while the governing fact is unknown; nothing where nothing is. The library then settles what
 * every revision that may govern comes to alike, and rules of one of them can't tell what that is
 * @throws ProblemsError where another revision governs, or none, or the case names another
 */
export function doubtOf(exported: Exported, { facts, asOf, revision }: Case): Problem | undefined {
  const { model, others } = exported;
  if (revision === model.entry.revision) return undefined;
  if (revision !== undefined) throw new ProblemsError([otherNamed(revision, model)]);
  if (!isApproved(model)) throw new ProblemsError([draft(model)]);
  const { known, governedBy } = governingDate(facts, model.governedBy, asOf);
  const governs = inForceOn<Term>([model, ...others], known ?? asOf);
  if (known === undefined) return governs === model && others.length === 0 ? undefined : notSettled(exported, asOf);
  if (governs !== model) throw new ProblemsError([notInForce(model, governedBy, governs)]);
  return undefined;
}

/** A revision that is near in number is not offered: whoever names another may well mean it. */
function otherNamed(named: string, model: RevisionModel): Problem {
  const { revision } = model.entry;
  return {
    code: "unknown-revision",
    severity: "error",
    message: `the case names revision ${excerpt(named)}, and these are the rules of revision ${revision}`,
    expected: describeRevisions([model]),
    remedy: `take the rules of the revision that the case names, or ${override(model)}`,
  };
}

function draft(model: RevisionModel): Problem {
  return {
    code: "no-governing-revision",
    severity: "error",
    message: `these are the rules of revision ${model.entry.revision}, a draft, which governs no case`,
    expected: `rules of an approved revision, not of ${describeRevisions([model])}`,
    remedy: `take the rules of an approved revision, or ${override(model)}`,
  };
}

function notInForce(model: RevisionModel, { fact, date }: GovernedBy, governs: Term | undefined): Problem {
  const { revision } = model.entry;
  const on = `on ${date} (\`${fact}\`)`;
  const other = governs?.entry.revision;
  return {
    code: "no-governing-revision",
    severity: "error",
    message:
      other === undefined
        ? `no approved revision is in force ${on}, and these are the rules of revision ${revision}`
        : `revision ${other} is in force ${on}, and these are the rules of revision ${revision}`,
    expected: `a date within ${describeRevisions([model])}`,
    remedy: `check the date, ${other === undefined ? "" : `take the rules of revision ${other}, `}or ${override(model)}`,
  };
}

function notSettled({ model, others }: Exported, asOf: Day): Problem {
  const { entry, governedBy } = model;
  const rivals = others.map((other) => other.entry.revision).join(", ");
  const doubt =
    inForceOn<Term>([model, ...others], asOf) === undefined
      ? `no revision governs on the evaluation date, ${writtenDay(asOf)}`
      : `revision ${rivals} may govern instead`;
  return {
    code: "revision-not-settled",
    severity: "error",
    message: `\`${governedBy}\` is unknown, so it is not settled that revision ${entry.revision} governs, whose rules these are: ${doubt}`,
    expected: `\`${governedBy}\`, a date within ${describeRevisions([model])}`,
    remedy: `give the date, or ${override(model)}`,
  };
}

function override({ entry: { revision } }: RevisionModel): string {
  return `name \`revision: "${revision}"\` in the case, to decide by these all the same`;
}
