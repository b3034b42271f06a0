import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../../../engine/calendar/day.ts";
import { takeDay } from "../../../../engine/cli/batch/bytes/byte-day.ts";
import { takeNumber } from "../../../../engine/cli/batch/bytes/byte-number.ts";
import { ByteText } from "../../../../engine/cli/batch/bytes/byte-text.ts";
import { RowBytes } from "../../../../engine/cli/batch/bytes/row-bytes.ts";
import { Scan } from "../../../../engine/cli/batch/bytes/scan.ts";

const scanOf = (text: string): Scan => new Scan(Buffer.from(`${text}\n`));

describe("a number in bytes", () => {
  const digits = (most: number) => fc.array(fc.constantFrom(..."0123456789"), { maxLength: most });
  const written = fc
    .tuple(fc.constantFrom("", "-"), digits(18), fc.constantFrom("", "."), digits(18), fc.constantFrom("", "e1", "x"))
    .map(([sign, whole, point, decimals, end]) => sign + whole.join("") + point + decimals.join("") + end);

  it("is what JSON makes of it, or left to others", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(written, fc.double({ noNaN: true }).map(String), fc.integer().map(String)), (text) => {
        const scan = scanOf(text);
        const number = takeNumber(scan);
        if (Number.isNaN(number)) {
          expect(scan.at).toBe(0);
          return;
        }
        taken++;
        const read: unknown = JSON.parse(text.slice(0, scan.at));
        expect(read === 0 ? 0 : read).toBe(number);
        if (scan.at < text.length) expect(text.slice(scan.at)).toMatch(/^[^0-9]/);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it("is left to others where it begins with a needless zero, ends with a point, or has many digits", () => {
    for (const text of ["", "-", "01", "-00", "1.", ".5", "-.5", "1234567890123456", "0.1234567890123456", "+1"]) {
      expect([text, takeNumber(scanOf(text))]).toEqual([text, Number.NaN]);
    }
    expect(["0", "-0", "-0.0", "0.1", "79.99", "123456789012345"].map((text) => takeNumber(scanOf(text)))).toEqual([
      0, 0, 0, 0.1, 79.99, 123456789012345,
    ]);
  });
});

describe("a date in bytes", () => {
  it("is what the calendar says", () => {
    const days = fc.integer({ min: -719_162, max: 2_932_896 }).map(formatDay);
    const near = fc.tuple(days, fc.nat(9), fc.constantFrom(..."0123459-/ é")).map(([text, at, sign]) => {
      return text.slice(0, at) + sign + text.slice(at + 1);
    });
    fc.assert(
      fc.property(fc.oneof(days, near, fc.string()), (text) => {
        const day = parseDay(text);
        const scan = scanOf(`"${text}"`);
        expect(takeDay(scan)).toBe(typeof day === "number" ? day : Number.NaN);
        expect(scan.at).toBe(typeof day === "number" ? 12 : 0);
      }),
      { numRuns: 2000 },
    );
    for (const text of ["", "2020-01-01", '"2020-01-01', '"2020-01-0', '"2020-01-011"']) {
      expect([text, takeDay(new Scan(Buffer.from(text)))]).toEqual([text, Number.NaN]);
    }
  });
});

describe("a text among bytes", () => {
  it("is found where it stands and nowhere else", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 9 });
    fc.assert(
      fc.property(letters, letters, fc.nat(20), (text, all, at) => {
        const bytes = Buffer.from(all);
        const stands = bytes.subarray(at, at + Buffer.byteLength(text)).equals(Buffer.from(text)) && at <= bytes.length;
        const scan = new Scan(bytes, at);
        expect(scan.takeText(new ByteText(text))).toBe(stands);
        expect(scan.at).toBe(stands ? at + Buffer.byteLength(text) : at);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("rows in bytes", () => {
  it("are what was written, whatever room there was, and begin anew once taken", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "€", "😀") });
    fc.assert(
      fc.property(fc.array(text), fc.array(text), fc.integer({ min: 1, max: 40 }), (kept, cut, room) => {
        const rows = new RowBytes(room);
        for (let again = 0; again < 2; again++) {
          for (const [at, each] of kept.entries()) {
            if (at % 2 === 0) rows.writeText(each);
            else rows.writeBytes(Buffer.from(each));
          }
          const before = rows.length;
          for (const each of cut) {
            const bytes = Buffer.from(`..${each}.`);
            rows.writePart(bytes, 2, bytes.length - 1);
            rows.writeAscii("and so on");
          }
          expect(rows.textFrom(before)).toBe(cut.map((each) => `${each}and so on`).join(""));
          rows.cutTo(before);
          expect(Buffer.from(rows.take()).toString()).toBe(kept.join(""));
        }
      }),
    );
  });
});
