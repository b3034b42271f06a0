import { yamlLibrary } from "../../source/yaml-library.ts";

/** A value of a rule file as one line of YAML, quoted only where it must be; line breaks in texts become `\n`. */
export function yamlLine(value: unknown): string {
  const { Document, Scalar, visit } = yamlLibrary();
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === "string" && /[\n\r]/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document.toString({ collectionStyle: "flow", lineWidth: 0, doubleQuotedAsJSON: true }).replace(/\n$/, "");
}
