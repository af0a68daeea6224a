const iso = /^(\d{4})-(\d\d)-(\d\d)[T ] ?(\d?\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?(?=\s|$)/;
/** Before 5.7 and in MariaDB up to 10.1, and still in slow logs of MariaDB. */
const short = /^(\d\d)(\d\d)(\d\d) +(\d?\d):(\d\d):(\d\d)(?=\s|$)/;

export interface FoundTime {
  /** Epoch ms. */
  readonly at: number;
  /** What follows it. */
  readonly rest: string;
}

/** The time a line begins with. */
export function timeAtStart(line: string, offsetMinutes: number): FoundTime | undefined {
  const found = iso.exec(line) ?? short.exec(line);
  if (!found) return undefined;
  const [whole, year = '', month, day, hour, minute, second, fraction = '', zone] = found;
  const century = year.length === 2 ? 2000 : 0;
  const local = Date.UTC(
    century + Number(year),
    Number(month) - 1,
    Number(day),
    ...([Number(hour), Number(minute), Number(second)] as const),
  );
  const valid =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && Number(hour) <= 23;
  if (!valid || Number.isNaN(local)) return undefined;
  const milliseconds = fraction === '' ? 0 : Math.floor(Number(fraction) * 1000);
  return {
    at: local + milliseconds - minutesOf(zone, offsetMinutes) * 60_000,
    rest: line.slice(whole.length).trimStart(),
  };
}

/** `+08:00`, `-0330`, `Z`. */
export function minutesOf(zone: string | undefined, otherwise: number): number {
  if (zone === undefined) return otherwise;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
