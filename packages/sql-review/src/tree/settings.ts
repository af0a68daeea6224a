import type { Node, SetVariable } from '@myriad/sql';

/** The server's variable that an assignment sets, in lower case; `undefined` for a user's own. */
export function variableName({ target }: SetVariable): string | undefined {
  if (target.kind === 'system-variable') return target.name.toLowerCase();
  return target.kind === 'column' && target.table === undefined ? target.name.name.toLowerCase() : undefined;
}

/** 0, OFF, FALSE, however it is written. */
export function isOffValue(value: Node): boolean {
  if ('text' in value && value.text === 'OFF') return true;
  if ('name' in value && isNamed(value.name, 'off')) return true;
  return (
    'value' in value && typeof value.value === 'string' && ['0', 'false', 'off'].includes(value.value.toLowerCase())
  );
}

const isNamed = (name: unknown, word: string): boolean =>
  typeof name === 'object' &&
  name !== null &&
  'name' in name &&
  typeof name.name === 'string' &&
  name.name.toLowerCase() === word;
