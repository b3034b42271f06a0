/** Where a value stands in a rule file: the list or mapping that has it, and the key or index there. */
export interface Slot {
  readonly container: object;
  readonly key: string | number;
}

/** The value that stands there. */
export function valueAt({ container, key }: Slot): unknown {
  return Reflect.get(container, key);
}

/** Whether a value is a list or a mapping. */
export function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** How many scalars a value has; an empty list or mapping counts as one. */
export function size(value: unknown): number {
  if (!isContainer(value)) return 1;
  let total = 0;
  for (const part of Object.values(value)) total += size(part);
  return Math.max(1, total);
}
