/**
 * Whether an object without keys keeps its content elsewhere: a `Map`, a date, an object of a class or one that inherits
 * what it has. Read as a block of keys it would say that nothing is known, which is not what was meant.
 */
export function isForeign(block: object): boolean {
  const parent: unknown = Object.getPrototypeOf(block);
  if (parent === null || parent === Object.prototype || Object.keys(block).length > 0) return false;
  // An object of another window or context has another `Object.prototype`, and that has no parent either.
  return Object.getPrototypeOf(parent) !== null;
}
