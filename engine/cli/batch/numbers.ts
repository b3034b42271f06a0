/** A number with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** A number with its noun: "1 row", "2,000 rows". */
export function countedRows(count: number): string {
  return `${grouped(count)} row${count === 1 ? "" : "s"}`;
}
