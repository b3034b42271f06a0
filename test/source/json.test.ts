import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tooDeepAt } from "../../engine/source/json/depth.ts";
import { jsonSlip } from "../../engine/source/json/slip.ts";

/** What damages JSON: everything that means something to it, and what people bring from elsewhere. */
const signs = [..."{}[],:\"'\\/#-+.0\t\n ", "//", "null", "True", "NaN", "1e5", "01", "\\x", "\\u12", '""', "{}"];

const block = fc.dictionary(fc.string(), fc.jsonValue());
const damage = fc.tuple(fc.noBias(fc.nat(9999)), fc.nat(3), fc.constantFrom(...signs));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("a slip in JSON", () => {
  it("is found in none that JSON.parse reads as a block", () => {
    fc.assert(
      fc.property(block, fc.nat(3), (value, indent) => {
        expect(jsonSlip(JSON.stringify(value, null, indent), "file")).toBeUndefined();
      }),
    );
  });

  it("is found where JSON.parse refuses the text, and nowhere else, at a place inside of it", () => {
    let refused = 0;
    fc.assert(
      fc.property(block, fc.array(damage, { minLength: 1, maxLength: 3 }), (value, damages) => {
        const text = damages.reduce((json, [where, length, sign]) => {
          const at = Math.floor((where / 10_000) * json.length);
          return json.slice(0, at) + sign + json.slice(at + length);
        }, JSON.stringify(value));
        const slip = jsonSlip(text, "line");
        const isBlock = isJson(text) && /^\s*[[{]/.test(text);
        expect([text, slip === undefined]).toEqual([text, isBlock]);
        if (slip === undefined) return;
        refused++;
        expect(slip.at).toBeLessThanOrEqual(text.length);
        expect(slip.length).toBeGreaterThanOrEqual(1);
        expect(slip.at + slip.length).toBeLessThanOrEqual(Math.max(slip.at + 1, text.length));
        expect(slip.message).toMatch(/\S/);
        expect(slip.remedy).toMatch(/\S/);
      }),
      { numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it("is not marked beyond the end of the text", () => {
    expect(jsonSlip('{"a": "x\\', "line")).toMatchObject({ at: 8, length: 1 });
  });

  it("is found however deep the text is nested", () => {
    expect(jsonSlip("[".repeat(500_000), "line")?.message).toBe("this `[` is never closed");
    expect(jsonSlip(`${"[".repeat(500_000)}${"]".repeat(500_000)}`, "line")).toBeUndefined();
  });
});

describe("the depth of JSON", () => {
  it("counts what is open, and nothing in texts", () => {
    expect(tooDeepAt('{"a":[1,[2]]}', 3)).toBeUndefined();
    expect(tooDeepAt('{"a":[1,[2]]}', 2)).toBe(8);
    expect(tooDeepAt('["[[[[", "\\"[[[[", {}]', 2)).toBeUndefined();
  });

  it("is that of the value, whatever is written in it", () => {
    const depthOf = (value: unknown): number =>
      typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(tooDeepAt(text, depthOf(value))).toBeUndefined();
        if (depthOf(value) > 0) expect(text.charAt(tooDeepAt(text, depthOf(value) - 1) ?? -1)).toMatch(/[[{]/);
      }),
    );
  });

  it("is found however deep the text is nested, or however much of it is missing", () => {
    expect(tooDeepAt("[".repeat(500_000), 499_999)).toBe(499_999);
    expect(tooDeepAt("]".repeat(500_000), 1)).toBeUndefined();
    expect(tooDeepAt('"'.repeat(7), 0)).toBeUndefined();
  });

  it("has words of its own for cells", () => {
    for (const text of ["", "1", "[][]", "[]{}", "[],", "[]x"]) {
      const { message = "", remedy = "" } = jsonSlip(text, "cell") ?? {};
      expect([message, remedy].join(" ")).toMatch(/\b(?:list|cell)\b/);
      expect([message, remedy].join(" ")).not.toMatch(/case|file|line|braces/);
    }
  });

  it("has words of its own for records", () => {
    for (const text of ["", "1", "{}{}", "{},", "{}x"]) {
      const { message = "", remedy = "" } = jsonSlip(text, "record") ?? {};
      expect([message, remedy].join(" ")).toContain("record");
      expect([message, remedy].join(" ")).not.toContain("case");
    }
  });
});
