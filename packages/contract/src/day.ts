import { z } from 'zod';

const words = { en: 'must be a day like 2027-01-31', zh: '应为日期，例如 2027-01-31' };

/** Of the calendar: there is no 30th of February. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** A day of the calendar in UTC: `2027-01-31`. */
export const Day = z.string().refine(isDay, { params: { words } }).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
