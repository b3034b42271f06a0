import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Changes } from "../../engine/cli/changes.ts";
import { rerun } from "../../engine/cli/rerun.ts";
import { Shell } from "../../engine/cli/shell.ts";
import { ProblemsError } from "../../engine/source/problem.ts";
import { temporaryDirectory } from "./support/command.ts";

const directory = temporaryDirectory();

/** A shell whose standard input is written to by the test. */
function shellWith(isTerminal: boolean) {
  const raw: boolean[] = [];
  const stream = () => Object.assign(new PassThrough(), { isTTY: isTerminal });
  const stdin = Object.assign(stream(), { setRawMode: (on: boolean) => raw.push(on) });
  const [stdout, stderr] = [stream(), stream()];
  const none = new URL("file:///none");
  const files = { rules: "", cases: "", schemas: "", batchWorker: none, ruleCompanion: none };
  const own = { name: "program", version: "1", description: "", ...files };
  const shell = new Shell({ stdin, stdout, stderr, env: {}, today: () => 0 }, own);
  const said = (from: PassThrough) => String(from.read() ?? "");
  return { shell, stdin, raw, stdout: () => said(stdout), stderr: () => said(stderr) };
}

describe("running again and again", () => {
  it("takes single keys from a terminal and gives it back, and clears its screen", async () => {
    const world = shellWith(true);
    const running = rerun([directory], () => world.shell.print("done\n"), world.shell);
    world.stdin.write("x");
    world.stdin.write("q");
    await running;
    expect(world.raw).toEqual([true, false]);
    expect(world.stdout()).toBe("\u001b[2J\u001b[3J\u001b[Hdone\n");
  });

  it("ends with a terminal that is closed, but not with an input that is no terminal", async () => {
    const closed = shellWith(true);
    const running = rerun([directory], async () => {}, closed.shell);
    closed.stdin.end();
    await running;

    const piped = shellWith(false);
    let runs = 0;
    const path = join(directory, "first.yaml");
    let both = (): void => {};
    const second = new Promise<void>((done) => {
      both = done;
    });
    const again = rerun(
      [directory],
      async () => {
        runs += 1;
        if (runs === 1) setTimeout(() => writeFileSync(path, "a: 1\n"), 20);
        else both();
      },
      piped.shell,
    );
    piped.stdin.end();
    await second;
    piped.stdin.emit("data", "q");
    await again;
    expect(piped.raw).toEqual([]);
    expect(piped.stdout()).toBe("");
    expect(piped.stderr()).toContain("waiting for a change");
  });

  it("shows problems of the input, and hands on what is a mistake of the program", async () => {
    const world = shellWith(false);
    const problem = { code: "some-code", severity: "error", message: "something is wrong", remedy: "mend it" } as const;
    const wrong = rerun([directory], () => Promise.reject(new ProblemsError([problem])), world.shell);
    world.stdin.write("q");
    await wrong;
    expect([world.shell.exitCode, world.stderr()]).toEqual([2, expect.stringContaining("error[some-code]")]);
    const mistake = rerun([directory], () => Promise.reject(new Error("mistake")), shellWith(false).shell);
    await expect(mistake).rejects.toThrow("mistake");
  });
});

describe("changes", () => {
  /** The names that were changed by some work. */
  async function changed(roots: readonly string[], work: () => void): Promise<readonly string[] | undefined> {
    const changes = new Changes(roots);
    const next = changes.next();
    setTimeout(work, 20);
    const paths = await next;
    changes.end();
    return paths?.map((path) => path.slice(directory.length + 1)).sort();
  }
  const write = (name: string) => writeFileSync(join(directory, name), "a: 1\n");

  it("are those of rule and case files, of which several at once are one change", async () => {
    mkdirSync(join(directory, "many"));
    const paths = await changed([directory], () => {
      for (const name of ["many/.hidden.yaml", "many/x.yaml~", "many/notes.txt", "many/x.yaml", "many/y.json"])
        write(name);
    });
    expect(paths).toEqual(["many/x.yaml", "many/y.json"]);
  });

  it("of a single file are its own alone", async () => {
    write("mine.yaml");
    const paths = await changed([join(directory, "mine.yaml")], () => {
      write("other.yaml");
      write("mine.yaml");
    });
    expect(paths).toEqual(["mine.yaml"]);
  });

  it("include the appearing of what was not there", async () => {
    const paths = await changed([join(directory, "later", "cases")], () => {
      mkdirSync(join(directory, "later", "cases"), { recursive: true });
    });
    expect(paths).toEqual(["later"]);
    rmSync(join(directory, "later"), { recursive: true });
  });

  it("are seen in a directory that was put in the place of another one", async () => {
    const place = join(directory, "place");
    mkdirSync(place);
    const changes = new Changes([directory]);
    rmSync(place, { recursive: true });
    mkdirSync(place);
    expect(await changes.next()).toContain(place);
    write("place/x.yaml");
    expect(await changes.next()).toEqual([join(place, "x.yaml")]);
    changes.end();
  });

  it("made while nobody waits are not lost, and none comes after the end", async () => {
    const changes = new Changes([directory]);
    write("early.yaml");
    await new Promise((done) => setTimeout(done, 200));
    expect(await changes.next()).toEqual([join(directory, "early.yaml")]);
    changes.end();
    expect(await changes.next()).toBeUndefined();
  });
});
