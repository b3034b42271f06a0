import type { ErrorObject } from "ajv";
import { isObject } from "./shape-spot.ts";

/** In place of a keyword: the details of an entry stand where the names of entries belong. */
export const nameless = "nameless";

/** The errors that a person has to hear of: the validator says most mistakes several times. */
export function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return withoutDetailsOf(withNameless(withoutRepetition(withoutAlternatives(errors))));
}

/** Leaves out what says the same less well, or for the second time. */
function withoutRepetition(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kinds = new Set(
    errors.filter(({ parentSchema }) => parentSchema?.oneKeyOf !== undefined).map((error) => error.instancePath),
  );
  const seen = new Set<string>();
  return errors.filter((error) => {
    const { keyword, instancePath } = error;
    if (keyword === "if" || keyword === "propertyNames") return false;
    // A word of a fixed list is asked for, which says more than that it is a text.
    if (keyword === "type" && Array.isArray(error.parentSchema?.enum)) return false;
    // What has many kinds and is of none is tried as the first kind too.
    if (keyword === "type" && kinds.has(instancePath) && error.parentSchema?.oneKeyOf === undefined) return false;
    // Where the items of a list are blocks and should not be, they are so for one reason.
    const isBlock = keyword === "type" && typeof error.data === "object" && error.data !== null;
    const where = isBlock ? instancePath.replace(/\/\d+$/, "/") : instancePath;
    const key = `${keyword} ${where} ${JSON.stringify(error.params)} ${error.propertyName ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Replaces the errors about an entry whose name was left out, so that its details are taken for entries, by one. */
function withNameless(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const found = new Map<string, ErrorObject>();
  for (const error of errors) {
    const slash = error.instancePath.lastIndexOf("/");
    const key = error.instancePath.slice(slash + 1);
    const properties: unknown = error.parentSchema?.properties;
    if (error.keyword !== "type" || !isObject(properties) || !Object.hasOwn(properties, key)) continue;
    const path = error.instancePath.slice(0, slash);
    if (!found.has(path)) found.set(path, { ...error, keyword: nameless, instancePath: path, params: { key } });
  }
  const others = errors.filter(({ instancePath }) => !outwards(instancePath).some((path) => found.has(path)));
  return [...found.values(), ...others];
}

/** Leaves out what is inside something that is of no clear kind or wrongly named, and counts of what is wrong inside. */
function withoutDetailsOf(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unclear = new Set<string>();
  const insides = new Set(errors.flatMap(({ instancePath }) => outwards(instancePath).slice(1)));
  for (const { keyword, instancePath, propertyName } of errors) {
    if (keyword === "oneKeyOf") unclear.add(instancePath);
    if (propertyName !== undefined) unclear.add(`${instancePath}/${asPointer(propertyName)}`);
  }
  return errors.filter(({ keyword, instancePath }) => {
    if (keyword === "minItems" && insides.has(instancePath)) return false;
    const [own = "", ...around] = outwards(instancePath);
    return (keyword === "oneKeyOf" ? around : [own, ...around]).every((path) => !unclear.has(path));
  });
}

function asPointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A path and those of everything around it. */
function outwards(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_part, at) => parts.slice(0, parts.length - at).join("/"));
}

/**
 * Where one of several types may stand, keeps the errors of the type that was meant: the one whose details are wrong, or
 * one error that names all types.
 */
function withoutAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath));
  const isType = (error: ErrorObject): boolean => error.keyword === "type" && choices.has(error.instancePath);
  return [...groupedBy(errors, (error) => outwards(error.instancePath).find((path) => choices.has(path)))].flatMap(
    ([choice, group]) => {
      if (choice === undefined) return group;
      const rest = group.filter((error) => error.keyword !== "anyOf");
      const details = rest.filter((error) => !isType(error));
      const [first] = rest;
      if (details.length > 0 || first === undefined) return details;
      return [{ ...first, params: { type: rest.flatMap((error) => error.params.type) } }];
    },
  );
}

/** The items in groups of one key, in the order in which each key is first met. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
