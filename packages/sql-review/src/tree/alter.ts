import type { Statement } from '@myriad/sql';

/** DISABLE KEYS and ENABLE KEYS, as dumps write them around their rows: nothing is altered. */
export const onlySwitchesKeys = (statement: Statement): boolean =>
  statement.kind === 'alter-table' &&
  statement.actions.length > 0 &&
  statement.actions.every((action) => action.kind === 'phrase' && action.text.toUpperCase().endsWith('ABLE KEYS'));
