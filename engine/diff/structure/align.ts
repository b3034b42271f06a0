/** What became of one element of a list: kept or changed where both sides have it, else removed or added. */
export interface Aligned {
  readonly base: number | undefined;
  readonly head: number | undefined;
}

/** What it costs that one element became another; with one side left out, that it was added or removed. */
export type Cost = (base: number | undefined, head: number | undefined) => number;

/** Above so many pairs to weigh, the elements that differ are taken one after another. */
const mostPairs = 1_000_000;
/** More than any change costs, so that equal elements are held to be the same one wherever order allows. */
const equal = -1e9;

/**
 * Aligns two lists: as many equal elements as the order allows, and between them whatever makes the changes cheapest.
 * The same two lists the other way round give the same pairs the other way round, as long as `cost` does.
 *
 * @param base the elements of either list, each as a text that is the same for equal elements only
 * @returns both lists in their order, without a gap
 */
export function align(base: readonly string[], head: readonly string[], cost: Cost): readonly Aligned[] {
  // Of several alignments that are as good, the choice must not depend on which side comes first.
  if (base.join("\n") > head.join("\n")) {
    const turned = alignInOrder(head, base, (one, other) => cost(other, one));
    return turned.map((pair) => ({ base: pair.head, head: pair.base }));
  }
  return alignInOrder(base, head, cost);
}

function alignInOrder(base: readonly string[], head: readonly string[], cost: Cost): readonly Aligned[] {
  const shorter = Math.min(base.length, head.length);
  let start = 0;
  while (start < shorter && base[start] === head[start]) start++;
  let end = 0;
  while (end < shorter - start && base.at(-1 - end) === head.at(-1 - end)) end++;
  const rows = base.length - start - end;
  const columns = head.length - start - end;
  const price: Cost = (row, column) => {
    const [at, other] = [row === undefined ? row : start + row, column === undefined ? column : start + column];
    return at !== undefined && other !== undefined && base[at] === head[other] ? equal : cost(at, other);
  };
  const middle = rows * columns > mostPairs ? inTurn(rows, columns) : cheapest(rows, columns, price);
  return [
    ...inTurn(start, start),
    ...shifted(middle, start, start),
    ...shifted(inTurn(end, end), base.length - end, head.length - end),
  ];
}

/** One after another: those that only the longer list has come last. */
function inTurn(rows: number, columns: number): readonly Aligned[] {
  return Array.from({ length: Math.max(rows, columns) }, (_, at) => ({
    base: at < rows ? at : undefined,
    head: at < columns ? at : undefined,
  }));
}

function shifted(pairs: readonly Aligned[], base: number, head: number): readonly Aligned[] {
  return pairs.map((pair) => ({
    base: pair.base === undefined ? undefined : pair.base + base,
    head: pair.head === undefined ? undefined : pair.head + head,
  }));
}

/** The alignment that costs least, found from the end; of equally good ones, the first to pair, then to remove. */
function cheapest(rows: number, columns: number, price: Cost): readonly Aligned[] {
  const width = columns + 1;
  const rest = new Float64Array((rows + 1) * width);
  const steps = (row: number, column: number) => {
    const after = (down: number, right: number) => rest[(row + down) * width + column + right] ?? 0;
    const both = row < rows && column < columns ? price(row, column) + after(1, 1) : Number.POSITIVE_INFINITY;
    const removed = row < rows ? price(row, undefined) + after(1, 0) : Number.POSITIVE_INFINITY;
    const added = column < columns ? price(undefined, column) + after(0, 1) : Number.POSITIVE_INFINITY;
    return { both, removed, added, least: Math.min(both, removed, added) };
  };
  for (let row = rows; row >= 0; row--) {
    for (let column = columns; column >= 0; column--) {
      if (row < rows || column < columns) rest[row * width + column] = steps(row, column).least;
    }
  }
  const pairs: Aligned[] = [];
  for (let row = 0, column = 0; row < rows || column < columns; ) {
    const { both, removed, least } = steps(row, column);
    if (both === least) pairs.push({ base: row++, head: column++ });
    else if (removed === least) pairs.push({ base: row++, head: undefined });
    else pairs.push({ base: undefined, head: column++ });
  }
  return pairs;
}
