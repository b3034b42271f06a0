import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { command, library, type Outcome, temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();
let files = 0;

/** Answers the questions of `ask`, and gives the file it writes as well. */
async function ask(
  answers: readonly string[],
  ...args: readonly string[]
): Promise<Outcome & { readonly path: string; readonly facts: unknown }> {
  const path = join(directory, `case-${files++}.yaml`);
  const outcome = await command(["ask", "--as-of", "2020-03-01", "--rules", library, "--out", path, ...args], {
    stdin: answers.map((answer) => `${answer}\n`).join(""),
  });
  const facts: unknown = existsSync(path) ? (parse(readFileSync(path, "utf8")) as { facts: unknown }).facts : undefined;
  return { ...outcome, path, facts };
}

/** The questions that were asked, in order. */
function questions({ stderr }: Outcome): readonly string[] {
  return stderr.split("\n").filter((line) => line.endsWith("?"));
}

describe("ask", () => {
  it("asks what selects the revision first, then only what can still matter, decides and writes the case", async () => {
    const asked = await ask(["2020-02-10", "late", "4", "damage", "6.50", ""]);
    expect(asked.code).toBe(0);
    expect(questions(asked)).toEqual(["On which day was the loan asked for?", "Which fines are open?"]);
    expect(asked.stdout).toMatch(/^The book can't be lent\./);
    expect(readFileSync(asked.path, "utf8")).toMatch(/^case: case-\d+\nasOf: 2020-03-01\nfacts:\n/);
    expect(asked.facts).toEqual({
      loan: { applied_on: "2020-02-10" },
      reader: {
        fines: [
          { reason: "late", amount: 4 },
          { reason: "damage", amount: 6.5 },
        ],
      },
    });
  });

  it("writes a case that decides alike", async () => {
    const asked = await ask(["2020-02-10", "none", "8", "no"], "--format", "json");
    expect(JSON.parse(asked.stdout)).toMatchObject({ decisions: { lending: { outcome: "ask_guardian" } } });
    const again = await command(["evaluate", asked.path, "--rules", library, "--format", "json"]);
    expect(again.stdout).toBe(asked.stdout);
    const alike = await ask(
      ["2020-02-10", "none", "8", "no"],
      "--revision",
      "1.0",
      "--reading",
      "fines-counted=late_only",
    );
    expect(parse(readFileSync(alike.path, "utf8"))).toMatchObject({
      revision: "1.0",
      readings: { "fines-counted": "late_only" },
    });
  });

  it("takes options by their number, and refuses what can't be with the words of any case", async () => {
    const asked = await ask(["2020-02-30", "2020-02-10", "3", "1", "-1", "11", ""]);
    expect(asked.facts).toMatchObject({ reader: { fines: [{ reason: "late", amount: 11 }] } });
    expect(asked.stderr).toContain("error[not-a-date]: `loan.applied_on`: `2020-02-30` is not a date");
    expect(asked.stderr).toContain(
      "error[unknown-option]: `3` is not an option of `reason` in entry 1 of `reader.fines`",
    );
    expect(asked.stderr).toContain("error[out-of-bounds]");
  });

  it("does not ask again for what isn't known, and says in the end what is missing", async () => {
    const asked = await ask(["2020-02-10", "", "", ""]);
    expect(questions(asked)).toHaveLength(new Set(questions(asked)).size);
    expect(asked.code).toBe(0);
    expect(asked.stdout).toMatch(/^Cannot tell yet/);
    expect(asked.facts).toEqual({ loan: { applied_on: "2020-02-10" } });
  });

  it("goes back to correct an answer", async () => {
    const asked = await ask(["back", "2020-02-10", "none", "8", "back", "back", "none", "30"]);
    expect(asked.stderr).toContain("This is the first question.");
    expect(asked.facts).toEqual({ loan: { applied_on: "2020-02-10" }, reader: { fines: null, age: 30 } });
    expect(questions(asked)).toEqual([
      "On which day was the loan asked for?",
      "On which day was the loan asked for?",
      "Which fines are open?",
      "How old is the reader?",
      "Does the guardian agree?",
      "How old is the reader?",
      "Which fines are open?",
      "How old is the reader?",
    ]);
  });

  it("starts a list again on going back within it", async () => {
    const asked = await ask(["2020-02-10", "late", "back", "damage", "20", "back", "late", "12", ""]);
    expect(asked.facts).toMatchObject({ reader: { fines: [{ reason: "late", amount: 12 }] } });
  });

  it("says who knows the answer", async () => {
    const asked = await ask(["?", "2020-02-10", "none", "30"]);
    expect(asked.stderr).toContain(
      "This asks for the day the loan was asked for (loan.applied_on), which the library can tell.",
    );
    expect(asked.code).toBe(0);
  });

  it("refuses an answer for which no revision governs, and asks again", async () => {
    const asked = await ask(["2019-02-10", "2020-02-10", "none", "30"]);
    expect(asked.stderr).toContain("error[no-governing-revision]");
    expect(asked.facts).toMatchObject({ loan: { applied_on: "2020-02-10" } });
  });

  it("ends where the answers end", async () => {
    const asked = await ask(["2020-02-10"]);
    expect(asked.code).toBe(0);
    expect(asked.stdout).toMatch(/^Cannot tell yet/);
    expect(asked.facts).toEqual({ loan: { applied_on: "2020-02-10" } });
  });

  it("takes today without --as-of, and says so", async () => {
    const path = join(directory, "today.yaml");
    const { stderr } = await command(["ask", "--rules", library, "--out", path], { stdin: "2021-02-10\nnone\n30\n" });
    expect(stderr).toContain("note: evaluated as of today, 2021-03-01");
    expect(readFileSync(path, "utf8")).toContain("asOf: 2021-03-01\n");
  });
});

describe("the file that ask writes", () => {
  it("replaces no other without --force, and that is said before anything is asked", async () => {
    const path = join(directory, "taken.yaml");
    writeFileSync(path, "precious\n");
    const args = ["ask", "--as-of", "2020-03-01", "--rules", library, "--out", path];
    const refused = await command(args, { stdin: "2020-02-10\nnone\n30\n" });
    expect(refused.code).toBe(2);
    expect(refused.stdout).toBe("");
    expect(refused.stderr).toBe(`\
error[file-exists]: there is a file ${path} already
  = remedy: name another with --out, or replace it with --force

1 error
`);
    expect(readFileSync(path, "utf8")).toBe("precious\n");
    const forced = await command([...args, "--force"], { stdin: "2020-02-10\nnone\n30\n" });
    expect(forced.code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("applied_on: 2020-02-10");
  });

  it("can't stand in a directory that is not there, or be one", async () => {
    const nowhere = join(directory, "no", "case.yaml");
    const args = ["ask", "--as-of", "2020-03-01", "--rules", library, "--out"];
    expect((await command([...args, nowhere])).stderr).toContain("error[directory-not-found]");
    expect((await command([...args, directory, "--force"])).stderr).toContain("error[not-a-file]");
  });

  it("leaves nothing beside it", () => {
    expect(readdirSync(directory).filter((name) => !/^[\w-]+\.yaml$/.test(name))).toEqual([]);
  });
});
