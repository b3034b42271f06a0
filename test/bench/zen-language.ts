import type { Line } from "../../bench/peers/zen/graph.ts";

/** What a line can ask for: the facts, and what the lines before came to. */
interface Names {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly earlier: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
}

type Expression = (names: Names) => unknown;

const token = /\s*('[^']*'|[A-Za-z_$][\w.$]*|\d+(?:\.\d+)?|\?\?|[<>=!]=|[<>?:,()[\]#])/y;

/**
 * The part of ZEN's language that the exported rules are written in, read more strictly than ZEN reads it: what ZEN fails
 * at, this fails at. So the lines can be tested where ZEN isn't installed.
 */
export function zenLines(
  lines: readonly Line[],
): (facts: Readonly<Record<string, unknown>>) => Record<string, unknown> {
  const read = lines.map(({ key, value }) => ({ key, run: new Reader(value).whole() }));
  return (facts) => {
    const earlier: Record<string, unknown> = {};
    for (const { key, run } of read) earlier[key] = run({ facts, earlier });
    return earlier;
  };
}

class Reader {
  readonly #tokens: string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = [];
    token.lastIndex = 0;
    for (let found = token.exec(text); found !== null; found = token.exec(text)) this.#tokens.push(found[1] ?? "");
    if (this.#tokens.join("").length !== text.replaceAll(" ", "").length) throw new Error(`unreadable: ${text}`);
  }

  whole(): Expression {
    const read = this.#choice();
    if (this.#at < this.#tokens.length) throw new Error(`more than one expression: ${this.#tokens.join(" ")}`);
    return read;
  }

  #choice(): Expression {
    const first = this.#joined("or");
    if (this.#takes("??")) {
      const other = this.#joined("or");
      return (names) => first(names) ?? other(names);
    }
    if (!this.#takes("?")) return first;
    const [then, otherwise] = [this.#choice(), this.#after(":", () => this.#choice())];
    return (names) => (truth(first(names)) ? then(names) : otherwise(names));
  }

  #joined(word: "or" | "and"): Expression {
    const parts = [this.#part(word)];
    while (this.#takes(word)) parts.push(this.#part(word));
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return only;
    const settles = word === "or";
    return (names) => parts.some((part) => truth(part(names)) === settles) === settles;
  }

  #part(word: "or" | "and"): Expression {
    return word === "or" ? this.#joined("and") : this.#compared();
  }

  #compared(): Expression {
    const left = this.#operand();
    const next = this.#tokens[this.#at] ?? "";
    const compare = comparisons[next];
    if (compare === undefined) return left;
    this.#at += 1;
    const right = this.#operand();
    return (names) => compare(left(names), right(names));
  }

  #operand(): Expression {
    const word = this.#tokens[this.#at++] ?? "";
    if (word === "(") {
      const inner = this.#choice();
      return this.#after(")", () => inner);
    }
    if (word === "[") {
      const parts = this.#listed("]");
      return (names) => parts.map((part) => part(names));
    }
    if (this.#takes("(")) return called(word, this.#listed(")"));
    return named(word);
  }

  #listed(end: string): readonly Expression[] {
    const parts = [this.#choice()];
    while (this.#takes(",")) parts.push(this.#choice());
    return this.#after(end, () => parts);
  }

  #takes(word: string): boolean {
    if (this.#tokens[this.#at] !== word) return false;
    this.#at += 1;
    return true;
  }

  #after<Read>(word: string, read: () => Read): Read {
    if (!this.#takes(word)) throw new Error(`${word} was expected, not ${this.#tokens[this.#at]}`);
    return read();
  }
}

function named(word: string): Expression {
  if (word === "true" || word === "false") return () => word === "true";
  if (word === "null") return () => null;
  if (word === "#") return ({ element }) => element;
  if (word.startsWith("'")) return () => word.slice(1, -1);
  if (/^\d/.test(word)) return () => Number(word);
  if (!word.startsWith("$.")) return ({ facts }) => facts[word] ?? null;
  const name = word.slice(2);
  return ({ earlier }) => {
    if (!(name in earlier)) throw new Error(`${name} is asked for before it is there`);
    return earlier[name];
  };
}

function called(name: string, [first, second]: readonly Expression[]): Expression {
  if (first === undefined) throw new Error(`${name} was given nothing`);
  const test = (names: Names) => (element: unknown) => truth(second?.({ ...names, element }));
  if (name === "all") return (names) => many(first(names)).every(test(names));
  if (name === "filter") return (names) => many(first(names)).filter(test(names));
  if (name !== "type") throw new Error(`there is no function ${name} here`);
  return (names) => (Array.isArray(first(names)) ? "array" : typeof first(names));
}

const comparisons: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => amount(left) < amount(right),
  "<=": (left, right) => amount(left) <= amount(right),
  ">": (left, right) => amount(left) > amount(right),
  ">=": (left, right) => amount(left) >= amount(right),
  in: (left, right) => {
    if (Array.isArray(left)) throw new Error("a list is looked for in a list");
    return many(right).includes(left);
  },
};

function truth(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Error(`${String(value)} is neither true nor false`);
  return value;
}

function amount(value: unknown): number {
  if (typeof value !== "number") throw new Error(`${String(value)} is no number`);
  return value;
}

function many(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${String(value)} is no list`);
  return value;
}
