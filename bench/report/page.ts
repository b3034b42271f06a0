import { contendersText } from "./contenders.ts";
import { targetsText } from "./targets.ts";
import { machineText, type Results } from "./text.ts";

const [start, end] = ["<!-- the last run -->", "<!-- end of the last run -->"];

/**
 * The page about performance with the results of a run in place of those of the run before; what stands around them stays.
 *
 * @throws RangeError where the page has no place for them
 */
export function pageWith(page: string, results: Results): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to < from) throw new RangeError(`the page has no place for results: ${start} and ${end}`);
  const parts = [start, machineText(results), contendersText(results), targetsText(results)];
  return `${page.slice(0, from)}${parts.join("\n\n")}\n\n${page.slice(to)}`;
}
