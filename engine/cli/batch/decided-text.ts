import type { Decided, GovernedBy, Settled, Warning } from "../../language/result.ts";

/** The decisions of a row as far as some of them, and what it goes on with after one more. */
interface Written {
  /** The decisions so far, with a comma between them. */
  readonly text: string;
  readonly next: Map<Settled, Written>;
}

/** So many beginnings are kept: a procedure has a few hundred that come again, and what does not is not worth its place. */
const mostKept = 5_000;

/**
 * Writes decisions as JSON, byte for byte as `JSON.stringify` does. What comes again in line after line (the revision,
 * decisions that come to the same) is written once and kept.
 */
export class DecidedText {
  readonly #headings = new Map<string, string>();
  readonly #names = new Map<string, string>();
  /** Decisions by the revision that takes them: it has the same ones, in the same order, for every case. */
  readonly #written = new Map<string, Written>();
  #kept = 0;
  readonly #outcomes = new WeakMap<Settled, string>();

  of(decided: Decided): string {
    const { case: name, asOf, governedBy, decisions, warnings } = decided;
    const named = name === undefined ? "" : `,"case":${JSON.stringify(name)}`;
    const said = warnings.map((warning) => this.#warning(warning)).join();
    const heading = this.#heading(decided);
    const parts = this.#decisions(decided.revision, decisions);
    return `${heading}${named},"asOf":"${asOf}"${this.#governed(governedBy)},"decisions":{${parts}},"warnings":[${said}]}`;
  }

  #heading({ procedure, revision, digest }: Decided): string {
    const known = this.#headings.get(revision);
    if (known !== undefined) return known;
    const text = JSON.stringify({ procedure, revision, digest }).slice(0, -1);
    this.#headings.set(revision, text);
    return text;
  }

  #governed({ fact, date }: GovernedBy): string {
    return `,"governedBy":{"fact":${this.#name(fact)},"date":${date === null ? "null" : `"${date}"`}}`;
  }

  #warning({ code, message, facts }: Warning): string {
    const about = facts.map((id) => this.#name(id)).join();
    return `{"code":${this.#name(code)},"message":${JSON.stringify(message)},"facts":[${about}]}`;
  }

  #name(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const text = JSON.stringify(id);
    this.#names.set(id, text);
    return text;
  }

  /** The decisions without the braces around them. */
  #decisions(revision: string, decisions: Decided["decisions"]): string {
    let written: Written = this.#written.get(revision) ?? { text: "", next: new Map() };
    if (written.next.size === 0) this.#written.set(revision, written);
    /** The decisions so far, from the first one on that is not kept. */
    let text: string | undefined;
    for (const id in decisions) {
      const settled = decisions[id];
      if (settled === undefined) continue;
      if (text === undefined) {
        const next: Written | undefined = written.next.get(settled) ?? this.#extended(written, id, settled);
        if (next !== undefined) {
          written = next;
          continue;
        }
        text = written.text;
      }
      text += `${text === "" ? "" : ","}${this.#name(id)}:${this.#outcome(settled)}`;
    }
    return text ?? written.text;
  }

  #extended(written: Written, id: string, settled: Settled): Written | undefined {
    // Only what can't change is the same the next time.
    if (!Object.isFrozen(settled) || this.#kept >= mostKept) return undefined;
    // Joined, it is one piece of memory, and not a chain of pieces that each row would have to be put together from.
    const parts = [written.text, written.text === "" ? "" : ",", this.#name(id), ":", this.#outcome(settled)];
    const next = { text: parts.join(""), next: new Map() };
    written.next.set(settled, next);
    this.#kept++;
    return next;
  }

  #outcome(settled: Settled): string {
    const known = this.#outcomes.get(settled);
    if (known !== undefined) return known;
    const text = JSON.stringify(settled);
    if (Object.isFrozen(settled)) this.#outcomes.set(settled, text);
    return text;
  }
}
