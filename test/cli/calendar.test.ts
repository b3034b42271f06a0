import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { command, file, library, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
const fixture = "fixtures/cases/headcount/maintenance-eleven-people.yaml";

function events(text: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

/** What is known of an assessor who left: enough for one deadline, while others wait. */
const facts = `asOf: 2019-06-01
revision: "1.0"
facts:
  assessor: { departed_on: 2019-05-02, replacement_trained_on: null }
  certificate: { anniversary: null }
`;

describe("calendar", () => {
  it("prints the deadlines of a case, and export knows it under the name of the format", async () => {
    const { code, stdout, stderr } = await command(["calendar", fixture]);
    expect([code, stderr]).toEqual([0, ""]);
    const days = events(stdout).map(({ startDate }) => startDate.toString());
    expect(days).toEqual(["2019-09-07", "2019-09-23", "2019-09-30", "2020-10-03"]);
    expect((await command(["export", "ics", fixture])).stdout).toBe(stdout);
  });

  it("says why a day is that day", async () => {
    const [event] = events((await command(["calendar", fixture])).stdout).filter(({ summary }) =>
      summary.includes("maintenance audit"),
    );
    expect(event?.description.split("\n")).toEqual([
      "Clause 2.7.1: The yearly maintenance audit",
      expect.stringContaining("A maintenance audit comes in every year"),
      "Who: the employer",
      "Last day: 2019-09-30, the last day of the quarter of the certificate's anniversary (the certificate's anniversary: 2019-09-16)",
      "As of 2019-10-23: fulfilled",
      "Case: maintenance-eleven-people",
      expect.stringContaining("revision 1.0"),
    ]);
  });

  it("says on standard error which day is not known, and what is missing for it", async () => {
    const path = file(directory, "left.yaml", `case: left\n${facts}`);
    const { code, stdout, stderr } = await command(["calendar", path]);
    expect(code).toBe(0);
    expect(events(stdout).map(({ startDate }) => startDate.toString())).toEqual(["2019-07-31"]);
    expect(stderr).toContain("not in the calendar, for its day is not known yet: Complete the audit online");
    expect(stderr).toContain("the way of submission (audit.submission_method)");
    expect(stderr).not.toContain("Have a replacement");
  });

  it("takes the reminders that it is told", async () => {
    const path = file(directory, "told.yaml", `case: told\n${facts}`);
    const alarms = async (...args: string[]) => {
      const [event] = events((await command(["calendar", path, ...args])).stdout);
      return event?.component.getAllSubcomponents("valarm").length;
    };
    expect([await alarms(), await alarms("--alarm", "1"), await alarms("--alarm", "1", "--alarm", "30")]).toEqual([
      2, 1, 2,
    ]);
    const wrong = await command(["calendar", path, "--alarm", "soon"]);
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain("a whole number of days");
  });

  it("lets a case without a name go by that of its file, or by --name", async () => {
    const path = file(directory, "nameless.yaml", facts);
    const named = file(directory, "other.yaml", `case: nameless\n${facts}`);
    const uids = async (...args: string[]) =>
      events((await command(["calendar", ...args])).stdout).map(({ uid }) => uid);
    expect(await uids(path)).toEqual(await uids(named));
    expect(await uids(path, "--name", "else")).not.toEqual(await uids(named));
    expect((await command(["calendar", path])).stderr).toContain("that of its file stands for it: nameless");
    const piped = await command(["calendar", "-"], { stdin: facts });
    expect([piped.code, piped.stdout]).toEqual([2, ""]);
    expect(piped.stderr).toContain("error[case-without-name]");
    expect((await command(["calendar", "-", "--name", "nameless"], { stdin: facts })).code).toBe(0);
  });

  it("replaces a calendar, and no other file", async () => {
    const path = join(directory, "deadlines.ics");
    const first = await command(["calendar", fixture, "--output", path]);
    expect([first.code, first.stdout, first.stderr]).toEqual([0, "", `Wrote 4 deadlines to ${path}\n`]);
    expect((await command(["calendar", fixture, "--output", path, "--alarm", "5"])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("TRIGGER:-P4DT15H");
    const mine = file(directory, "mine.yaml", "mine");
    const refused = await command(["calendar", fixture, "--output", mine]);
    expect([refused.code, readFileSync(mine, "utf8")]).toEqual([2, "mine"]);
    expect(refused.stderr).toContain("error[file-exists]");
    expect((await command(["calendar", fixture, "--output", directory])).code).toBe(2);
  });

  it("writes nothing where the case is refused", async () => {
    const path = join(directory, "none.ics");
    const wrong = file(directory, "wrong.yaml", "asOf: 2019-06-01\nfacts: { audit: { purpos: maintenance } }\n");
    const { code, stderr } = await command(["calendar", wrong, "--name", "x", "--output", path]);
    expect([code, existsSync(path)]).toEqual([2, false]);
    expect(stderr).toContain("error[unknown-fact]");
  });

  it("decides by any other procedure too", async () => {
    const { facts: reader } = parse(
      "facts: { loan: { applied_on: 2020-02-10, returned_on: null }, reader: { age: 30, fines: [] } }",
    );
    const path = file(directory, "lent.json", JSON.stringify({ case: "lent", asOf: "2020-03-01", facts: reader }));
    const { code, stdout } = await command(["calendar", path, "--rules", library]);
    expect([code, events(stdout).length]).toEqual([0, 1]);
  });

  it("warns of what the result warns of", async () => {
    const { stderr } = await command(["calendar", fixture, "--revision", "1.0", "--as-of", "2019-09-01"]);
    expect(stderr).toContain("warning: ");
  });
});
