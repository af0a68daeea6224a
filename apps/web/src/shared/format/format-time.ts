export type Language = 'zh-CN' | 'en';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const relatives = new Map<Language, Intl.RelativeTimeFormat>();
function relativeIn(language: Language): Intl.RelativeTimeFormat {
  const known = relatives.get(language);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  relatives.set(language, made);
  return made;
}

/** "3 min ago", "in 2 hr."; both arguments in ms since 1970. Within 45 s it says "now". */
export function formatRelative(at: number, now: number, language: Language): string {
  const seconds = (at - now) / 1000;
  const size = Math.abs(seconds);
  const say = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
    relativeIn(language).format(Math.round(value), unit);
  if (size < 45) return say(0, 'second');
  if (size < 45 * minute) return say(seconds / minute, 'minute');
  if (size < 22 * hour) return say(seconds / hour, 'hour');
  if (size < 26 * day) return say(seconds / day, 'day');
  if (size < 320 * day) return say(seconds / (30.44 * day), 'month');
  return say(seconds / (365.25 * day), 'year');
}

/** The exact moment in the reader's zone, with the zone named. */
export function formatExact(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** `2026-11-23 09:24:02` in the reader's zone: for columns, where every digit has its place. */
export function formatStamp(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** Day of the week, day, hour and minute in a zone (default: the reader's), as one says when something is planned. */
export function formatMoment(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(at % 60_000 === 0 ? {} : { second: '2-digit' }),
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** The reader's own zone, an IANA name. */
export const readersZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Hours, minutes and seconds of the day, for log lines. */
export function formatClock(at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone ? { timeZone } : {}),
  }).format(at);
}

/** Hours and minutes of the day in the reader's zone. */
export function formatTimeOfDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

const two = (value: number) => String(value).padStart(2, '0');

/** How long something took: `840 ms`, `12.4 s`, `3:07`, `2:03:07`, `4 d 02:03`. Same in both languages. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 0) return formatDuration(0);
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / hour);
  const minutes = Math.floor((whole % hour) / minute);
  if (hours === 0) return `${minutes}:${two(whole % minute)}`;
  if (hours < 24) return `${hours}:${two(minutes)}:${two(whole % minute)}`;
  return `${Math.floor(hours / 24)} d ${two(hours % 24)}:${two(minutes)}`;
}

/** How long something has been going on: whole seconds, so that it ticks. */
export function formatRunning(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return seconds < minute ? `${seconds} s` : formatDuration(seconds * 1000);
}
