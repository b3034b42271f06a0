import { wrap } from "../../explain/wrap.ts";
import type { Paint } from "../../source/render.ts";

/** A line of text in parts, each with the part of the paint that it takes. */
export type Line = readonly { readonly text: string; readonly part?: keyof Paint }[];

/** A line in one colour. */
export function line(text: string, part?: keyof Paint): Line {
  return part === undefined ? [{ text }] : [{ text, part }];
}

/** A paragraph: the first line after `first`, the others indented as far. */
export function paragraph(text: string, width: number, first = "", part?: keyof Paint): readonly Line[] {
  return wrap(text, width, first).map((each) => line(each, part));
}
