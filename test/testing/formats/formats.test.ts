import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PLAIN } from "../../../engine/source/render.ts";
import { coverageOf } from "../../../engine/testing/coverage/coverage.ts";
import { findCases } from "../../../engine/testing/find.ts";
import { readFixtures, runFixture } from "../../../engine/testing/fixture.ts";
import { testHtml } from "../../../engine/testing/formats/html.ts";
import { testJson } from "../../../engine/testing/formats/json.ts";
import { testJunit } from "../../../engine/testing/formats/junit.ts";
import { testText } from "../../../engine/testing/formats/text.ts";
import type { TestReport } from "../../../engine/testing/report.ts";
import { everyCase, ferry, ran } from "../coverage/ferry.ts";

// Names and titles that would do harm where they are not escaped.
const hostile = ferry([
  ["title: Dogs", "title: \"Dogs <b>&\\u202E\\u0007 'x' ]]>\""],
  ["label: the weight", 'label: "the </li><script>alert(1)</script> weight"'],
  ["summary: Every dog is muzzled.", 'summary: "Every <i>dog</i> is muzzled."'],
]);
afterAll(hostile.drop);

const facts = `asOf: 2020-03-02
facts: { trip: { booked_on: 2020-03-01, paid_on: null, weight: 200, dogs: [] } }
`;
const contents: Readonly<Record<string, string>> = {
  "good.yaml": `case: good\n${facts}expect: { decisions: { boarding: ashore } }\n`,
  "bad.yaml": `case: "bad \\u0001 & <bad>"\ntitle: "\\uFFFE it \\"fails\\""\n${facts}expect: { decisions: { boarding: aboard }, clauses: { "3": unmet } }\n`,
  "deep/broken.yaml": "facts: [<",
};
const directory = join(hostile.directory, "cases");
for (const [name, text] of Object.entries(contents)) {
  mkdirSync(join(directory, name, ".."), { recursive: true });
  writeFileSync(join(directory, name), text);
}
const runs = readFixtures(findCases([directory])).map((fixture) => runFixture(hostile.procedure, fixture));
const coverage = coverageOf(hostile.opened, runs);
const [open] = coverage.goals.filter(({ cases }) => cases === 0);
const partly: TestReport = {
  runs,
  coverage: {
    bounds: { years: { from: 2010, to: 2030 }, longestList: 3 },
    goals: coverage.goals.map((goal) =>
      goal.part.id === "6" && goal.cases === 0 ? { ...goal, impossible: true } : goal,
    ),
    examples: open === undefined ? [] : [{ yaml: "case: <example>\n", goals: [open] }],
  },
};
const all: TestReport = {
  runs: [],
  coverage: coverageOf(
    hostile.opened,
    [...everyCase("1"), ...everyCase("2")].map((input) => ran(hostile, input)),
  ),
};

/** The elements of a document, as far as it is well-formed: every tag closed in turn, no character that XML has not. */
function elements(xml: string): readonly { readonly name: string; readonly attributes: Record<string, string> }[] {
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const inside: string[] = [];
  const rest = xml.replaceAll(
    /<(\/?)([a-z]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*)(\/?)>/g,
    (_tag, closes: string, name: string, attributes: string, isEmpty: string) => {
      if (closes !== "") expect(inside.pop()).toBe(name);
      else {
        const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]);
        found.push({ name, attributes: Object.fromEntries(pairs) });
        if (isEmpty === "") inside.push(name);
      }
      return "";
    },
  );
  expect(inside).toEqual([]);
  expect(rest.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>/, "")).not.toMatch(
    /[<>]|&(?!(?:amp|lt|gt|quot|apos);)/,
  );
  return found;
}

describe("JUnit", () => {
  it("has a suite for each directory, failures for differences and errors for what can't be run", () => {
    const found = elements(testJunit({ runs }));
    const counts = { failures: "1", errors: "1", skipped: "0" };
    expect(found.filter(({ name }) => name !== "testcase").map(({ name, attributes }) => [name, attributes])).toEqual([
      ["testsuites", { tests: "3", ...counts }],
      ["testsuite", { name: directory, tests: "2", ...counts, errors: "0" }],
      ["failure", { type: "difference", message: "decisions.boarding: expected aboard, came out ashore" }],
      ["testsuite", { name: join(directory, "deep"), tests: "1", ...counts, failures: "0" }],
      ["error", { type: "yaml-syntax", message: expect.stringContaining("error[yaml-syntax]") }],
    ]);
    const cases = found.filter(({ name }) => name === "testcase").map(({ attributes }) => attributes);
    expect(cases.map(({ name }) => name)).toEqual([
      "bad ␁ &amp; &lt;bad&gt; (\uFFFD it &quot;fails&quot;)",
      "good",
      join(directory, "deep", "broken.yaml"),
    ]);
    for (const one of cases) expect(one.file).toMatch(/\.yaml$/);
  });

  it("counts coverage as tests that are skipped where something is open, and fails by the minimum alone", () => {
    const found = elements(testJunit({ ...partly, minimum: 10 }));
    const suite = found.find(({ name, attributes }) => name === "testsuite" && attributes.name === "coverage");
    const skipped = found.filter(({ name }) => name === "skipped");
    expect(suite?.attributes).toMatchObject({ failures: "0", errors: "0", skipped: String(skipped.length) });
    expect(skipped.map(({ attributes }) => attributes.message).join()).toContain("never unmet");
    expect(found[0]?.attributes).toMatchObject({ failures: "1", skipped: String(skipped.length) });
    expect(testJunit({ ...partly, minimum: 99 })).toMatch(
      /<failure type="coverage" message="[\d.]+ % of the rules covered, and at least 99 % wanted"\/>/,
    );
    expect(elements(testJunit({ ...all, minimum: 100 }))[0]?.attributes).toMatchObject({ failures: "0", skipped: "0" });
  });
});

describe("HTML", () => {
  const pages = [testHtml({ runs }), testHtml(partly), testHtml({ ...partly, minimum: 100 }), testHtml(all)];

  it("takes every text for text, and asks for nothing from elsewhere", () => {
    for (const page of pages) {
      expect(page).not.toMatch(/<script|<i>|<bad|<example|src=|https?:/);
      expect(page.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(page).toContain("default-src 'none'");
    }
    expect(pages[1]).toContain("&lt;script&gt;alert(1)");
    expect(pages[1]).toContain("Dogs &lt;b&gt;&amp;‹U+202E›␇");
  });

  it("shows what failed and why, what is open, and every rule with its marks", () => {
    const [without = "", some = "", short = "", whole = ""] = pages;
    expect(without).toContain('<p class="headline bad">✗ 1 passed, 2 failed.</p>');
    expect(without).toContain("for aboard: ");
    expect(some).toContain('<span class="mark open">✗ unmet: never</span>');
    expect(some).toContain('<span class="mark">✓ met: 1</span>');
    expect(some).toContain('<span class="mark impossible">met: impossible</span>');
    expect(some).toContain("case: &lt;example&gt;");
    expect(short).toContain("and at least 100 % is wanted");
    expect(whole).toContain('<p class="headline">✓ 0 passed, 0 failed. 100 % of the rules covered.</p>');
    expect(whole).not.toContain('mark open"');
  });

  it("leads from what is open to its place among the rules", () => {
    for (const page of pages) {
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const links = [...page.matchAll(/href="#([^"]*)"/g)].map(([, link]) => link);
      expect(links.filter((link) => !ids.has(link))).toEqual([]);
    }
    expect(pages[1]).toMatch(/href="#part-\d+"/);
  });
});

describe("JSON", () => {
  it("has every goal, with its place and how many cases show it", () => {
    const { coverage: told } = JSON.parse(testJson({ ...partly, minimum: 50 }));
    expect(told).toMatchObject({
      minimum: 50,
      examples: [{ case: "case: <example>\n", shows: [{ says: expect.any(String) }] }],
    });
    type Told = { subjects: { line: number; goals: { cases: number; open: boolean; impossible?: boolean }[] }[] };
    const goals = (told.parts as Told[]).flatMap(({ subjects }) => subjects.flatMap((subject) => subject.goals));
    expect(goals).toHaveLength(coverage.goals.length);
    expect(goals.filter((goal) => goal.cases > 0)).toHaveLength(told.reached);
    expect(goals.filter((goal) => goal.impossible)).toHaveLength(told.impossible);
    expect(goals.filter((goal) => goal.open)).toHaveLength(told.goals - told.reached);
    expect(told.percentage).toBe(Math.floor((1000 * told.reached) / told.goals) / 10);
  });
});

describe("text", () => {
  const look = { paint: PLAIN, width: 80 };

  it("numbers what is open and names its place", () => {
    const shown = testText(partly, look);
    const lines = shown.split("\n");
    const open = lines.filter((line) => /^ +\[\d+\] never/.test(line));
    expect(open.map((line) => Number(/\[(\d+)\]/.exec(line)?.[1]))).toEqual(open.map((_line, at) => at + 1));
    expect(lines.filter((line) => /^ {7}\S+\.yaml:\d+:\d+$/.test(line))).toHaveLength(open.length);
    expect(shown).toMatch(
      /\n\d more proved to be impossible \(in the years 2010 to 2030 and with at most 3 elements in a list\)\n/,
    );
    expect(shown).toContain("a case that shows [1]\ncase: <example>\n");
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("ends with the counts where nothing is open", () => {
    expect(testText(all, look)).toMatch(/\n100 % of the rules covered: (\d+) of \1 goals\n$/);
  });
});
