import type { Evaluation } from "../evaluate/procedure.ts";
import { sayClause, sayStatus } from "../explain/condition-words.ts";
import { type Finding, findingsOf, isGroup, sayFinding } from "../explain/findings.ts";
import { groundsOf } from "../explain/grounds.ts";
import { decisionReport } from "../explain/headline.ts";
import { missingFacts } from "../explain/missing.ts";
import { capital, sentence } from "../explain/names.ts";
import { Probe } from "../explain/probe.ts";
import type { Shortfall } from "../explain/shortfall.ts";
import { ShortfallFinder } from "../explain/shortfalls.ts";
import { sayFound, sayWorked } from "../explain/worked.ts";
import type { ClauseStatus } from "../language/condition.ts";
import type { Result } from "../language/result.ts";
import type { Condition, Value } from "../procedure/model.ts";

/** More lines than these say less. */
const mostLines = 6;

/** Says why something came out as it did, or what keeps it from what a fixture expects: each answer a few lines of words. */
export class Why {
  readonly #result: Result;
  readonly #probe: Probe;
  readonly #finder: ShortfallFinder;

  constructor({ result, program, frame }: Evaluation) {
    this.#result = result;
    this.#probe = new Probe(program, frame);
    this.#finder = new ShortfallFinder(this.#probe, "own");
  }

  /** Why a decision came to its outcome, and what it would take to come to the one expected. */
  decision(id: string, expected: string | null): readonly string[] {
    const { model } = this.#probe.program;
    const found = this.#result.decisions[id];
    if (found === undefined) return [];
    const { sentence: said, because } = decisionReport(id, this.#result, model);
    if (found.outcome === null)
      return short([`possible: ${found.possible.join(", ")}`, ...this.#missing(found.missing)]);
    const unmet = because.filter((clause) => this.#result.clauses[clause]?.status === "unmet");
    const reasons = [
      ...unmet.flatMap((clause) => this.#unmet(clause)),
      ...groundsOf(id, this.#probe).filter((ground) => ground !== said),
    ];
    const rests = reasons.length > 0 || because.length === 0 ? [] : [`it rests on ${because.join(", ")}`];
    const way = new ShortfallFinder(this.#probe, "through").ofDecision(id, (outcome) => outcome === expected);
    const ways = expected === null || unmet.length > 0 ? [] : lines(way).map((line) => `for ${expected}: ${line}`);
    return short([said, ...reasons, ...rests, ...ways]);
  }

  /** Which condition of a clause keeps it from the status expected, with the values on both sides. */
  clause(id: string, expected: ClauseStatus): readonly string[] {
    const { model } = this.#probe.program;
    const clause = model.clauses.get(id);
    const found = this.#result.clauses[id];
    if (clause === undefined || found === undefined) return [];
    const { appliesWhen, requires, obligations } = clause;
    if (clause.notEncoded !== undefined) return [`nothing of it is encoded: ${clause.notEncoded}`];
    if (found.status === "undetermined") return short(this.#missing(found.missing));
    if (found.status === "not_applicable") {
      const duties = obligations.flatMap((duty) => this.#notApplying(model.obligations.get(duty)?.appliesWhen));
      const own = this.#notApplying(appliesWhen);
      return short(own.length > 0 ? own : duties);
    }
    if (expected === "not_applicable") {
      return appliesWhen === undefined
        ? ["it applies to every case"]
        : short(this.#to("not to apply", appliesWhen, false));
    }
    if (found.status === "unmet") return short(lines(this.#finder.ofClause(id)));
    if (requires !== undefined) return short(this.#to(`to be ${expected}`, requires, false));
    return [
      obligations.length === 0 ? "it demands nothing, so it is met wherever it applies" : "no duty of it is late",
    ];
  }

  /** Why a duty has its status and its due day. */
  obligation(id: string): readonly string[] {
    const { model } = this.#probe.program;
    const duty = model.obligations.get(id);
    const found = this.#result.obligations[id];
    if (duty === undefined || found === undefined) return [];
    if (found.status === "undetermined") return short(this.#missing(found.missing));
    if (found.status === "not_applicable") return short(this.#notApplying(duty.appliesWhen));
    const { due, keepUntil, done, performedWhen } = duty;
    return short([
      ...(due === undefined ? [] : [this.#dated("due", due, "due on no day")]),
      ...(keepUntil === undefined ? [] : [this.#dated("to be kept until", keepUntil, "to be kept without an end")]),
      ...(done === undefined ? [] : [this.#dated("done on", done, "not done")]),
      ...(performedWhen === undefined ? [] : this.#to("to be fulfilled", performedWhen, true)),
      `looked at as of ${this.#result.asOf}`,
    ]);
  }

  /** How a derived value was worked out. */
  derived(id: string): readonly string[] {
    const derived = this.#probe.program.model.derived.get(id);
    if (derived === undefined) return [];
    const { value } = derived;
    if (this.#probe.value(value) === undefined) return short(this.#missing(this.#lackingFor(id)));
    const truth = value.kind === "condition" ? this.#probe.truth(value.of) : undefined;
    if (value.kind === "condition" && truth !== undefined) return short(this.#to(`to be ${!truth}`, value.of, !truth));
    return [`it is ${sayWorked(value, this.#probe, this.#probe.scope)}`];
  }

  /** A day that a duty hangs on, or `none` where there is no such day; and how it is worked out. */
  #dated(word: string, value: Value, none: string): string {
    const { scope } = this.#probe;
    const day = this.#probe.value(value) === null ? none : `${word} ${sayFound(value, this.#probe, scope)}`;
    return `${day} (${sayWorked(value, this.#probe, scope)})`;
  }

  /** The facts for want of which a derived value is unknown. */
  #lackingFor(id: string): readonly string[] {
    const { program, frame } = this.#probe;
    const facts = new Set<string>();
    program.derived.get(id)?.missing(frame, (fact) => facts.add(fact));
    return [...facts];
  }

  #unmet(id: string): readonly string[] {
    const clause = capital(`${sayClause(id, this.#probe.scope)} ${sayStatus("unmet")}`);
    const found = lines(this.#finder.ofClause(id));
    return found.length === 0 ? [sentence(clause)] : found.map((line) => `${clause}: ${line}`);
  }

  #notApplying(appliesWhen: Condition | undefined): readonly string[] {
    return appliesWhen === undefined ? [] : this.#to("to apply", appliesWhen, true);
  }

  #to(aim: string, condition: Condition, wanted: boolean): readonly string[] {
    return lines(this.#finder.of(condition, wanted)).map((line) => `${aim}: ${line}`);
  }

  #missing(ids: readonly string[]): readonly string[] {
    return missingFacts(ids, this.#probe.program.model).map(({ fact, label }) => `missing: ${label} (${fact})`);
  }
}

function lines(shortfall: Shortfall | undefined): readonly string[] {
  return findingsOf(shortfall).map(sayOne);
}

function sayOne(finding: Finding): string {
  if (!isGroup(finding)) return sayFinding(finding);
  return `${finding.join === "all" ? "all of these" : "any one of these"}: ${finding.of.map(sayOne).join("; ")}`;
}

function short(lines: readonly string[]): readonly string[] {
  const left = lines.length - mostLines;
  return left > 1 ? [...lines.slice(0, mostLines), `and ${left} more`] : lines;
}
