/** A text as it is written in JSON, to be recognised among bytes four at a time. */
export class ByteText {
  /** In bytes. */
  readonly length: number;
  readonly #words: Int32Array;
  /** What is left after the last whole word. */
  readonly #rest: Uint8Array;

  constructor(written: string) {
    const bytes = new TextEncoder().encode(written);
    const view = new DataView(bytes.buffer);
    this.length = bytes.length;
    this.#words = Int32Array.from({ length: bytes.length >> 2 }, (_, at) => view.getInt32(at * 4, true));
    this.#rest = bytes.subarray(this.#words.length * 4);
  }

  /** Whether it stands at a place. @param view of the same bytes */
  standsAt(bytes: Uint8Array, view: DataView, place: number): boolean {
    if (place + this.length > bytes.length) return false;
    const words = this.#words;
    let at = place;
    for (let word = 0; word < words.length; word++) {
      if (view.getInt32(at, true) !== words[word]) return false;
      at += 4;
    }
    const rest = this.#rest;
    for (let byte = 0; byte < rest.length; byte++) if (bytes[at + byte] !== rest[byte]) return false;
    return true;
  }
}
