/** Some whole lines of the input: what is decided, written and recorded in one go. */
export interface Chunk {
  /** The number of its first line, from 1. */
  readonly line: number;
  /** How many lines it has. */
  readonly lines: number;
  /** How much of the input it is, in bytes. */
  readonly size: number;
  /** The lines with their breaks; nothing where it stands for one line that is longer than allowed. */
  readonly bytes: Uint8Array | undefined;
  /** The digest of all of the input up to its end, where one is wanted. */
  readonly digest: string | undefined;
  /** Whether it is the first of the input. */
  readonly isFirst: boolean;
  /** Whether its last line has ended. Only at the end of the input can it be open. */
  readonly ended: boolean;
}

/** Where the records of some text end. It remembers how the piece before ended, so pieces go in one after another. */
export interface Records {
  /** The place after the first record that ends at or after a place; nothing where none ends in this piece. */
  readonly endIn: (piece: Buffer, from: number) => number | undefined;
  /** How many lines the record that ended last has. */
  readonly lines: number;
}
