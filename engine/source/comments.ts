import type { Place } from "./place.ts";
import type { SourceText } from "./source-text.ts";
import { yamlLibrary } from "./yaml-library.ts";

/** A comment: a `#` up to the end of its line. */
export interface Comment {
  /** The text, from the `#` on. */
  readonly text: string;
  readonly place: Place;
  /** Whether nothing else stands on its line. */
  readonly isAlone: boolean;
}

/** The comments of a text that is known to be YAML. A `#` inside quotes or a block of text is none. */
export function commentsIn(source: SourceText): readonly Comment[] {
  const { CST, Lexer } = yamlLibrary();
  const comments: Comment[] = [];
  let offset = 0;
  let before = "";
  for (const lexeme of new Lexer().lex(source.text)) {
    // The library marks where a document and each scalar begins; a scalar may begin with `#` itself.
    if (lexeme === CST.DOCUMENT || lexeme === CST.SCALAR || lexeme === CST.FLOW_END) {
      before = lexeme;
      continue;
    }
    if (lexeme.startsWith("#") && before !== CST.SCALAR) {
      const place = source.place(offset, offset + lexeme.length);
      const isAlone = place.text.slice(0, place.column - 1).trim() === "";
      comments.push({ text: lexeme.trimEnd(), place, isAlone });
    }
    before = lexeme;
    offset += lexeme.length;
  }
  return comments;
}
