import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { file, library, temporaryDirectory } from "./support/command.ts";
import { lent, lentAs } from "./support/library.ts";

// These run the built program (`npm run build`), as a user would.
const main = resolve("dist/cli/main.js");
const rules = ["--rules", resolve(library)];
const directory = temporaryDirectory();
const path = file(directory, "lent.yaml", lent);

function program(args: readonly string[], options: { readonly input?: string; readonly TZ?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: directory,
    encoding: "utf8",
    input: options.input ?? "",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...(options.TZ === undefined ? {} : { TZ: options.TZ }) },
  });
  return { status, stdout, stderr };
}

/** Runs a line of the shell in which `program` stands for the built program. */
function shell(line: string) {
  const script = `program() { "${process.execPath}" "${main}" "$@"; }\n${line}`;
  return spawnSync("bash", ["-c", script], { cwd: directory, encoding: "utf8" });
}

describe("the program", () => {
  it("is what package.json names, and can be executed", () => {
    const { bin, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
      bin: Record<string, string>;
      version: string;
    };
    expect(Object.values(bin).map((name) => resolve(name))).toEqual([main]);
    accessSync(main, constants.X_OK);
    expect(spawnSync(main, ["--version"], { encoding: "utf8" }).stdout).toBe(`${version}\n`);
  });

  it("comes with the licence of every library that is built into it", () => {
    const texts = readdirSync("dist/program").map((name) => readFileSync(join("dist/program", name), "utf8"));
    const library = /node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g;
    const names = new Set(texts.flatMap((text) => [...text.matchAll(library)].map(([, name]) => name)));
    expect([...names]).toEqual(expect.arrayContaining(["commander", "json-rules-engine"]));
    const licences = readFileSync("dist/licences.txt", "utf8");
    expect([...names].filter((name) => !new RegExp(`^${name} \\d`, "m").test(licences))).toEqual([]);
  });

  it("decides a case from any directory, by the built-in rules or others", () => {
    const other = program(["evaluate", "lent.yaml", ...rules]);
    expect(other).toMatchObject({ status: 0, stderr: "" });
    expect(other.stdout).toMatch(/^The book may be lent\./);
    expect(program(["check"])).toMatchObject({ status: 0, stderr: "" });
    expect(program(["ledger"]).stdout).toContain("100 % accounted for");
  });

  it("gives the same report in every time zone", () => {
    const reports = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"].map(
      (TZ) => program(["evaluate", "lent.yaml", ...rules], { TZ }).stdout,
    );
    expect(reports[0]).toMatch(/^The book may be lent\./);
    expect(new Set(reports).size).toBe(1);
  });

  it("ends with 2 and no stack on wrong input, with 3 on an open decision where asked", () => {
    const wrong = program(["evaluate", "nothing.yaml"]);
    expect(wrong).toMatchObject({ status: 2, stdout: "" });
    expect(wrong.stderr).not.toContain("    at ");
    expect(program(["evaluate", path, ...rules, "--exit-status", "--set", "reader.age=unknown"]).status).toBe(3);
  });

  it("reads standard input, from a pipe or a file", () => {
    expect(program(["evaluate", "-", ...rules], { input: lent }).stdout).toMatch(/^The book may be lent\./);
    expect(shell(`program evaluate - ${rules.join(" ")} < lent.yaml`).stdout).toMatch(/^The book may be lent\./);
  });

  it("ends quietly when nobody reads on", () => {
    file(directory, "many.ndjson", `${JSON.stringify(lentAs())}\n`.repeat(5000));
    const { stdout, stderr } = shell(
      `program batch many.ndjson ${rules.join(" ")} | head -n 2 | wc -l; echo "\${PIPESTATUS[0]}"`,
    );
    expect(stdout.split("\n").map((line) => line.trim())).toEqual(["2", "0", ""]);
    expect(stderr).toBe("");
  });

  it("asks through a pipe and writes the case", () => {
    const asked = program(["ask", "--as-of", "2020-03-01", ...rules], { input: "2020-02-10\nnone\n30\n" });
    expect(asked.status).toBe(0);
    expect(asked.stdout).toMatch(/^The book may be lent\./);
    expect(program(["evaluate", join(directory, "case.yaml"), ...rules]).stdout).toBe(asked.stdout);
  });

  it("decides a batch line by line while it comes in", () => {
    const line = JSON.stringify(lentAs());
    // The second line is only written once the first has been answered.
    const { stdout, status } = shell(`
      mkfifo in out
      program batch ${rules.join(" ")} < in > out 2> /dev/null &
      exec 3> in 4< out
      echo '${line}' >&3; read -r first <&4
      echo '${line}' >&3; read -r second <&4
      exec 3>&-; wait $!; code=$?
      [ -n "$first" ] && [ "$first" = "$second" ] && echo same; exit $code`);
    expect([stdout, status]).toEqual(["same\n", 0]);
  });
});
