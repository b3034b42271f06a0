import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The libraries of which code went into the files that a build makes: whoever gets that code gets their licences too. */
export class BundledLibraries {
  #directories = new Set();

  /** The plugin with which a bundle is built that may hold libraries. */
  plugin = {
    name: "licences",
    generateBundle: (_options, files) => {
      for (const { moduleIds = [] } of Object.values(files)) {
        for (const id of moduleIds) {
          const [directory] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll("\\", "/")) ?? [];
          if (directory !== undefined) this.#directories.add(directory);
        }
      }
    },
  };

  /** The name, the version and the licence of each, by name. @throws Error for a library that tells none */
  licences() {
    const texts = [...this.#directories].map((directory) => {
      const { name, version, license } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
      const file = readdirSync(directory).find((one) => /^licen[cs]e\b/i.test(one));
      const text = file === undefined ? license : readFileSync(join(directory, file), "utf8").trim();
      if (typeof text !== "string") throw new Error(`${name} ${version} tells no licence`);
      return `${name} ${version}\n\n${text}\n`;
    });
    return texts.sort().join(`\n${"-".repeat(80)}\n\n`);
  }
}
