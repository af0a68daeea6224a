/** A date whose month or day is zero, or that is nothing but zeros: 0000-00-00 00:00:00. */
export function isZeroDate(text: string): boolean {
  // Every string of a statement is asked about; nearly none is a date.
  if (!text.includes('-')) return false;
  const [date = ''] = text.trim().split(' ');
  const parts = date.split('-');
  return parts.length === 3 && parts.every(isDigits) && parts.slice(1).some((part) => Number(part) === 0);
}

export const isDigits = (text: string): boolean =>
  text.length > 0 && [...text].every((sign) => sign >= '0' && sign <= '9');

/** 20240230 and 2024/02/30 are dates too, where one is wanted. */
export const withDashes = (text: string): string =>
  text.length === 8 && isDigits(text)
    ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    : text.replaceAll('/', '-').replaceAll('.', '-');

/** A whole date of the calendar, 2024-02-30 is none; `undefined` when the text is not written as a date at all. */
export function isRealDate(text: string): boolean | undefined {
  const [date = ''] = text.trim().split('T').join(' ').split(' ');
  const parts = date.split('-');
  if (parts.length !== 3 || !parts.every(isDigits) || parts[0]?.length !== 4) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
