/** A line of a type: its key, its type, and what an editor shows for it. */
export interface Member {
  readonly key: string;
  readonly type: string;
  /** Whether it can be left out. */
  readonly optional?: boolean;
  readonly says?: readonly string[];
}

const indent = "  ";

/** An interface that is exported, with what it is. */
export function interfaceText(name: string, says: string, members: readonly Member[]): string {
  return `${commentText([says])}export interface ${name} ${blockText(members)}\n`;
}

/** A type that is exported, with what it is. */
export function aliasText(name: string, says: string, type: string): string {
  return `${commentText([says])}export type ${name} = ${type};\n`;
}

/** Members in braces. Where they are nested, so is their text. */
export function blockText(members: readonly Member[]): string {
  if (members.length === 0) return "{}";
  const lines = members.map(({ key, type, optional, says }) => {
    const comment = says === undefined ? "" : commentText(says);
    const question = optional === true ? "?" : "";
    return `${comment}readonly ${keyText(key)}${question}: ${type};`;
  });
  return `{\n${lines.map((line) => indented(`${line}\n`)).join("")}}`;
}

/** One of some texts; of none, what nothing is. */
export function unionText(texts: Iterable<string>): string {
  const quoted = [...texts].map((text) => JSON.stringify(text));
  return quoted.length === 0 ? "never" : quoted.join(" | ");
}

/** A key as it can stand in a type. */
export function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** A comment of an editor's, a paragraph for each text. Nothing in them can end it. */
function commentText(says: readonly string[]): string {
  const lines = says.map((text) => text.trim().replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/"));
  const [only = ""] = lines;
  if (lines.length === 1) return `/** ${only} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}\n`).join(" *\n")} */\n`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, indent);
}
