import { parseDay } from "../../calendar/day.ts";
import type { DutyEvent } from "./events.ts";

/** What a calendar says beside its events. */
export interface CalendarOptions {
  /** The name of the program that makes it. */
  readonly maker: string;
  /** The evaluation date, `YYYY-MM-DD`. It is the time stamp of every event, for nothing here reads the clock. */
  readonly asOf: string;
  /** How many days before the last one to remind of a duty that is still to be done; 0 is on the day itself. */
  readonly alarms: readonly number[];
}

/** The days before a duty's last one on which to remind of it, where nothing else is asked for. */
export const usualAlarms: readonly number[] = [14, 3];

const secondsInDay = 86_400;
/** A day without a time begins at midnight; a reminder does better at nine. */
const morning = 9 * 3_600;

/**
 * The events as an iCalendar file (RFC 5545). Each is a whole day, free of any zone. The sequence number counts the
 * days up to the evaluation date, so that of two files the one of the later date is the newer.
 */
export async function writeCalendar(events: readonly DutyEvent[], options: CalendarOptions): Promise<string> {
  const {
    default: ical,
    ICalAlarmRelatesTo,
    ICalAlarmType,
    ICalEventStatus,
    ICalEventTransparency,
  } = await import("ical-generator");
  const { maker, asOf } = options;
  const stamp = `${asOf}T00:00:00Z`;
  const day = parseDay(asOf);
  const calendar = ical({ prodId: { company: maker, product: "calendar", language: "EN" } });
  for (const { uid, due, status, summary, description, bearer } of events) {
    calendar.createEvent({
      id: uid,
      sequence: typeof day === "number" ? Math.max(0, day) : 0,
      stamp,
      lastModified: stamp,
      start: due,
      allDay: true,
      summary,
      description,
      categories: [{ name: bearer }],
      status: status === "undetermined" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      // A deadline keeps nobody busy.
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: isDone(status)
        ? []
        : options.alarms.map((days) => ({
            type: ICalAlarmType.display,
            relatesTo: ICalAlarmRelatesTo.start,
            triggerBefore: days * secondsInDay - morning,
            description: summary,
          })),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function isDone(status: DutyEvent["status"]): boolean {
  return status === "fulfilled" || status === "fulfilled_late";
}
