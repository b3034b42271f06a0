/** What becomes of pieces of work. */
export interface Line<Piece, Made> {
  /** Works on a piece; several are worked on at once. */
  readonly work: (piece: Piece) => Promise<Made>;
  /** Takes what became of a piece, one at a time and in the order of the pieces. */
  readonly take: (made: Made, piece: Piece) => Promise<void>;
  /** How many pieces may be under way: asked for, worked on, or waiting to be taken. */
  readonly most: () => number;
}

/**
 * Works on pieces as they arrive and takes what becomes of them in their order. No piece is asked for while enough are
 * under way, so that a slow taker slows down everything before it, and memory stays flat.
 *
 * @throws the first error of the source, of the work or of the taker; nothing is taken after it
 */
export async function inOrder<Piece, Made>(source: AsyncIterable<Piece>, line: Line<Piece, Made>): Promise<void> {
  let underWay = 0;
  let failed = false;
  let roomMade = (): void => {};
  let taken: Promise<void> = Promise.resolve();
  const finished = (): void => {
    underWay--;
    roomMade();
  };
  try {
    for await (const piece of source) {
      underWay++;
      const working = line.work(piece);
      taken = taken.then(async () => {
        await line.take(await working, piece);
        finished();
      });
      taken.catch(() => {
        failed = true;
        roomMade();
      });
      // Its error comes out where it is awaited, in its turn.
      working.catch(() => {});
      while (underWay >= line.most() && !failed) {
        await new Promise<void>((resolve) => {
          roomMade = resolve;
        });
      }
      if (failed) break;
    }
  } catch (error) {
    // What was read before the source failed is still taken.
    await taken;
    throw error;
  }
  await taken;
}
