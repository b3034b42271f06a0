import { type Term, whole } from "../../language/smt/term.ts";

/** The numbers that stand for words: options, texts, outcomes, statuses. */
export class Codes {
  readonly #codes = new Map<string, number>();
  readonly #words: string[] = [];

  /** The number of a word, the same for the same word. */
  of(word: string): Term {
    const known = this.#codes.get(word);
    if (known !== undefined) return whole(known);
    const code = this.#words.length;
    this.#codes.set(word, code);
    this.#words.push(word);
    return whole(code);
  }

  /** The word that a number stands for; nothing for a text that no rule names. */
  word(code: number): string | undefined {
    return this.#words[code];
  }
}
