import type { PortraitChange } from '@myriad/contract';
import type { Part, ServerPortrait } from '@myriad/mysql';
import { harmlessText } from '../../findings/index.ts';

type Change = Omit<PortraitChange, 'id' | 'at'>;

/** These move by themselves. */
const moving =
  /^(gtid_(executed|purged|binlog_pos|binlog_state|current_pos|slave_pos|owned)|timestamp|rand_seed\d|last_insert_id|pseudo_thread_id|last_gtid|innodb_(buffer_pool_load|buffer_pool_dump)_\w+|identity|error_count|warning_count)$/;

/** A server that lies must not fill our history. */
const mostChanges = 1000;

/** A parameter that says where the server stands, not how it is set. */
export const movesByItself = (name: string): boolean => moving.test(name);

/**
 * What differs between two deep looks, part by part. Only parts that both looks read whole are compared: what was refused or
 * cut says nothing about what is gone. Pure.
 */
export function comparePortraits(before: ServerPortrait, after: ServerPortrait): readonly Change[] {
  const compare = <T>(
    part: Change['part'],
    of: (portrait: ServerPortrait) => Part<T>,
    read: (value: T) => readonly (readonly [name: string, value: string])[],
  ): readonly Change[] => {
    const [old, now] = [of(before), of(after)];
    return old.ok && now.ok && !old.more && !now.more ? differences(part, read(old.value), read(now.value)) : [];
  };
  return [
    ...compare(
      'parameter',
      (of) => of.variables,
      (all) => Object.entries(all).filter(([name]) => !movesByItself(name)),
    ),
    ...compare(
      'account',
      (of) => of.accounts,
      (all) =>
        all.map(({ user, host, plugin, locked, tls, global }) => [
          `${user}@${host}`,
          [plugin, locked ? 'locked' : '', tls, [...global].sort().join(', ')].filter(Boolean).join(' · '),
        ]),
    ),
    ...compare(
      'grant',
      (of) => of.schemaGrants,
      (all) =>
        all.map(({ user, host, schema, privileges }) => [
          `${user}@${host} ${schema}`,
          [...privileges].sort().join(', '),
        ]),
    ),
    ...compare(
      'schema',
      (of) => of.schemas,
      (all) => all.map(({ name, collation }) => [name, collation]),
    ),
    ...compare(
      'table',
      (of) => of.contents.tables,
      (all) =>
        all.map(({ schema, name, kind, engine, collation }) => [
          `${schema}.${name}`,
          `${kind} ${engine} ${collation}`.trim(),
        ]),
    ),
    ...compare(
      'column',
      (of) => of.contents.columns,
      (all) =>
        all.map(({ schema, table, name, type, nullable, extra }) => [
          `${schema}.${table}.${name}`,
          `${type}${nullable ? '' : ' not null'} ${extra}`.trim(),
        ]),
    ),
    ...compare(
      'index',
      (of) => of.contents.indexes,
      (all) =>
        all.map(({ schema, table, name, unique, columns }) => [
          `${schema}.${table}.${name}`,
          `${unique ? 'unique ' : ''}(${columns.join(', ')})`,
        ]),
    ),
    ...compare(
      'plugin',
      (of) => of.plugins,
      (all) => all.map(({ name, status }) => [name, status]),
    ),
    ...compare(
      'event',
      (of) => of.events,
      (all) => all.map(({ schema, name, status }) => [`${schema}.${name}`, status]),
    ),
  ].slice(0, mostChanges);
}

function differences(
  part: Change['part'],
  old: readonly (readonly [string, string])[],
  now: readonly (readonly [string, string])[],
): readonly Change[] {
  const was = new Map(old);
  const is = new Map(now);
  const shown = (value: string | undefined) => (value === undefined ? null : harmlessText(value, 2000));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({ part, name: harmlessText(name, 400), before: shown(was.get(name)), after: shown(is.get(name)) }));
}
