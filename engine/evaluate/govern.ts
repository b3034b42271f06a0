import type { Day } from "../calendar/day.ts";
import { writtenDay } from "../calendar/remember.ts";
import type { GovernedBy, Warning } from "../language/result.ts";
import { evaluationDateId, type RevisionModel } from "../procedure/model.ts";
import { nearestName } from "../procedure/reporter.ts";
import { excerpt } from "../source/excerpt.ts";
import type { Place } from "../source/place.ts";
import { type Problem, ProblemsError } from "../source/problem.ts";
import type { Locate } from "./facts.ts";
import { governingDate } from "./governing-date.ts";
import { describeRevisions, inForceOn, isApproved } from "./in-force.ts";
import { at, type LocateInput } from "./input-places.ts";

/** Which revision decides a case, and why. */
export interface Governing {
  readonly model: RevisionModel;
  readonly governedBy: GovernedBy;
  readonly warnings: readonly Warning[];
  /**
   * While the governing fact is unknown: the other revisions that could turn out to govern, and whether none may. What
   * they would decide differently is not settled.
   */
  readonly rivals: readonly RevisionModel[];
  readonly perhapsNone: boolean;
}

/**
 * Selects the revision for a case: the one named, or the approved one that is in force on the governing date. That is
 * the governing fact; where it is known to be none, the evaluation date. Where it is unknown, the evaluation date's
 * revision decides what every other approved revision would decide alike.
 *
 * @throws ProblemsError where the named revision is not there, or none governs.
 */
export function govern(
  models: readonly RevisionModel[],
  facts: object,
  asOf: Day,
  named: string | undefined,
  locate?: Locate,
  locateInput?: LocateInput,
): Governing {
  const governedByFact = models[0]?.governedBy ?? evaluationDateId;
  const { governedBy, known, spot } = governingDate(facts, governedByFact, asOf);
  const placeOfDate = (fact: string): Place | undefined =>
    fact === evaluationDateId
      ? (locateInput?.("asOf") ?? locateInput?.("facts", undefined, "key"))
      : spot && locate?.(spot.container, spot.key, "value");
  const approved = models.filter(isApproved);
  const inForce = (date: Day) => inForceOn(models, date);
  if (named !== undefined) return override(models, named, governedBy, inForce(known ?? asOf), locateInput);
  if (known !== undefined) {
    const model = inForce(known);
    if (model === undefined) throw noneGoverns(models, governedBy, placeOfDate(governedBy.fact));
    return { model, governedBy, warnings: [], rivals: [], perhapsNone: false };
  }
  const model = inForce(asOf) ?? approved.findLast(({ effective }) => effective <= asOf) ?? approved[0];
  if (model === undefined) {
    throw noneGoverns(models, { fact: evaluationDateId, date: writtenDay(asOf) }, placeOfDate(evaluationDateId));
  }
  const perhapsNone = inForce(asOf) === undefined;
  const rivals = approved.filter((other) => other !== model);
  return { model, governedBy, warnings: unsettled(model, governedBy.fact, rivals, perhapsNone), rivals, perhapsNone };
}

/** What governs on a known date of the governing fact; nothing where no revision does. */
export function governedOn(models: readonly RevisionModel[], date: Day): Governing | undefined {
  const model = inForceOn(models, date);
  if (model === undefined) return undefined;
  const governedBy = { fact: model.governedBy, date: writtenDay(date) };
  return { model, governedBy, warnings: none, rivals: none, perhapsNone: false };
}

const none: readonly never[] = Object.freeze([]);

function override(
  models: readonly RevisionModel[],
  named: string,
  governedBy: GovernedBy,
  inForce: RevisionModel | undefined,
  locateInput: LocateInput | undefined,
): Governing {
  const model = models.find(({ entry }) => entry.revision === named);
  if (model === undefined) {
    const near = nearestName(
      "revision",
      named,
      models.map(({ entry }) => entry.revision),
    );
    throw new ProblemsError([
      {
        code: "unknown-revision",
        severity: "error",
        message: `there is no revision ${excerpt(named)}`,
        ...at(locateInput?.("revision")),
        expected: `one of ${describeRevisions(models)}`,
        ...(near === undefined ? {} : { nearest: near }),
        remedy: near === undefined ? "name a revision that there is" : `write "${near}"`,
      },
    ]);
  }
  const warnings: Warning[] = [];
  if (inForce !== model) {
    const governs = inForce === undefined ? "no revision governs" : `revision ${inForce.entry.revision} governs`;
    warnings.push({
      code: "revision-overridden",
      message: `decided by revision ${named} because it was named; by its date, ${governs}`,
      facts: [governedBy.fact],
    });
  }
  if (model.entry.status === "draft") {
    warnings.push({ code: "draft-revision", message: `revision ${named} is a draft, approved by nobody`, facts: [] });
  }
  return { model, governedBy, warnings, rivals: [], perhapsNone: false };
}

function unsettled(
  model: RevisionModel,
  fact: string,
  rivals: readonly RevisionModel[],
  perhapsNone: boolean,
): readonly Warning[] {
  if (rivals.length === 0 && !perhapsNone) return [];
  const others = rivals.map(({ entry }) => entry.revision).join(", ");
  const doubt = perhapsNone ? "no revision governs on the evaluation date" : `revision ${others} may govern instead`;
  return [
    {
      code: "revision-not-settled",
      message: `\`${fact}\` is unknown, so the governing revision is not settled: shown by revision ${model.entry.revision}, but ${doubt}`,
      facts: [fact],
    },
  ];
}

function noneGoverns(
  models: readonly RevisionModel[],
  { fact, date }: GovernedBy,
  place: Place | undefined,
): ProblemsError {
  const approved = models.filter(isApproved);
  const problem: Problem = {
    code: "no-governing-revision",
    severity: "error",
    message: `no approved revision is in force on ${date} (\`${fact}\`)`,
    ...at(place),
    expected:
      approved.length > 0
        ? `a date within ${describeRevisions(approved)}`
        : `an approved revision, not only ${describeRevisions(models)}`,
    remedy: `${approved.length > 0 ? "check the date, or name" : "name"} the revision to decide by (revision ${models.map(({ entry }) => entry.revision).join(" or ")})`,
  };
  return new ProblemsError([problem]);
}
