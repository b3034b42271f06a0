import type { Place } from "../../source/place.ts";
import type { StructureChange, ValueChange } from "../report.ts";

/** A place as an editor opens it: `file:line:column`. */
export function sayPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** The places on both sides, or on the one that there is; nothing where neither is known. */
export function sayPlaces({ basePlace, headPlace }: Pick<ValueChange, "basePlace" | "headPlace">): string {
  const places = [basePlace, headPlace].flatMap((place) => (place === undefined ? [] : [sayPlace(place)]));
  return [...new Set(places)].join(" → ");
}

/** What is written differently: "clause 2.1.3", "the procedure". */
export function sayThing({ subject, id }: StructureChange): string {
  return subject === "procedure" ? `procedure ${id}` : `${subject} ${id}`;
}

/** What became of it, where its values don't say so. */
export function sayFate({ change, formerId }: StructureChange): string {
  switch (change) {
    case "added":
      return "new";
    case "retired":
      return "retired";
    case "renumbered":
      return formerId === undefined ? "renumbered" : `formerly ${formerId}`;
    case "reworded":
      return "words only";
    case "changed":
      return "";
    default:
      return change satisfies never;
  }
}
