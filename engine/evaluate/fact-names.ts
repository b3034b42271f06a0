import { excerpt } from "../source/excerpt.ts";
import { nearest } from "../source/nearest.ts";
import type { FactReport } from "./fact-report.ts";
import type { FactSpot } from "./facts.ts";

/** More facts than this are not listed in a message. */
const mostNames = 12;

/** Says that a fact is given twice, once nested and once with dots in its key. */
export function factTwice(id: string, first: FactSpot, { container, key }: FactSpot, report: FactReport): void {
  const place = report.locate?.(first.container, first.key, "key");
  report.add("fact-twice", `the fact \`${id}\` is given twice`, container, key, {
    part: "key",
    remedy: "keep one of them",
    ...(place === undefined ? {} : { related: [{ place, message: "the first one stands here" }] }),
  });
}

/** Says that a group of facts is given a value. */
export function notAGroup(
  id: string,
  value: unknown,
  { container, key }: FactSpot,
  facts: Iterable<string>,
  report: FactReport,
): void {
  const within = [...facts].filter((fact) => fact.startsWith(`${id}.`)).map((fact) => fact.slice(id.length + 1));
  const under = `write the facts of the group under \`${key}:\``;
  report.add("wrong-type", `\`${id}\` is not a fact but a group of facts`, container, key, {
    expected: `a block with ${quoted(within)}`,
    remedy:
      value === null
        ? "take it out if nothing of it is known; what is known to be none is said of each fact"
        : Array.isArray(value)
          ? `${under}, without dashes`
          : under,
  });
}

/** A key among the facts that is the id of none, nor of a group of them. */
export class Stranger {
  readonly #prefix: string;
  readonly #spot: FactSpot;
  readonly #facts: readonly string[];
  readonly #groups: ReadonlySet<string>;

  /** @param prefix the group that the key stands in, with a dot at its end; empty outside of all groups */
  constructor(prefix: string, spot: FactSpot, facts: readonly string[], groups: ReadonlySet<string>) {
    this.#prefix = prefix;
    this.#spot = spot;
    this.#facts = facts;
    this.#groups = groups;
  }

  /** @param says which revision has it, as a sentence */
  ofAnotherRevision(says: string, report: FactReport): void {
    this.#add(says, report, {
      expected: "a fact of the revision by which the case is decided",
      remedy: "take it out, or check the date that selects the revision",
    });
  }

  /** Says that a derived value is none of the facts. */
  workedOut(report: FactReport): void {
    this.#add(`\`${this.#id}\` is worked out from the facts, and not one of them`, report, {
      expected: this.#expected,
      remedy: "take it out, and give the facts that it rests on",
    });
  }

  /** Says that there is no such fact, and which one was probably meant. */
  unknown(isBlock: boolean, report: FactReport): void {
    const what = isBlock ? "group of facts" : "fact";
    const near = nearest(this.#id, isBlock ? this.#groups : this.#facts) ?? this.#namesake;
    this.#add(`there is no ${what} \`${excerpt(this.#id)}\``, report, {
      expected: this.#expected,
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near === undefined ? "take it out" : this.#remedy(near),
    });
  }

  get #id(): string {
    return this.#prefix + this.#spot.key;
  }

  /** The fact that has the same name in another group, if one alone has it. */
  get #namesake(): string | undefined {
    const [first, ...others] = this.#facts.filter((fact) => fact.endsWith(`.${this.#spot.key}`));
    return others.length === 0 ? first : undefined;
  }

  /** What could stand here. */
  get #expected(): string {
    const within = this.#facts.filter((fact) => fact.startsWith(this.#prefix));
    const groups = new Set(within.map((fact) => fact.slice(this.#prefix.length).split(".")[0] ?? ""));
    if (groups.size === 0 || groups.size > mostNames) return "the id of a fact";
    return this.#prefix === ""
      ? `the facts, in their groups ${quoted([...groups])}`
      : `the facts of \`${this.#prefix.slice(0, -1)}\`: ${quoted([...groups])}`;
  }

  /** What to write here for the name that was meant. */
  #remedy(near: string): string {
    if (near.startsWith(this.#prefix)) return `write \`${near.slice(this.#prefix.length)}\``;
    const dot = near.lastIndexOf(".");
    const group = this.#prefix.slice(0, -1);
    if (near === group) return `write what is inside it right under \`${group}:\``;
    return dot === -1
      ? `take it out of \`${group}:\`, and write \`${near}:\` at the level of \`${group}:\``
      : `take it out of \`${group}:\`, and write it as \`${near.slice(dot + 1)}\` under \`${near.slice(0, dot)}:\``;
  }

  #add(message: string, report: FactReport, details: { expected: string; nearest?: string; remedy: string }): void {
    report.add("unknown-fact", message, this.#spot.container, this.#spot.key, { part: "key", ...details });
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
