import type { Warning } from "../../engine/language/result.ts";
import type { DateKey } from "./dates.ts";

/** Takes the dates after the evaluation date, as warnings in the words of the library. */
export class Plans {
  asOf: DateKey = 0;
  readonly warnings: Warning[] = [];

  note(id: string, text: string): void {
    const message = `\`${id}\` is ${text}, after the evaluation date: it is taken as a plan`;
    this.warnings.push({ code: "future-date", message, facts: [id] });
  }
}
