const usualRoom = 256 * 1024;

/** Rows as they are written one after the other. */
export class RowBytes {
  #bytes: Buffer;
  #length = 0;

  /** @param room to begin with, in bytes */
  constructor(room = usualRoom) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

  /** How much is written. */
  get length(): number {
    return this.#length;
  }

  /** Takes back everything that was written after that. */
  cutTo(length: number): void {
    this.#length = length;
  }

  writeText(text: string): void {
    // A character takes at most three bytes; one that takes four has two units.
    this.#makeRoom(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length, "utf8");
  }

  /** Writes a short text of which each character is one byte. */
  writeAscii(text: string): void {
    this.#makeRoom(text.length);
    const mine = this.#bytes;
    let end = this.#length;
    for (let at = 0; at < text.length; at++) {
      mine[end] = text.charCodeAt(at);
      end++;
    }
    this.#length = end;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes a short part of some bytes. */
  writePart(bytes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from);
    const mine = this.#bytes;
    let end = this.#length;
    for (let at = from; at < to; at++) {
      mine[end] = bytes[at] ?? 0;
      end++;
    }
    this.#length = end;
  }

  /** What is written after some of it, as text. */
  textFrom(start: number): string {
    return this.#bytes.toString("utf8", start, this.#length);
  }

  /** Everything that is written. The next rows begin anew, and are written over it. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#length + count, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
