import fc from "fast-check";
import { expect, it } from "vitest";
import { ClauseMarks } from "../../engine/evaluate/compile/clause-marks.ts";

const names = Array.from({ length: 200 }, (_, slot) => `clause ${slot}`);
const slot = fc.nat({ max: names.length - 1 });
/** In any order, and in the order in which a decision by what did not happen marks them: far more than a handful. */
const marked = fc.oneof(
  fc.array(slot, { maxLength: 20 }),
  fc.array(slot, { minLength: 41, maxLength: 150 }),
  fc.uniqueArray(slot, { maxLength: 150 }).map((slots) => slots.sort((one, other) => one - other)),
);

it("marks taken out are those put in, once each, in the order of the revision; and nothing is left of them", () => {
  fc.assert(
    fc.property(fc.array(marked, { minLength: 1, maxLength: 6 }), (rounds) => {
      const marks = new ClauseMarks(names.length);
      for (const slots of rounds) {
        for (const one of slots) marks.add(one);
        expect(marks.take(names)).toEqual(names.filter((_, at) => slots.includes(at)));
      }
      expect(marks.take(names)).toEqual([]);
    }),
  );
});
