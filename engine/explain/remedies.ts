import type { Evaluation } from "../evaluate/procedure.ts";
import type { WarningCode } from "../language/result.ts";
import { factChanges } from "./fact-change.ts";
import { FewestFacts } from "./fewest-facts.ts";
import { Probe } from "./probe.ts";
import type { Change, Edit } from "./shortfall.ts";
import { mostWays, Trial } from "./trial.ts";

/** Changes of the facts which together change what a decision comes to: tried out, not guessed. */
export interface Remedy {
  readonly outcome: string;
  readonly changes: readonly Change[];
}

/** Enough to look at for a reader, and a bound on the work. */
const mostRemedies = 3;
const mostSteps = 5;
/** Sets of more facts than this are found only where one lack leads to the next. */
const mostFacts = 4;

/**
 * What would change a settled decision to a better outcome: for the best outcome that can be reached, the smallest sets
 * of facts to change, and how. Each was tried on the whole case, and leaving any change out of a set would not do. Facts
 * that are declared to be nobody's to change stay as they are, and so does the evaluation date: to wait is no change.
 * Empty where the decision is open, or is already what it best can be.
 */
export function remediesOf({ program, frame, result }: Evaluation, decision: string): readonly Remedy[] {
  const outcomes = [...(program.model.decisions.get(decision)?.outcomes.keys() ?? [])];
  const rank = (outcome: string): number => (outcome === notApplicable ? outcomes.length : outcomes.indexOf(outcome));
  const warned = (code: WarningCode) => result.warnings.some((warning) => warning.code === code);
  const now = result.decisions[decision]?.outcome ?? null;
  // Which revision governs must be settled too, for what one of them would say is not yet what would be decided.
  if (now === null || rank(now) <= 0 || warned("revision-not-settled")) return [];

  const probe = new Probe(program, frame);
  const trial = new Trial(probe, decision, warned("revision-overridden"));
  const fewest = new FewestFacts(trial);
  const better = outcomes.slice(0, rank(now)).filter((outcome) => fewest.isWithinReach(outcome));
  if (better.length === 0) return [];
  const led = ledTo(trial, better);
  // A limit is near to a date that there is; where there is none yet, the day nearest to the evaluation date is.
  const withNearDates = (remedy: Remedy): Remedy => {
    const { outcome, changes } = remedy;
    const near = changes.flatMap((change) => {
      const fact = program.model.facts.get(change.fact);
      const isNew = frame.facts[program.names.factSlots.get(change.fact) ?? -1] === null;
      if (fact?.type.kind !== "date" || !isNew) return [change];
      const others = trial.valuesAfter(changes.filter((other) => other !== change));
      const day = others && fewest.nearest(fact.id, outcome, others);
      return day === undefined ? [change] : factChanges(fact, day, probe);
    });
    // Each day was looked for beside the others as they were, so that together they are tried once more.
    return trial.outcome(near) === outcome ? { outcome, changes: trial.shrunk(near, outcome) } : remedy;
  };
  for (const outcome of better) {
    const known = led.filter((remedy) => remedy.outcome === outcome);
    const size = Math.min(mostFacts + 1, ...known.map(({ changes }) => factsIn(changes)));
    const smaller = fewest.find(outcome, size - 1).map((values): Remedy => {
      const changes = [...values].flatMap(([id, to]) => {
        const fact = program.model.facts.get(id);
        return fact === undefined ? [] : factChanges(fact, to, probe);
      });
      return { outcome, changes: trial.shrunk(changes, outcome) };
    });
    const remedies = smallest(smaller.length > 0 ? smaller : known).filter(
      ({ changes }) => trial.outcome(changes) === outcome,
    );
    if (remedies.length > 0) return smaller.length > 0 ? remedies : remedies.map(withNearDates);
  }
  return [];
}

/**
 * The remedies that one comes upon by mending what the case lacks, and then what it lacks still, up to the best of some
 * outcomes.
 */
function ledTo(trial: Trial, better: readonly string[]): readonly Remedy[] {
  const [best] = better;
  const found: Remedy[] = [];
  const seen = new Set<string>();
  let open: readonly (readonly Change[])[] = [[]];
  // Further steps only add changes, so the first that reach the best outcome are enough.
  for (let step = 0; step < mostSteps && open.length > 0 && !found.some(({ outcome }) => outcome === best); step++) {
    const next: (readonly Change[])[] = [];
    for (const changes of open) {
      for (const way of trial.waysOn(changes, (outcome) => better.includes(outcome))) {
        const all = way.reduce(withChange, changes);
        const key = JSON.stringify(all.map(({ fact, edit }) => [fact, edit]).sort());
        if (seen.has(key)) continue;
        seen.add(key);
        const outcome = trial.outcome(all);
        if (outcome === undefined) continue;
        if (better.includes(outcome)) found.push({ outcome, changes: trial.shrunk(all, outcome) });
        if (outcome !== best && next.length < mostWays) next.push(all);
      }
    }
    open = next;
  }
  return found;
}

/** Those of some remedies that change the fewest facts, with the fewest changes first; none that holds another. */
function smallest(remedies: readonly Remedy[]): readonly Remedy[] {
  const fewest = Math.min(...remedies.map(({ changes }) => factsIn(changes)));
  const sorted = remedies
    .filter(({ changes }) => factsIn(changes) === fewest)
    .sort((a, b) => a.changes.length - b.changes.length);
  const kept: Remedy[] = [];
  for (const remedy of sorted) {
    const known = (other: Remedy) =>
      other.changes.every((change) => remedy.changes.some((own) => sameValue(own, change)));
    if (kept.length < mostRemedies && !kept.some(known)) kept.push(remedy);
  }
  return kept;
}

/** How many facts some changes change. */
function factsIn(changes: readonly Change[]): number {
  return new Set(changes.map(({ fact }) => fact)).size;
}

/** Changes with one more: it takes the place of an earlier one of the same value, and remembers what that was at first. */
function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const earlier = changes.find((other) => other.fact === change.fact && target(other.edit) === target(change.edit));
  if (earlier === undefined) return [...changes, change];
  return changes.map((other) => (other === earlier ? { ...change, from: earlier.from } : other));
}

/** What of a fact an edit replaces; the elements that it adds or takes away are told apart by their values. */
function target(edit: Edit): string {
  if (edit.kind === "set") return "set";
  return edit.kind === "field" ? `${edit.index} ${edit.position}` : JSON.stringify(edit);
}

/** The outcome of a decision that does not arise. */
const notApplicable = "not_applicable";

function sameValue(a: Change, b: Change): boolean {
  return a.fact === b.fact && target(a.edit) === target(b.edit);
}
