import type { ContradictionError } from "../evaluate/contradictions.ts";
import type { Evaluation } from "../evaluate/procedure.ts";
import type { Expectation } from "../language/case.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { nearestName } from "../procedure/reporter.ts";
import type { SourceDocument } from "../source/document.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";
import { Why } from "./why.ts";

/** How a fixture's `null` for a decision is said. */
const undetermined = "undetermined";

/** Something that came out otherwise than a fixture expects. */
export interface Difference {
  /** What is compared: `decisions.x`, `clauses.1.2`, `obligations.x.due`, `derived.x.y`. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** Why it came out so, and what keeps it from what is expected: lines of words. */
  readonly why: readonly string[];
  /** Where the fixture expects it. */
  readonly place: Place;
}

/** What a fixture's expectations come to. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Expectations of something that there is not. */
  readonly problems: readonly Problem[];
}

/** Compares what a fixture lists, and nothing else, with what came out. */
export function compare(evaluation: Evaluation, expect: Expectation, document: SourceDocument): Comparison {
  const { result } = evaluation;
  const { model } = evaluation.program;
  const why = new Why(evaluation);
  const comparing = new Comparing(document, model.entry.revision);
  const { decisions = {}, clauses = {}, obligations = {}, derived = {}, refused } = expect;
  if (refused !== undefined) {
    const known = model.contradictions.map(({ id }) => id);
    if (known.includes(refused)) {
      comparing.differs("refused", refused, "not refused", saysOf([refused], model), expect, "refused");
    } else comparing.unknown("contradiction", refused, known, expect, "refused", "value");
  }
  for (const [id, outcome] of Object.entries(decisions)) {
    const decision = model.decisions.get(id);
    const actual = result.decisions[id];
    if (decision === undefined || actual === undefined) {
      comparing.unknown("decision", id, model.decisions.keys(), decisions, id, "key");
    } else if (outcome !== null && !decision.outcomes.has(outcome)) {
      comparing.unknown("outcome", outcome, decision.outcomes.keys(), decisions, id, "value");
    } else if (actual.outcome !== outcome) {
      const found = actual.outcome ?? undetermined;
      comparing.differs(`decisions.${id}`, outcome ?? undetermined, found, why.decision(id, outcome), decisions, id);
    }
  }
  for (const [id, status] of Object.entries(clauses)) {
    const actual = result.clauses[id];
    if (actual === undefined) comparing.unknown("clause", id, model.clauses.keys(), clauses, id, "key");
    else if (actual.status !== status) {
      comparing.differs(`clauses.${id}`, status, actual.status, why.clause(id, status), clauses, id);
    }
  }
  for (const [id, expected] of Object.entries(obligations)) {
    const actual = result.obligations[id];
    if (actual === undefined) {
      comparing.unknown("obligation", id, model.obligations.keys(), obligations, id, "key");
      continue;
    }
    if (expected.due !== undefined && expected.due !== actual.due) {
      const found = actual.due ?? "none";
      comparing.differs(`obligations.${id}.due`, expected.due ?? "none", found, why.obligation(id), expected, "due");
    }
    if (expected.status !== undefined && expected.status !== actual.status) {
      const reasons = why.obligation(id);
      comparing.differs(`obligations.${id}.status`, expected.status, actual.status, reasons, expected, "status");
    }
  }
  for (const [id, expected] of Object.entries(derived)) {
    const actual = result.derived[id];
    if (!model.derived.has(id)) comparing.unknown("derived value", id, model.derived.keys(), derived, id, "key");
    else if (actual !== expected) {
      comparing.differs(`derived.${id}`, show(expected), show(actual), why.derived(id), derived, id);
    }
  }
  return comparing;
}

/** Compares what a fixture expects with the contradictions for which its case was refused. */
export function compareRefusal(
  { model, contradictions }: ContradictionError,
  refused: string,
  expect: Expectation,
  document: SourceDocument,
): Comparison {
  const comparing = new Comparing(document, model.entry.revision);
  const known = model.contradictions.map(({ id }) => id);
  const holding = contradictions.map(({ id }) => id);
  if (!known.includes(refused)) comparing.unknown("contradiction", refused, known, expect, "refused", "value");
  else if (!holding.includes(refused)) {
    comparing.differs("refused", refused, holding.join(", "), saysOf(holding, model), expect, "refused");
  }
  for (const key of Object.keys(expect)) if (key !== "refused") comparing.idle(expect, key);
  return comparing;
}

/** What some contradictions say of facts that can't be so together. */
function saysOf(ids: readonly string[], { contradictions }: RevisionModel): readonly string[] {
  return contradictions.filter(({ id }) => ids.includes(id)).map(({ id, says }) => `${id}: ${says}`);
}

/** More names than this are not listed in a message. */
const mostNames = 12;

class Comparing implements Comparison {
  readonly differences: Difference[] = [];
  readonly problems: Problem[] = [];
  readonly #document: SourceDocument;
  readonly #revision: string;

  constructor(document: SourceDocument, revision: string) {
    this.#document = document;
    this.#revision = revision;
  }

  differs(
    what: string,
    expected: string,
    actual: string,
    why: readonly string[],
    container: object,
    key: string,
  ): void {
    this.differences.push({ what, expected, actual, why, place: this.#document.valuePlace(container, key) });
  }

  /** An expectation that a refused case can't meet. */
  idle(expect: object, key: string): void {
    this.problems.push({
      code: "refused-and-more",
      severity: "error",
      message: `nothing comes out of a case that is refused, so \`${key}\` can't be expected of it`,
      place: this.#document.keyPlace(expect, key),
      remedy: `take \`${key}\` out, or \`refused\``,
    });
  }

  unknown(
    what: string,
    name: string,
    known: Iterable<string>,
    container: object,
    key: string,
    part: "key" | "value",
  ): void {
    const names = [...known];
    const near = nearestName(what, name, names);
    const quote = what === "clause" ? '"' : "`";
    this.problems.push({
      code: `unknown-${what.replaceAll(" ", "-")}`,
      severity: "error",
      message: `there is no ${what} \`${name}\` in revision ${this.#revision}`,
      place: part === "key" ? this.#document.keyPlace(container, key) : this.#document.valuePlace(container, key),
      ...(names.length === 0 || names.length > mostNames
        ? {}
        : { expected: `${names.length === 1 ? "" : "one of "}${names.map((one) => `\`${one}\``).join(", ")}` }),
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? `name ${article(what)} ${what} that there is` : `write ${quote}${near}${quote}`,
    });
  }
}

function article(what: string): string {
  return /^[aeiou]/.test(what) ? "an" : "a";
}

function show(value: string | number | boolean | null | undefined): string {
  return value === undefined ? "unknown" : value === null ? "none" : String(value);
}
