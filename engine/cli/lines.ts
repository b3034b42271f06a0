const LINE_BREAK = 10;

/** A line of bytes without its line break; `undefined` for one that is longer than allowed. */
export type Line = Buffer | undefined;

/**
 * The lines of a stream of bytes, in groups as they arrive. No more is held in memory than a piece of the stream and one
 * line; of a line that is too long, not even that.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<readonly Line[]> {
  /** The pieces of a line whose end has not arrived. */
  let pieces: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer): void => {
    length += piece.length;
    if (length > maxBytes) pieces = [];
    else if (piece.length > 0) pieces.push(piece);
  };
  const finish = (): Line => {
    const line = length > maxBytes ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : viewOf(chunk);
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_BREAK); end !== -1; end = bytes.indexOf(LINE_BREAK, start)) {
      take(bytes.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    take(bytes.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [finish()];
}

/** The bytes as a buffer, without copying them. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
