import { describe, expect, test } from "vitest";
import { reportMarkdown } from "../../engine/explain/markdown.ts";
import { reportOf } from "../../engine/explain/report.ts";
import { reportText } from "../../engine/explain/text.ts";
import type { Paint } from "../../engine/source/render.ts";
import { displayWidth } from "../../engine/source/visible.ts";
import { allotment, goodRequest, kept, keptCase, keptCases, request } from "./allotment.ts";

describe("a report as text", () => {
  test.each(keptCases)("%s reads as it is kept", (name) => {
    expect(reportText(reportOf(keptCase(name)))).toBe(kept(name, "txt"));
  });

  test.each([40, 60, 100, 200])("keeps to %i columns, and says the same in any width", (width) => {
    for (const name of keptCases) {
      const report = reportOf(keptCase(name));
      const text = reportText(report, { width });
      for (const line of text.split("\n")) {
        const lastWord = line.trimEnd().lastIndexOf(" ");
        const canBreak = /\S\s/.test(line.slice(0, lastWord + 1).trimStart());
        if (canBreak && width >= 60) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
      expect(words(text)).toEqual(words(reportText(report)));
    }
  });

  test("is the same with colours, but for the colours", () => {
    const code = String.fromCharCode(27);
    const colour = (text: string) => `${code}[1m${text}${code}[0m`;
    const paint: Paint = { error: colour, warning: colour, message: colour, frame: colour, related: colour };
    for (const name of keptCases) {
      const report = reportOf(keptCase(name));
      const painted = reportText(report, { paint });
      expect(painted).toContain(code);
      expect(painted.replaceAll(new RegExp(`${code}\\[\\dm`, "g"), "")).toBe(reportText(report));
    }
  });

  test("opens with the decision", () => {
    expect(reportText(reportOf(request()))).toMatch(/^The plot is let\.\n/);
    expect(reportText(reportOf(request({ "gardener.agrees": false })))).toMatch(
      /^The plot is not let\.\nIt rests on clause 2\.3, which is not met\.\n/,
    );
    expect(reportText(reportOf(request({ "plot.size": undefined })))).toMatch(
      /^Cannot tell yet: let or refused\.\nNeeded: the size of the plot\.\n/,
    );
  });

  test("shows what a case says only in visible characters", () => {
    const bell = String.fromCharCode(7);
    const crops = [{ name: `beans${bell}\nnothing`, grown: 10, shared: 0 }];
    const text = reportText(reportOf(request({ "plot.crops": crops }, { case: `a${bell}b` })));
    expect(text).not.toContain(bell);
    expect(text).toContain("beans␇␊nothing");
  });

  test("says under which revision, and why that one", () => {
    const { provenance } = reportOf(request());
    expect(provenance).toMatchObject({
      title: "Letting of allotment gardens",
      revision: "1.0",
      effective: "2020-01-01",
      until: "2025-01-01",
      asOf: "2021-04-01",
      governingDate: "2021-03-01",
      why: "the day of the request",
    });
    expect(provenance.digest).toMatch(/^[0-9a-f]{12}$/);
    expect(request().result.digest).toContain(provenance.digest);
  });

  test("says that a revision was named though another date governs", () => {
    const evaluation = allotment.evaluateWithWorkings({
      asOf: "2030-01-01",
      facts: { ...goodRequest, "plot.asked_on": "2029-12-01", "water.paid_on": null, "plot.visited_on": null },
      revision: "1.0",
    });
    expect(reportText(reportOf(evaluation))).toContain(
      "! Note: Decided by revision 1.0 because it was named; by its date, no revision",
    );
  });

  test("says several plans in one sentence, and one in one", () => {
    const one = reportOf(request({ "water.more_time_until": "2021-06-01" }));
    expect(one.warnings).toEqual([
      "The day until which the payment may wait is 2021-06-01, after the evaluation date: it is taken as a plan.",
    ]);
    const two = reportOf(request({ "water.more_time_until": "2021-06-01", "plot.visited_on": "2021-05-01" }));
    expect(two.warnings).toEqual([
      "These dates lie after the evaluation date and are taken as plans: the day until which the payment may wait (2021-06-01) and the day of the visit (2021-05-01).",
    ]);
  });
});

describe("a report as Markdown", () => {
  test.each(["refused", "open"])("%s reads as it is kept", (name) => {
    expect(reportMarkdown(reportOf(keptCase(name)))).toBe(kept(name, "markdown.txt"));
  });

  test("escapes what would mean something to Markdown", () => {
    const crops = [{ name: "*bold* <b> [link](x) | cell", grown: 10, shared: 0 }];
    const text = reportMarkdown(reportOf(request({ "plot.crops": crops })));
    expect(text).toContain("“\\*bold\\* \\<b\\> \\[link\\](x) \\| cell”");
  });

  test("leaves nothing out that is missing", () => {
    const report = reportOf(keptCase("nothing"));
    const text = reportMarkdown(report);
    for (const { fact } of report.missing) expect(text).toContain(`\`${fact}\``);
    expect(report.missing).toHaveLength(8);
  });
});

/** The words of a text, without the hyphenation of its layout. */
function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
