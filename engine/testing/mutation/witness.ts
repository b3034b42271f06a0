import { formatDay } from "../../calendar/day.ts";
import { blockLines, caseLines } from "../../cases/case-yaml.ts";
import { clauseStatusOf, derivedOf, isSameValue, obligationOf, outcomeOf } from "../../cases/observe.ts";
import { Pair, type Run, type TrialCase } from "../../cases/pair.ts";
import type { WitnessCase } from "../../cases/witness-case.ts";
import { capital } from "../../explain/names.ts";
import type { Expectation, ObligationExpectation } from "../../language/case.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { nothing } from "./kind.ts";
import type { Mutant } from "./mutant.ts";

/** A case that notices a mutant, as a case file has it. */
export interface MutantWitness {
  readonly name: string;
  readonly title: string;
  /** The revision that decides the case, where its date does not select it. */
  readonly revision: string | undefined;
  readonly case: WitnessCase;
  /** What comes out of it by the rules as they are, and not by the mutant. */
  readonly expect: Expectation;
}

/**
 * The case that notices a mutant, with what the original comes to wherever the mutant comes to something else.
 *
 * @param isGoverned whether the revision decides the case by its date
 */
export function witnessOf(
  trial: TrialCase,
  mutant: Mutant,
  original: RevisionModel,
  isGoverned: (written: WitnessCase) => boolean,
): MutantWitness {
  const pair = new Pair(original, mutant.model);
  const written = pair.write(trial);
  return {
    name: `${mutant.thing.kind}-${mutant.thing.id}-${mutant.kind}`.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase(),
    title: titleOf(mutant),
    revision: isGoverned(written) ? undefined : original.entry.revision,
    case: written,
    expect: expectationOf(trial, mutant, pair),
  };
}

/** What the case shows, for want of a better title: whoever pastes it knows one. */
function titleOf({ thing, before, after }: Mutant): string {
  const what = capital(`${thing.kind === "derived" ? "value" : thing.kind} ${thing.id}`);
  const [own, other] = [before, after].map((text) => text.replace(/:$/, ""));
  if (after === nothing) return `${what} with ${own}`;
  return before === nothing ? `${what} without ${other}` : `${what} with ${own}, not ${other}`;
}

/** The case file, line by line. */
export function witnessLines({ name, title, revision, case: written, expect }: MutantWitness): readonly string[] {
  return [
    ...blockLines("case", name),
    ...blockLines("title", title),
    ...(revision === undefined ? [] : blockLines("revision", revision)),
    ...caseLines(written).map(({ text }) => text),
    ...blockLines("expect", expect),
  ];
}

function expectationOf(trial: TrialCase, { thing }: Mutant, pair: Pair): Expectation {
  const [before, after] = pair.start(trial);
  if (thing.kind === "contradiction") {
    if (!pair.accepts(0, trial)) return { refused: thing.id };
    // The mutant refuses the case, so whatever is expected of it fails.
    return { decisions: decisionsOf(before, before.program.model.headline) };
  }
  const [base] = pair.models;
  const differing = <Thing>(ids: Iterable<string>, of: (run: Run, id: string) => Thing, isSame: Same<Thing>) =>
    [...ids].filter((id) => !isSame(of(before, id), of(after, id)));
  const decisions = differing(base.decisions.keys(), outcomeOf, Object.is);
  const clauses = differing(base.clauses.keys(), clauseStatusOf, Object.is);
  const obligations = differing(
    base.obligations.keys(),
    obligationOf,
    (a, b) => a.status === b.status && a.due === b.due,
  );
  const derived = differing(base.derived.keys(), derivedOf, isSameValue);
  return {
    ...(decisions.length === 0 ? {} : { decisions: decisionsOf(before, decisions) }),
    ...(clauses.length === 0 ? {} : { clauses: entries(clauses, (id) => clauseStatusOf(before, id)) }),
    ...(obligations.length === 0 ? {} : { obligations: entries(obligations, (id) => dutyOf(before, id)) }),
    ...(derived.length === 0 ? {} : { derived: entries(derived, (id) => writtenValue(before, id)) }),
  };
}

type Same<Thing> = (a: Thing, b: Thing) => boolean;

function decisionsOf(run: Run, ids: readonly string[]): Record<string, string> {
  return entries(ids, (id) => outcomeOf(run, id));
}

function dutyOf(run: Run, id: string): ObligationExpectation {
  const { status, due } = obligationOf(run, id);
  return { ...(due === undefined ? {} : { due: due === null ? null : formatDay(due) }), status };
}

/** A derived value as a case file has it; a list is nothing that a case can expect. */
function writtenValue(run: Run, id: string): string | number | boolean | null {
  const value = derivedOf(run, id);
  if (typeof value === "object" || value === undefined) return null;
  const isDate = run.program.model.derived.get(id)?.value.type.kind === "date";
  return isDate && typeof value === "number" ? formatDay(value) : value;
}

function entries<Thing>(ids: readonly string[], of: (id: string) => Thing): Record<string, Thing> {
  return Object.fromEntries(ids.map((id) => [id, of(id)]));
}
