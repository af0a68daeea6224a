import { textOf } from '../sql-runner.ts';

/** What servers say is bounded: a lying one fills neither our memory nor a page. */
export const boundedText = (value: unknown, most = 1024): string => {
  const text = textOf(value);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};
