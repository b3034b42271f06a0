import type { SmtContext } from "../../language/smt/symbolic.ts";
import type { Sort, Term } from "../../language/smt/term.ts";

/** Shorter terms than this are not worth a name. */
const shortest = 12;

/** The description of all cases as it grows: what is declared, what has a name, and what holds in every case. */
export class Script implements SmtContext {
  readonly #names = new Map<string, Term>();
  #count = 0;
  #pending: string[] = [];

  /** A new constant that the solver may choose. */
  declare(sort: Sort): Term {
    this.#count += 1;
    const constant = `v${this.#count}`;
    this.#pending.push(`(declare-const ${constant} ${sort})`);
    return constant;
  }

  number(): Term {
    return this.declare("Int");
  }

  name(sort: Sort, term: Term): Term {
    if (term.length < shortest) return term;
    const key = `${sort} ${term}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    this.#count += 1;
    const name = `t${this.#count}`;
    this.#names.set(key, name);
    this.#pending.push(`(define-fun ${name} () ${sort} ${term})`);
    return name;
  }

  constrain(term: Term): void {
    if (term !== "true") this.#pending.push(`(assert ${term})`);
  }

  /** What was written since it was last asked for. */
  take(): string {
    const text = this.#pending.join("\n");
    this.#pending = [];
    return text;
  }
}
