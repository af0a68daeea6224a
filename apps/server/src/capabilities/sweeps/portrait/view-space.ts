import type { InstanceSpace } from '@myriad/contract';
import type { TableFacts } from '@myriad/mysql';
import { type Actor, requireAllowed } from '../../../platform/policy/decision.ts';
import { harmlessText } from '../../findings/index.ts';
import { mayChangeMetadata } from '../../metadata/index.ts';
import { listSizes } from '../store.ts';
import { lastLook } from './look-deep.ts';
import type { ViewParts } from './view-portrait.ts';

const sizesShown = 400;
const schemasShown = 2000;
const shown = (text: string) => harmlessText(text, 200);

export interface SpaceQuery {
  readonly schema?: string | undefined;
  readonly table?: string | undefined;
  readonly limit: number;
}

/** Schemas and tables by size as the last deep look saw them; the server is asked nothing (C6). @throws ProblemError INSTANCE_NOT_FOUND, NOT_AN_OPERATOR */
export async function viewSpace(
  { db, metadata }: ViewParts,
  actor: Actor,
  instanceId: string,
  query: SpaceQuery,
): Promise<InstanceSpace> {
  requireAllowed(mayChangeMetadata(actor));
  await metadata.getInstance(db, instanceId);
  const growth = (await listSizes(db, instanceId, sizesShown)).map((size) => ({ ...size }));
  const look = await lastLook(db, instanceId);
  if (!look) return { instanceId, skipped: [], schemas: [], tables: [], found: 0, growth };
  const { contents, readAt } = look.portrait;
  const all = contents.tables.ok ? contents.tables.value : [];
  const fitting = all.filter(fits(query)).sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1));
  return {
    ...{ instanceId, at: readAt, growth, found: fitting.length },
    ...(contents.tables.ok
      ? {}
      : { because: { en: shown(contents.tables.refused), zh: `服务器未返回：“${shown(contents.tables.refused)}”` } }),
    skipped: contents.skipped.map(({ schema, tables }) => ({ schema: shown(schema), tables })),
    schemas: schemasOf(all),
    tables: fitting.slice(0, query.limit).map(({ schema, name, engine, rows, dataBytes, indexBytes, freeBytes }) => ({
      ...{ schema: shown(schema), name: shown(name), engine: shown(engine), rows, dataBytes, indexBytes, freeBytes },
    })),
  };
}

const sizeOf = ({ dataBytes, indexBytes }: Pick<TableFacts, 'dataBytes' | 'indexBytes'>): number =>
  (dataBytes ?? 0) + (indexBytes ?? 0);

/** Compared as shown: that is what one searches by. */
const fits =
  ({ schema, table }: SpaceQuery) =>
  (each: TableFacts): boolean =>
    each.kind !== 'view' &&
    (schema === undefined || schema === '' || shown(each.schema) === schema) &&
    (table === undefined || shown(each.name).toLowerCase().includes(table.toLowerCase()));

function schemasOf(tables: readonly TableFacts[]): InstanceSpace['schemas'] {
  const bySchema = Map.groupBy(
    tables.filter(({ kind }) => kind !== 'view'),
    ({ schema }) => schema,
  );
  const sum = (own: readonly TableFacts[], of: 'dataBytes' | 'indexBytes' | 'freeBytes') =>
    own.every((table) => table[of] === null) ? null : own.reduce((total, table) => total + (table[of] ?? 0), 0);
  return [...bySchema]
    .map(([name, own]) => ({
      ...{ name: shown(name), tables: own.length, dataBytes: sum(own, 'dataBytes') },
      ...{ indexBytes: sum(own, 'indexBytes'), freeBytes: sum(own, 'freeBytes') },
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1))
    .slice(0, schemasShown);
}
