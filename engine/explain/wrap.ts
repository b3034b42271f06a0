import { displayWidth } from "../source/visible.ts";

/**
 * A text in lines of at most `width` columns, where its words allow it: the first line after `first`, the others after
 * spaces of the same width. A text without words is no line.
 */
export function wrap(text: string, width: number, first = ""): readonly string[] {
  const rest = " ".repeat(displayWidth(first));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/).filter((part) => part !== "")) {
    if (line !== "" && rest.length + displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((each, at) => (at === 0 ? first : rest) + each);
}
