import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/*
 * A zone is read once, when a process starts, so each zone gets a process of its own. Apia has no 2011-12-30 (it moved
 * across the date line), Kolkata is half an hour off, Kiritimati and Pago Pago are 25 hours apart.
 */
const ZONES = ["UTC", "Pacific/Apia", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"];

const root = resolve(import.meta.dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "calendar-zones-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
  const sources = ["day", "arithmetic", "today"].map((name) => join(root, `engine/calendar/${name}.ts`));
  const options = "--module nodenext --target es2023 --types node --skipLibCheck --rewriteRelativeImportExtensions";
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const built = spawnSync(
    process.execPath,
    [
      compiler,
      ...options.split(" "),
      "--ignoreConfig",
      "--rootDir",
      join(root, "engine/calendar"),
      "--outDir",
      folder,
      ...sources,
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runIn(zone: string, script: string): string {
  const file = join(folder, "script.js");
  writeFileSync(file, script);
  const result = spawnSync(process.execPath, [file], { encoding: "utf8", env: { ...process.env, TZ: zone } });
  if (result.status !== 0) throw new Error(result.stderr);
  return result.stdout.trim();
}

const COMPUTE = `
  import { createHash } from "node:crypto";
  import { addDays, addMonths, addYears, endOf, startOf } from "./arithmetic.js";
  import { dayOf, formatDay, parseDay } from "./day.js";
  const hash = createHash("sha256");
  const shown = [];
  for (let day = dayOf(2011, 12, 25); day < dayOf(2012, 1, 5); day++) shown.push(formatDay(day));
  for (let day = dayOf(2007, 1, 1); day < dayOf(2021, 1, 1); day++) {
    const dates = [day, addDays(day, 36), addMonths(day, 1, "up"), addMonths(day, -7, "down"), addYears(day, 1, "up")];
    for (const unit of ["month", "quarter", "year"]) dates.push(startOf(unit, day), endOf(unit, day));
    const text = dates.map(formatDay).join(" ");
    if (parseDay(formatDay(day)) !== day) throw new Error(formatDay(day));
    hash.update(text);
    if (day === dayOf(2011, 12, 30)) shown.push(text);
  }
  console.log(shown.join("\\n") + "\\n" + new Date(0).getTimezoneOffset() + "\\n" + hash.digest("hex"));
`;

describe("the calendar in every time zone", () => {
  it("gives the same dates everywhere", () => {
    const outputs = ZONES.map((zone) => runIn(zone, COMPUTE).split("\n"));
    const results = outputs.map((lines) => [...lines.slice(0, -2), lines.at(-1)].join("\n"));
    expect(results[0]).toContain("2011-12-29\n2011-12-30\n2011-12-31");
    expect(results[0]).toContain(
      "2011-12-30 2012-02-04 2012-01-30 2011-05-30 2012-12-30 2011-12-01 2011-12-31 2011-10-01 2011-12-31 2011-01-01 2011-12-31",
    );
    expect(new Set(results)).toHaveProperty("size", 1);
    const offsets = new Set(outputs.map((lines) => lines.at(-2)));
    expect(offsets.size, "the processes must really run in different zones").toBeGreaterThan(3);
  });

  it.each([
    ["UTC", "2011-12-30T09:30:00Z", "2011-12-30"],
    ["Pacific/Apia", "2011-12-30T09:30:00Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:30:00Z", "2011-12-31"],
    ["Asia/Kolkata", "2011-12-30T18:29:00Z", "2011-12-30"],
    ["Asia/Kolkata", "2011-12-30T18:30:00Z", "2011-12-31"],
    ["Pacific/Kiritimati", "2024-02-28T10:00:00Z", "2024-02-29"],
    ["Pacific/Pago_Pago", "2024-03-01T10:59:00Z", "2024-02-29"],
  ])("today in %s at %s is %s", (zone, instant, date) => {
    const script = `
      import { formatDay } from "./day.js";
      import { today } from "./today.js";
      const RealDate = Date;
      globalThis.Date = class extends RealDate {
        constructor(...parts) { parts.length === 0 ? super("${instant}") : super(...parts); }
      };
      console.log(formatDay(today()));
    `;
    expect(runIn(zone, script)).toBe(date);
  });
});
