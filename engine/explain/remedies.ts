import type { Evaluation } from "../evaluate/procedure.ts";
import type { WarningCode } from "../language/result.ts";
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

/**
 * What would change a settled decision to a better outcome: for the best outcome that can be reached by small changes of
 * the facts, the smallest sets of changes found. Each was tried on the whole case; leaving any change out of a set would
 * not do. Empty where the decision is open, or is already what it best can be.
 */
export function remediesOf({ program, frame, result }: Evaluation, decision: string): readonly Remedy[] {
  const outcomes = [...(program.model.decisions.get(decision)?.outcomes.keys() ?? [])];
  const rank = (outcome: string): number => (outcome === notApplicable ? outcomes.length : outcomes.indexOf(outcome));
  const warned = (code: WarningCode) => result.warnings.some((warning) => warning.code === code);
  const trial = new Trial(new Probe(program, frame), decision, warned("revision-overridden"));
  const now = result.decisions[decision]?.outcome ?? null;
  // Which revision governs must be settled too, for what one of them would say is not yet what would be decided.
  if (now === null || rank(now) <= 0 || warned("revision-not-settled")) return [];

  const found: Remedy[] = [];
  const isBest = ({ outcome }: Remedy) => rank(outcome) === 0;
  const seen = new Set<string>();
  let open: readonly (readonly Change[])[] = [[]];
  // Further steps only add changes, so the first that reach the best outcome are enough.
  for (let step = 0; step < mostSteps && open.length > 0 && !found.some(isBest); step++) {
    const next: (readonly Change[])[] = [];
    for (const changes of open) {
      for (const way of trial.waysOn(changes, (outcome) => rank(outcome) < rank(now))) {
        const all = way.reduce(withChange, changes);
        const key = JSON.stringify(all.map(({ fact, edit }) => [fact, edit]).sort());
        if (seen.has(key)) continue;
        seen.add(key);
        const outcome = trial.outcome(all);
        if (outcome === undefined) continue;
        if (rank(outcome) < rank(now)) found.push({ outcome, changes: trial.shrunk(all, outcome) });
        if (rank(outcome) > 0 && next.length < mostWays) next.push(all);
      }
    }
    open = next;
  }
  const best = Math.min(...found.map(({ outcome }) => rank(outcome)));
  const ofBest = found.filter(({ outcome }) => rank(outcome) === best);
  const fewest = Math.min(...ofBest.map(({ changes }) => changes.length));
  const kept: Remedy[] = [];
  for (const remedy of ofBest) {
    const known = (other: Remedy) =>
      other.changes.every((change) => remedy.changes.some((own) => sameValue(own, change)));
    if (remedy.changes.length === fewest && kept.length < mostRemedies && !kept.some(known)) kept.push(remedy);
  }
  return kept;
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
