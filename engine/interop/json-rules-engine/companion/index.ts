/** What the build makes one file of that needs nothing else: it stands beside exported rules, and gives them their facts. */

export { ProblemsError } from "../../../source/problem.ts";
export { factsOf } from "./facts.ts";
