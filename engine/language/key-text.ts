/**
 * The very text that objects have as their key for an equal one. A text that was cut out of a file is kept by the engine as
 * a part of that file, and compared letter by letter with another of its length; of texts that are keys there is one each.
 */
export function keyText(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text;
}
