import type { Frame, Possible } from "../../../evaluate/frame.ts";
import type { Program } from "../../../evaluate/program.ts";

/** The decisions of a row as far as some of them, and what they go on with after one more. */
class Beginning {
  readonly text: string;
  readonly next = new Map<string, Beginning>();
  #bytes: Uint8Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** The text, made ready to be written when it is first asked for. */
  get bytes(): Uint8Array {
    this.#bytes ??= new TextEncoder().encode(this.text);
    return this.#bytes;
  }
}

/** So many beginnings are kept: a procedure has a few hundred that come again, and what does not is not worth its place. */
const mostKept = 5_000;

/** What the decisions of one revision come to, as rows say it: written once, for all rows in which they come to the same. */
export class DecisionBytes {
  readonly #names: readonly string[];
  readonly #start = new Beginning("");
  #kept = 0;

  /** @param ids of the decisions, in their order */
  constructor(ids: Iterable<string>) {
    this.#names = [...ids].map((id, at) => `${at === 0 ? "" : ","}${JSON.stringify(id)}:`);
  }

  /** The decisions with a comma between them. @param program of the revision */
  of(program: Program, frame: Frame): Uint8Array {
    let beginning = this.#start;
    let at = 0;
    for (const decision of program.decisions.values()) {
      const possible = decision.possible(frame);
      // Outcomes are names: joined, they are no outcome.
      const key = possible.length === 1 ? (possible[0] ?? "") : possible.join();
      beginning = beginning.next.get(key) ?? this.#extended(beginning, key, at, possible);
      at++;
    }
    return beginning.bytes;
  }

  #extended(beginning: Beginning, key: string, at: number, possible: Possible): Beginning {
    const [outcome] = possible;
    const settled = { outcome: possible.length === 1 ? outcome : null, possible };
    const next = new Beginning(`${beginning.text}${this.#names[at] ?? ""}${JSON.stringify(settled)}`);
    if (this.#kept < mostKept) {
      beginning.next.set(key, next);
      this.#kept++;
    }
    return next;
  }
}
