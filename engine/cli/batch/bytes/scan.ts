import type { ByteText } from "./byte-text.ts";

export const space = 32;
export const lineFeed = 10;
export const carriageReturn = 13;
export const quote = 34;
export const comma = 44;
export const openBrace = 123;
export const closeBrace = 125;
export const openBracket = 91;
export const closeBracket = 93;

const backslash = 92;

/**
 * A place in the bytes of some lines, each ended by its line break. Whatever goes on while bytes are of one kind stops at
 * that break, so it never leaves the bytes.
 */
export class Scan {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  /** The byte here; -1 after the last. */
  get byte(): number {
    return this.bytes[this.at] ?? -1;
  }

  skipSpaces(): void {
    const { bytes } = this;
    let at = this.at;
    while (bytes[at] === space) at++;
    this.at = at;
  }

  /** Passes over one byte, and the spaces after it, if it is the one that stands here. */
  take(byte: number): boolean {
    if (this.bytes[this.at] !== byte) return false;
    this.at++;
    this.skipSpaces();
    return true;
  }

  /** Passes over a text if it stands here. */
  takeText(text: ByteText): boolean {
    if (!text.standsAt(this.bytes, this.view, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Passes over a text in quotes in which nothing is written in another way than it reads: no backslash, no control. */
  takeQuoted(): boolean {
    const { bytes } = this;
    let at = this.at;
    if (bytes[at] !== quote) return false;
    for (at++; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) {
        this.at = at + 1;
        return true;
      }
      if (byte < space || byte === backslash) return false;
    }
    return false;
  }

  /** The text between two places. */
  text(from: number, to: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, to - from).toString("utf8");
  }
}

/** The place after the line that goes on at a place. */
export function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(lineFeed, from);
  return at === -1 ? bytes.length : at + 1;
}
