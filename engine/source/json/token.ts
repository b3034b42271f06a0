/** Where a text departs from JSON, and what to do about it. */
export interface JsonSlip {
  /** Characters before the place. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly remedy: string;
}

const jsonNumber = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const word = /[^\s,:[\]{}"]+/y;

/** Words that other languages have for what JSON writes otherwise. */
const foreign: Readonly<Record<string, string>> = {
  True: "true",
  TRUE: "true",
  yes: "true",
  Yes: "true",
  False: "false",
  FALSE: "false",
  no: "false",
  No: "false",
  None: "null",
  none: "null",
  nil: "null",
  NULL: "null",
  Null: "null",
};

/** What are no numbers in JSON, and so can't be facts. */
const noNumbers: readonly string[] = ["NaN", "Infinity", "-Infinity"];

/** The words of a text in JSON, one after the other. */
export class JsonToken {
  /** Where the next word begins. */
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The character at which the next word begins; empty at the end. */
  get character(): string {
    return this.#text.charAt(this.at);
  }

  skipSpaces(): void {
    while (/^[ \t\r\n]$/.test(this.character)) this.at++;
  }

  /** Says that comments are not for JSON, where one begins here. */
  comment(): JsonSlip | undefined {
    const { at } = this;
    if (!/^(?:#|\/\/|\/\*)/.test(this.#text.slice(at, at + 2))) return undefined;
    const rest = /^.*/.exec(this.#text.slice(at))?.[0].trimEnd() ?? "";
    return { at, length: rest.length, message: "JSON has no comments", remedy: "take the comment out" };
  }

  /** Goes past a key. */
  key(): JsonSlip | undefined {
    if (this.character === '"') return this.#quoted();
    const key = this.#word();
    if (key === "") return this.#slip(1, "a key is missing here", 'write a key in double quotes, such as "case"');
    if (/^['‘’“”]/.test(key)) return this.#otherQuotes(key);
    return this.#slip(key.length, `the key \`${shown(key)}\` has no quotes`, `write "${shown(key)}"`);
  }

  /** Goes past a text, a number, true, false or null. */
  value(): JsonSlip | undefined {
    if (this.character === '"') return this.#quoted();
    const value = this.#word();
    if (value === "") return this.#slip(1, "a value is missing here", "write it, or take out what leads to it");
    if (/^['‘’“”]/.test(value)) return this.#otherQuotes(value);
    if (value === "true" || value === "false" || value === "null") {
      this.at += value.length;
      return undefined;
    }
    if (/^[-+.]?\d/.test(value)) return this.#number(value);
    return this.#noValue(value);
  }

  #noValue(value: string): JsonSlip {
    const message = `\`${shown(value)}\` means nothing in JSON`;
    const { length } = value;
    if (value === "undefined" || noNumbers.includes(value)) {
      return this.#slip(
        length,
        message,
        "leave the fact out if it is unknown, and write null if it is known to be none",
      );
    }
    const meant = Object.hasOwn(foreign, value) ? foreign[value] : undefined;
    if (meant !== undefined) return this.#slip(length, message, `write ${meant}`);
    return this.#slip(length, message, `if it is a text, write it in double quotes: "${shown(value)}"`);
  }

  #number(written: string): JsonSlip | undefined {
    jsonNumber.lastIndex = this.at;
    const number = jsonNumber.exec(this.#text)?.[0] ?? "";
    if (number.length === written.length) {
      this.at += written.length;
      return undefined;
    }
    const message = `\`${shown(written)}\` is not a number as JSON writes one`;
    const value = Number(written);
    if (Number.isFinite(value)) return this.#slip(written.length, message, `write ${value}`);
    return this.#slip(written.length, message, "write digits and a decimal point alone, or a text in double quotes");
  }

  #quoted(): JsonSlip | undefined {
    const start = this.at;
    for (let at = start + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === '"') {
        if (this.#isOpening(start, at)) break;
        this.at = at + 1;
        return undefined;
      }
      if (character === "\n") break;
      if (character < " ") {
        const message = "a tab or another sign that can't be seen stands in this text";
        return { at, length: 1, message, remedy: "take it out; JSON writes a tab as \\t and a new line as \\n" };
      }
      if (character !== "\\") continue;
      const sign = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(this.#text.slice(at, at + 6))?.[0];
      if (sign === undefined) {
        const length = Math.min(2, this.#text.length - at);
        return { at, length, message: "this backslash means nothing in JSON", remedy: "write two for one: \\\\" };
      }
      at += sign.length - 1;
    }
    const length = /^[^\n,]*/.exec(this.#text.slice(start))?.[0].trimEnd().length ?? 1;
    return { at: start, length, message: "this quote is never closed", remedy: 'write " at the end of the text' };
  }

  /** Whether the quote that ends a text is more likely to begin the next one: a word follows it, and a comma is before. */
  #isOpening(start: number, end: number): boolean {
    return /[\w]/.test(this.#text.charAt(end + 1)) && /[,:]\s*$/.test(this.#text.slice(start, end));
  }

  #otherQuotes(text: string): JsonSlip {
    return this.#slip(text.length, "JSON takes double quotes alone", 'write " at both ends of the text');
  }

  #word(): string {
    word.lastIndex = this.at;
    return word.exec(this.#text)?.[0] ?? "";
  }

  #slip(length: number, message: string, remedy: string): JsonSlip {
    return { at: this.at, length, message, remedy };
  }
}

/** A word as a message shows it: of one that is longer than anybody writes, its beginning. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
