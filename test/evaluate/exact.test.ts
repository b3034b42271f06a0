import { describe, expect, it } from "vitest";
import { lend, ordinary } from "./library.ts";

const owing = (...amounts: number[]) =>
  lend({
    ...ordinary,
    reader: { ...ordinary.reader, fines: amounts.map((amount) => ({ reason: "late", amount })) },
  });

describe("sums at a limit", () => {
  it("are exact where binary fractions are not", () => {
    // 0.1 + 0.2 + 9.7 is 10.000000000000002 in floating point when added in this order backwards.
    expect(owing(9.7, 0.2, 0.1).clauses["2.2"]?.status).toBe("met");
    expect(owing(...Array.from({ length: 100 }, () => 0.1)).derived["reader.owed"]).toBe(10);
    expect(owing(9.999999, 0.000001).clauses["2.2"]?.status).toBe("met");
    expect(owing(9.999999, 0.000002).clauses["2.2"]?.status).toBe("unmet");
  });
});
