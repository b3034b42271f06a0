import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { compareRevisions } from "../../../engine/diff/compare.ts";
import { diffHtml } from "../../../engine/diff/formats/html.ts";
import { diffJson } from "../../../engine/diff/formats/json.ts";
import { diffMarkdown } from "../../../engine/diff/formats/markdown.ts";
import { diffText } from "../../../engine/diff/formats/text.ts";
import type { DiffReport } from "../../../engine/diff/report.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { shipped, sideOf } from "../structure/sides.ts";

const draft = (name: string) => sideOf(openProcedure(`fixtures/drafts/${name}`));
const published = () => sideOf(openProcedure(shipped));
const reports = new Map<string, DiffReport>();

beforeAll(async () => {
  for (const name of ["twelve-people", "wording-only", "same-formula", "no-more-binders"]) {
    reports.set(name, await compareRevisions(published(), draft(name)));
  }
  reports.set("nothing", await compareRevisions(published(), published()));
}, 120_000);

function reportOf(name: string): DiffReport {
  const report = reports.get(name);
  if (report === undefined) throw new Error(`there is no report ${name}`);
  return report;
}

describe("a comparison", () => {
  it("as text says what is written differently, from when, who gains, and on which case", () => {
    const text = diffText(reportOf("twelve-people"));
    for (const part of [
      "10 → 12",
      "LOOSENS",
      "From 2022-01-01",
      "clause 2.1.3",
      "11 (ordinarily 1)",
      "not_accepted → accepted",
    ]) {
      expect(text).toContain(part);
    }
    expect(text.split("\n").length).toBeLessThan(60);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    ["nothing", "No changes: nothing is written differently."],
    ["wording-only", "Only words change"],
    ["same-formula", "the behaviour is the same, proved."],
  ])("of %s says at once that nothing changes, and how that is known", (name, sentence) => {
    const report = reportOf(name);
    const flat = (text: string) => text.replace(/\s+/g, " ");
    expect(flat(diffText(report))).toContain(sentence);
    expect(flat(diffMarkdown(report))).toContain(sentence);
    expect(flat(diffHtml(report))).toContain(sentence);
  });

  it("as JSON is as the published schema describes it, and reads back as the report", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync("schema/diff.schema.json", "utf8")));
    for (const report of reports.values()) {
      const read: unknown = JSON.parse(diffJson(report));
      expect([validate(read), validate.errors]).toEqual([true, null]);
      expect(read).toEqual(JSON.parse(JSON.stringify(report)));
    }
    expect(validate({ ...reportOf("nothing"), behaviour: {} })).toBe(false);
  });

  it("as HTML needs nothing beside it and takes no text for markup", () => {
    const report = reportOf("no-more-binders");
    const [first, ...others] = report.structure;
    if (first === undefined) throw new Error("the draft changes something");
    const hostile = { ...report, structure: [{ ...first, title: `<script>alert("x")</script>` }, ...others] };
    const page = diffHtml(hostile);
    expect(page).not.toMatch(/<script|<link|<img|src=|href="http/i);
    expect(page).toContain("&#60;script&#62;");
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="en">');
    for (const { id } of report.behaviour.decisions) expect(page).toContain(`decision ${id}`);
  });

  it("as Markdown has every effect with its fingerprint, and the complete cases", () => {
    const report = reportOf("no-more-binders");
    const markdown = diffMarkdown(report);
    const found = [...report.behaviour.decisions, ...report.behaviour.clauses].filter(
      ({ effect }) => effect !== "none",
    );
    for (const { fingerprint } of found) expect(markdown).toContain(`\`${fingerprint}\``);
    expect(markdown.match(/<details>/g)?.length).toBeGreaterThan(3);
    expect(markdown).toContain("binder.protocol_completed".split(".")[1]);
  });
});
