/** Text in which no character means anything to Markdown. It stays one line where it is one. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>#|~$]/g, "\\$&")
      // What looks like the name of a character would be shown as that character.
      .replace(/&(?=[0-9A-Za-z]+;)/g, "\\&")
      // Where a line begins, these make a list or underline a heading.
      .replace(/^([^\S\n]*)([-+=])/gm, "$1\\$2")
      .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, "$1\\$2")
  );
}
