// What the program starts with. It is built as a file of its own, in the kind of module that Node loads faster.
export { processIo } from "./io.ts";
export { run } from "./run.ts";
