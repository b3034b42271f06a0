import { createRequire } from "node:module";

type YamlLibrary = typeof import("yaml");

const require = createRequire(import.meta.url);
let library: YamlLibrary | undefined;

/**
 * The `yaml` library, loaded on first use: loading and warming it up takes longer than all other work of a typical
 * command, and most files are plain enough not to need it.
 */
export function yamlLibrary(): YamlLibrary {
  library ??= require("yaml") as YamlLibrary;
  return library;
}
