import type { HeldPrivilege } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';

/** `SELECT on sys.*`, `SELECT (host, user) on mysql.user`: columns of one table together. Names in it come from the server. */
export function privilegeTexts(privileges: readonly HeldPrivilege[]): readonly string[] {
  const columns = new Map<string, string[]>();
  for (const { privilege, on } of privileges) {
    const [, verb = privilege, column] = /^(.*?) \((.*)\)$/.exec(privilege) ?? [];
    const key = JSON.stringify([verb, on]);
    const known = columns.get(key) ?? [];
    columns.set(key, column === undefined ? known : [...known, column]);
  }
  return [...columns].map(([key, names]) => {
    const [verb = '', on = ''] = JSON.parse(key) as string[];
    const shown = names.length > 6 ? [...names.slice(0, 5), `… ${names.length - 5}`] : names;
    const of = shown.length > 0 ? ` (${harmlessText(shown.join(', '), 200)})` : '';
    return `${harmlessText(verb, 120)}${of} on ${harmlessText(on, 140)}`;
  });
}
