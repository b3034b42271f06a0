import fc from "fast-check";

/** One element's score as a case holds it, in points with at most two decimals. */
export interface ScoredElement {
  readonly element: string;
  readonly earned: number;
  readonly available: number;
}

interface Hundredths {
  readonly earned: number;
  readonly available: number;
}

const percentNearLimit = fc.constantFrom(49.99, 50, 50.01, 59.99, 60, 60.01, 79.99, 80, 80.01);

/** Elements that all sit at the same percentage, so that the whole does too. */
const evenly: fc.Arbitrary<readonly Hundredths[]> = fc
  .tuple(percentNearLimit, fc.array(fc.constantFrom(100, 200, 500), { minLength: 1, maxLength: 4 }))
  .map(([percent, points]) =>
    points.map((available) => ({
      earned: Math.round((percent * 100 * available) / 100),
      available: available * 100,
    })),
  );

/** One element near the limit for an element, and a second that brings the whole near an overall limit. */
const oneWeak: fc.Arbitrary<readonly Hundredths[]> = fc
  .tuple(fc.integer({ min: -1, max: 1 }), fc.constantFrom(6000, 8000), fc.integer({ min: -1, max: 1 }))
  .map(([weakOffset, overall, overallOffset]) => {
    const weak = { earned: 2500 + weakOffset, available: 5000 };
    const total = 20_000;
    const earned = (total * overall) / 10_000 + overallOffset - weak.earned;
    return [weak, { earned, available: total - weak.available }];
  });

/** A whole whose exact percentage is no round number: thirds and sevenths just about the limits. */
const awkward: fc.Arbitrary<readonly Hundredths[]> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(50, 60, 80),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([points, percent, offset]) =>
    points.map((available, index) => ({
      earned: clamp(Math.ceil((available * percent) / 100) + (index === 0 ? offset : 0), available),
      available,
    })),
  );

const anything: fc.Arbitrary<readonly Hundredths[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 10_000 }))
    .map(([available, share]) => ({ available, earned: Math.floor((available * share) / 10_000) })),
  { minLength: 1, maxLength: 6 },
);

const comfortable: fc.Arbitrary<readonly Hundredths[]> = fc
  .array(fc.integer({ min: 80, max: 100 }), { minLength: 1, maxLength: 6 })
  .map((percents) => percents.map((percent) => ({ earned: percent * 100, available: 10_000 })));

/** Scored elements that contradict nothing: weighted to the limits of 50, 60 and 80 %, some elements without points. */
export const scoredElements: fc.Arbitrary<readonly ScoredElement[]> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: comfortable },
      { weight: 4, arbitrary: evenly },
      { weight: 4, arbitrary: oneWeak },
      { weight: 2, arbitrary: awkward },
      { weight: 2, arbitrary: anything },
    ),
    fc.constantFrom(0, 0, 0, 1, 2),
  )
  .map(([elements, withoutPoints]) => {
    const empty = Array.from({ length: withoutPoints }, () => ({ earned: 0, available: 0 }));
    // An element without points at the front and at the back, so that neither end is a safe place to look.
    return [...empty.slice(0, 1), ...elements, ...empty.slice(1)].map(({ earned, available }, index) => ({
      element: `element_${index + 1}`,
      earned: earned / 100,
      available: available / 100,
    }));
  });

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
