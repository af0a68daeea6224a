import '../tables.ts';
import type { DictionaryAsk } from '@myriad/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../../../platform/database/schema.ts';
import { type Sight, seenOnly } from '../../metadata/index.ts';

export interface Asked extends Partial<DictionaryAsk> {
  readonly sight: Sight;
  /** Ids of all that the search finds, where they are few: see `nameFound`. */
  readonly found?: readonly string[];
}

type Condition = RawBuilder<SqlBool>;

/**
 * Clusters that are there, asked for, and seen. Asked row by row, so that a list is walked in its order and stops with its page,
 * where a set of clusters would have the store sort all their rows first.
 */
export function clusterAsked({ sight, clusterId, applicationId }: Asked): Condition {
  const seen = seenOnly('cluster', sight, 'dc');
  const one = clusterId === undefined ? sql`` : sql`d.cluster_id = ${clusterId} and`;
  return sql<SqlBool>`${one} exists (select 1 from cluster as dc
    where dc.id = d.cluster_id and dc.state <> 'decommissioned'
    ${applicationId === undefined ? sql`` : sql`and dc.application_id = ${applicationId}`}
    ${seen === undefined ? sql`` : sql`and ${seen}`})`;
}

const likeText = (text: string): string => `%${text.toLowerCase().replaceAll(/[!%_]/g, (found) => `!${found}`)}%`;

const notesLike = (like: string) =>
  sql`select n.object_id from dictionary_note as n where n.search_text like ${like} escape '!'`;

/** What the server says of it, or a person wrote beside it. */
function searched(text: string, found: Asked['found']): Condition {
  // No id is empty, and an empty list is no SQL.
  if (found) return sql<SqlBool>`d.id in (${sql.join(found.length > 0 ? [...found] : [''])})`;
  const like = likeText(text);
  return sql<SqlBool>`(d.search_text like ${like} escape '!' or d.id in (${notesLike(like)}))`;
}

/** More than these are not named one by one. */
const few = 1000;

/**
 * The search with all it finds named, where that is little. A rare word has a store walk all rows in the order of the list, each
 * fetched from another place, to fill a page; read as they lie they take a fraction of it. A common one fills its page at once.
 */
export async function nameFound(db: Reader, table: string, asked: Asked): Promise<Asked> {
  const { search, clusterId } = asked;
  if (!search) return asked;
  const like = likeText(search);
  const within = clusterId === undefined ? sql`` : sql`d.cluster_id = ${clusterId} and`;
  const { rows } = await sql<{ id: string }>`
    select d.id as id from ${sql.table(table)} as d where ${within} d.search_text like ${like} escape '!'
    union all select f.object_id from (${notesLike(like)}) as f limit ${sql.lit(few + 1)}`.execute(db);
  return rows.length > few ? asked : { ...asked, found: [...new Set(rows.map(({ id }) => id))] };
}

const wantsTags = ({ class: kind, state, sensitive }: Asked): boolean =>
  kind !== undefined || state !== undefined || sensitive !== undefined;

function tagIs({ class: kind, state }: Asked): Condition {
  const is = state === undefined ? sql`dt.state <> 'refused'` : sql`dt.state = ${state}`;
  return kind === undefined ? sql<SqlBool>`${is}` : sql<SqlBool>`dt.class = ${kind} and ${is}`;
}

/** Every condition over the rows of one of the dictionary's tables, called `d`. */
export function conditionsOf(asked: Asked, of: 'schema' | 'table' | 'column'): readonly Condition[] {
  const { search, found, schema, gone = 'no' } = asked;
  return [
    clusterAsked(asked),
    gone === 'no' ? sql<SqlBool>`d.gone_at is null` : sql<SqlBool>`d.gone_at is not null`,
    ...(search ? [searched(search, found)] : []),
    ...(schema !== undefined && of !== 'schema' ? [sql<SqlBool>`d.schema_name = ${schema}`] : []),
    ...(of === 'column' && wantsTags(asked)
      ? [sql<SqlBool>`exists (select 1 from dictionary_tag as dt where dt.object_id = d.id and ${tagIs(asked)})`]
      : []),
    ...(of === 'table' && wantsTags(asked)
      ? [
          sql<SqlBool>`exists (select 1 from dictionary_tag as dt join dictionary_column as dk
            on dk.id = dt.object_id and dk.gone_at is null where dt.table_id = d.id and ${tagIs(asked)})`,
        ]
      : []),
  ];
}
