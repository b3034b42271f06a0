import { yamlLibrary } from "../source/yaml-library.ts";
import type { Setting } from "./interview.ts";

/** A case as the text of a YAML file, its facts nested by the dots of their ids. */
export function caseText(setting: Setting, facts: ReadonlyMap<string, unknown>): string {
  const { case: name, asOf, revision, readings = {} } = setting;
  return yamlLibrary().stringify(
    {
      ...(name === undefined ? {} : { case: name }),
      asOf,
      ...(revision === undefined ? {} : { revision }),
      ...(Object.keys(readings).length === 0 ? {} : { readings }),
      facts: nested(facts),
    },
    { version: "1.2", schema: "core", lineWidth: 0 },
  );
}

type Group = { [key: string]: unknown };

function nested(facts: ReadonlyMap<string, unknown>): Group {
  const root: Group = {};
  for (const [id, value] of facts) {
    const path = id.split(".");
    const last = path.pop() ?? id;
    const group = path.reduce<Group>((within, key) => {
      const next = within[key] ?? {};
      within[key] = next;
      return next as Group;
    }, root);
    group[last] = value;
  }
  return root;
}
