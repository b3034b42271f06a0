import { cpus, totalmem } from "node:os";
import { formatDay } from "../engine/calendar/day.ts";
import { today } from "../engine/calendar/today.ts";

/** What the numbers were measured on; nothing that names the machine or its place. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** In GiB. */
  readonly memory: number;
  readonly node: string;
  readonly system: string;
  readonly date: string;
}

/** Describes this machine. */
export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    processor: first?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
    date: formatDay(today()),
  };
}
