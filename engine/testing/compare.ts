import type { Evaluation } from "../evaluate/procedure.ts";
import type { Expectation } from "../language/case.ts";
import type { DecisionResult } from "../language/result.ts";
import { nearestName } from "../procedure/reporter.ts";
import type { SourceDocument } from "../source/document.ts";
import type { Place } from "../source/place.ts";
import type { Problem } from "../source/problem.ts";

/** Something that came out otherwise than a fixture expects. */
export interface Difference {
  /** What is compared: `decisions.x`, `clauses.1.2`, `obligations.x.due`, `derived.x.y`. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
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
export function compare({ result, program }: Evaluation, expect: Expectation, document: SourceDocument): Comparison {
  const { model } = program;
  const comparing = new Comparing(document, model.entry.revision);
  const { decisions = {}, clauses = {}, obligations = {}, derived = {} } = expect;
  for (const [id, outcome] of Object.entries(decisions)) {
    const decision = model.decisions.get(id);
    const actual = result.decisions[id];
    if (decision === undefined || actual === undefined) {
      comparing.unknown("decision", id, model.decisions.keys(), decisions, id, "key");
    } else if (outcome !== null && !decision.outcomes.has(outcome)) {
      comparing.unknown("outcome", outcome, decision.outcomes.keys(), decisions, id, "value");
    } else if (actual.outcome !== outcome) {
      comparing.differs(`decisions.${id}`, outcome ?? "undetermined", describe(actual), decisions, id);
    }
  }
  for (const [id, status] of Object.entries(clauses)) {
    const actual = result.clauses[id];
    if (actual === undefined) comparing.unknown("clause", id, model.clauses.keys(), clauses, id, "key");
    else if (actual.status !== status) comparing.differs(`clauses.${id}`, status, actual.status, clauses, id);
  }
  for (const [id, expected] of Object.entries(obligations)) {
    const actual = result.obligations[id];
    if (actual === undefined) {
      comparing.unknown("obligation", id, model.obligations.keys(), obligations, id, "key");
      continue;
    }
    if (expected.due !== undefined && expected.due !== actual.due) {
      comparing.differs(`obligations.${id}.due`, expected.due ?? "none", actual.due ?? "none", expected, "due");
    }
    if (expected.status !== undefined && expected.status !== actual.status) {
      comparing.differs(`obligations.${id}.status`, expected.status, actual.status, expected, "status");
    }
  }
  for (const [id, expected] of Object.entries(derived)) {
    const actual = result.derived[id];
    if (!model.derived.has(id)) comparing.unknown("derived value", id, model.derived.keys(), derived, id, "key");
    else if (actual !== expected) comparing.differs(`derived.${id}`, show(expected), show(actual), derived, id);
  }
  return comparing;
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

  differs(what: string, expected: string, actual: string, container: object, key: string): void {
    this.differences.push({ what, expected, actual, place: this.#document.valuePlace(container, key) });
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

function describe({ outcome, possible, because, missing }: DecisionResult): string {
  if (outcome === null) return `undetermined (possible: ${possible.join(", ")}; missing: ${missing.join(", ")})`;
  return because.length === 0 ? outcome : `${outcome} (because of ${because.join(", ")})`;
}

function show(value: string | number | boolean | null | undefined): string {
  return value === undefined ? "unknown" : value === null ? "none" : String(value);
}
