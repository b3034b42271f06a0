import { isAbsolute, relative, sep } from "node:path";

/** A path as tools want it: with slashes, and from a directory on where the file is inside it. */
export function relativePath(file: string, directory: string): string {
  const inside = isAbsolute(file) ? relative(directory, file) : file;
  return (inside.startsWith("..") ? file : inside).replaceAll(sep, "/");
}
