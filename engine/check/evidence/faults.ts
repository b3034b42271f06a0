import type { Pair } from "../../cases/pair.ts";
import { and, not, or, same, type Term } from "../../language/smt/term.ts";
import { conditionsIn, type Owner, type PlacedCondition } from "../../procedure/conditions.ts";
import type { Condition, Decision } from "../../procedure/model.ts";
import type { SymbolicRevision } from "../../prove/encode/revision.ts";
import { clauseCodes } from "../../prove/encode/statuses.ts";
import type { Prover } from "../../prove/prover.ts";
import type { Fault } from "./fault.ts";
import type { Reach } from "./reach.ts";
import type { Sightings } from "./sightings.ts";
import { namedIn, type Thing, thingsInOrder } from "./things.ts";

/** What faults are looked for with. */
export interface Looking {
  readonly pair: Pair;
  readonly sightings: Sightings;
  readonly reach: Reach;
  /** Asked for when something was not seen in any case. */
  readonly prover: () => Prover;
}

/**
 * The faults of a revision: what was not seen in any case, and then proved to be in none.
 *
 * Things are looked at from the ground up. What rests on a fault, and was not seen for all the cases that were run, is
 * passed over: it would be reported for the same mistake. So is what the solver can't tell.
 */
export async function faultsIn(looking: Looking): Promise<readonly Fault[]> {
  const search = new FaultSearch(looking);
  await search.run();
  return search.faults;
}

class FaultSearch {
  readonly faults: Fault[] = [];
  readonly #looking: Looking;
  /** The things that rest on a fault, or on something that cases can't show. */
  readonly #unsound: Set<Thing>;
  readonly #unsoundConditions = new Set<Condition>();
  readonly #placed: ReadonlyMap<Thing, readonly PlacedCondition[]>;

  constructor(looking: Looking) {
    this.#looking = looking;
    this.#unsound = new Set([...looking.reach.tooShort].flatMap((list) => [`fact ${list}`, `derived ${list}`]));
    this.#placed = byOwner(conditionsIn(looking.sightings.model));
  }

  async run(): Promise<void> {
    const { model } = this.#looking.sightings;
    for (const { id } of model.contradictions) await this.#conditionsOf(`contradiction ${id}`);
    const judged: string[] = [];
    for (const thing of thingsInOrder(model)) {
      await this.#conditionsOf(thing);
      const [kind, id = ""] = thing.split(" ");
      const decision = kind === "decision" ? model.decisions.get(id) : undefined;
      if (decision !== undefined) await this.#rowsOf(decision);
      if (kind !== "clause") continue;
      judged.push(id);
      await this.#pairsOf(id, judged);
    }
  }

  async #conditionsOf(thing: Thing): Promise<void> {
    // The innermost first: what is around a fault is not at fault for it.
    for (const placed of (this.#placed.get(thing) ?? []).toReversed()) {
      if (this.#restsOnFault(placed.condition)) this.#taint(thing, placed);
      const truth = await this.#constantTruth(placed);
      if (truth === undefined) continue;
      this.faults.push({ kind: "constant", placed, truth });
      this.#taint(thing, placed);
    }
  }

  /** What a condition comes to in every case, where that is proved and rests on nothing else. */
  async #constantTruth(placed: PlacedCondition): Promise<boolean | undefined> {
    const { isTrue, isFalse } = this.#looking.sightings;
    const { condition } = placed;
    const unseen = [true, false].filter((truth) => !(truth ? isTrue : isFalse).has(condition));
    if (unseen.length === 0 || this.#restsOnFault(condition)) return undefined;
    for (const truth of unseen) {
      if (await this.#isImpossible((revision) => this.#comesTo(placed, truth, revision), placed.owner)) {
        // Where it is never asked, because its list never has an element, it is neither always so nor never.
        const other = truth ? isFalse : isTrue;
        return other.has(condition) ? !truth : undefined;
      }
    }
    return undefined;
  }

  #comesTo({ condition, list }: PlacedCondition, truth: boolean, revision: SymbolicRevision): Term {
    const asked: Condition = truth ? condition : { kind: "not", of: condition };
    return list === undefined ? revision.condition(asked, undefined) : revision.someElement(list, asked);
  }

  async #rowsOf({ id, rows }: Decision): Promise<void> {
    const { deciding } = this.#looking.sightings.decisions.get(id) ?? {};
    for (const row of rows.keys()) {
      const whens = rows.slice(0, row + 1).flatMap(({ when }) => (when === undefined ? [] : [when]));
      if (deciding?.has(row) === true || whens.some((when) => this.#restsOnFault(when))) continue;
      const decides = (revision: SymbolicRevision): Term => {
        const holds = rows.map(({ when }) => (when === undefined ? "true" : revision.condition(when, undefined)));
        return and(not(or(...holds.slice(0, row))), holds[row] ?? "false");
      };
      if (!(await this.#isImpossible(decides))) continue;
      this.faults.push({ kind: "idle-row", decision: id, row });
      this.#unsound.add(`decision ${id}`);
    }
  }

  /** The pairs that a clause makes with those looked at before it. */
  async #pairsOf(id: string, judged: readonly string[]): Promise<void> {
    const { sightings } = this.#looking;
    for (const [at, other] of sightings.openPairs) {
      const [first = "", second = ""] = [sightings.demanding[at], sightings.demanding[other]];
      if (![first, second].includes(id) || !judged.includes(first) || !judged.includes(second)) continue;
      if ([first, second].some((clause) => this.#unsound.has(`clause ${clause}`))) continue;
      const isMet = (clause: string, revision: SymbolicRevision) => same(revision.clause(clause), clauseCodes.met);
      if (!(await this.#isImpossible((revision) => and(isMet(first, revision), isMet(second, revision))))) continue;
      this.faults.push({ kind: "contradiction", clauses: [first, second] });
      for (const clause of [first, second]) this.#unsound.add(`clause ${clause}`);
    }
  }

  /**
   * Whether something is proved to be in no valid case. A contradiction can be in no valid case by its nature, and is asked
   * about in all cases with values that the facts allow.
   */
  async #isImpossible(question: (revision: SymbolicRevision) => Term, owner?: Owner): Promise<boolean> {
    const { pair, sightings, prover: give } = this.#looking;
    const prover = give();
    const [side] = prover.universe.sides;
    if (side === undefined) return false;
    const cases = owner?.kind === "contradiction" ? "true" : side.valid;
    const verdict = await prover.ask(and(cases, question(side.revision)));
    if (verdict.kind === "possible") {
      const trial = pair.read(verdict.chosen);
      if (pair.facts.every((fact, at) => pair.allows(fact, trial.values[at]))) sightings.run(trial);
    }
    return verdict.kind === "impossible";
  }

  #restsOnFault(condition: Condition): boolean {
    if (this.#unsoundConditions.has(condition)) return true;
    return [...namedIn(condition)].some((name) => this.#unsound.has(name));
  }

  #taint(thing: Thing, { condition, inside }: PlacedCondition): void {
    this.#unsound.add(thing);
    for (const one of [condition, ...inside]) this.#unsoundConditions.add(one);
  }
}

function byOwner(conditions: readonly PlacedCondition[]): ReadonlyMap<Thing, readonly PlacedCondition[]> {
  const found = new Map<Thing, PlacedCondition[]>();
  for (const placed of conditions) {
    const thing = `${placed.owner.kind} ${placed.owner.id}`;
    const own = found.get(thing) ?? [];
    own.push(placed);
    found.set(thing, own);
  }
  return found;
}
