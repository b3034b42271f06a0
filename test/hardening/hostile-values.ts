import fc from "fast-check";

/** An object that holds itself. */
function cyclic(): object {
  const self: Record<string, unknown> = { age: 1 };
  self.self = self;
  self.reader = self;
  return self;
}

/** An object of objects, far deeper than a stack can follow. */
function deep(): object {
  let value: object = {};
  for (let depth = 0; depth < 200_000; depth++) value = depth % 2 === 0 ? { reader: value } : [value];
  return value;
}

function failing(): never {
  throw new TypeError("not to be read");
}

const throwing: readonly (() => unknown)[] = [
  () => Object.defineProperty({}, "age", { get: failing, enumerable: true }),
  () => new Proxy({}, { get: failing, ownKeys: failing, getPrototypeOf: failing }),
  () => new Proxy([], { get: failing }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  () => Object.assign([1], { [Symbol.iterator]: failing }),
];

const odd: readonly (() => unknown)[] = [
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 1e308,
  () => 5e-324,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 10n ** 400n,
  () => Symbol("age"),
  () => failing,
  () => class Age {},
  () => new (class Age {})(),
  () => new globalThis.Date(0),
  () => new Map([["age", 3]]),
  () => new Set([1]),
  () => new Uint8Array(8),
  () => Object("text"),
  () => Object(3),
  () => /a/,
  () => Promise.resolve(1),
  () => Object.create(null),
  () => Object.freeze({ age: Object.freeze([1]) }),
  () => Object.create({ age: 3 }),
  () => ({ [Symbol("age")]: 3 }),
  () => ({ toString: failing, valueOf: failing, [Symbol.toPrimitive]: failing }),
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  () => ({ "__proto__.polluted": true, "constructor.prototype.polluted": true, prototype: { polluted: true } }),
  () => new Array(4_000_000_000),
  () => new Array(1_000_000).fill(0),
  () => new Array(20_000).fill({ amount: 1 }),
  () => Object.fromEntries(Array.from({ length: 100_000 }, (_none, at) => [`key_${at}`, at])),
  () => Object.assign([], { length: 5, age: 3 }),
  () => "x".repeat(10_000_000),
  () => "\ud800",
  () => "\udc00\ud800 \u0000 \u202e \u{10ffff}",
  () => "9".repeat(1_000_000),
  () => "2021-03-01T00:00:00Z",
  () => "__proto__",
  () => "constructor",
  () => "toString",
  () => null,
  () => undefined,
  () => [],
  () => ({}),
  cyclic,
  deep,
];

/** Makes a value that no person writes. The values themselves can't be handed around: to look at some of them is to fail. */
export const hostileMake: fc.Arbitrary<() => unknown> = fc.oneof(
  fc.constantFrom(...odd, ...odd, ...throwing),
  fc
    .anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    })
    .map((value) => () => value),
);

/** The hostile values, each once. */
export const everyHostileValue: readonly unknown[] = [...odd, ...throwing].map((make) => make());
