import { visible } from "../source/visible.ts";

/** A stretch of a text, and where it leads, if anywhere. */
export interface Span {
  readonly text: string;
  /** The anchor of the thing that it names. */
  readonly to?: string;
}

/** A text in which names of things of the book lead to them. */
export type Words = readonly Span[];

/** A formula in words, broken up into the parts of which it consists, with links. */
export interface LinkedOutline {
  readonly words: Words;
  readonly parts: readonly LinkedOutline[];
}

/** A text of the rule files as one line: line breaks become spaces, and what can't be seen is shown. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim());
}

/** A text without links. */
export function plain(text: string): Words {
  return [{ text: oneLine(text) }];
}

/** The text of some words, without the links. */
export function textOf(words: Words): string {
  return words.map(({ text }) => text).join("");
}
