/** HTML that is safe to put into a page. Only {@link html} makes it, so that no text gets there unescaped. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What can stand in HTML: a text, which is escaped, or what is HTML already. Nothing at all stands for itself. */
export type Content = string | Markup | undefined | readonly Content[];

/** HTML with values in it. What a value holds is text wherever it stands, in an element or in a quoted attribute. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.reduce((before, after, at) => before + sourceOf(values[at - 1]) + after));
}

function sourceOf(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escapeHtml(content);
  return content instanceof Markup ? content.source : content.map(sourceOf).join("");
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
