import type {
  DictionaryColumn,
  DictionaryOwner,
  DictionarySchema,
  DictionaryTable,
  DictionaryTag,
} from '@myriad/contract';
import { columns } from '../columns.ts';

const cluster = { title: { en: 'CLUSTER', zh: '集群' }, of: (row: { cluster: string }) => row.cluster };
const said = {
  title: { en: 'COMMENT', zh: '注释' },
  of: ({ comment, note }: { comment: string; note?: string | undefined }) =>
    [comment, note].filter(Boolean).join(' · '),
};
const owner = {
  title: columns.owner,
  of: (row: { owner?: DictionaryOwner | undefined }) => row.owner?.name,
};

/** `phone?` is suggested, `phone` confirmed, `-phone` refused. */
export const tagsText = (tags: readonly DictionaryTag[]): string =>
  tags
    .map(({ class: kind, state }) => ({ suggested: `${kind}?`, confirmed: kind, refused: `-${kind}` })[state])
    .join(' ');

export const tableColumns = [
  cluster,
  { title: { en: 'TABLE', zh: '表' }, of: ({ schema, name }: DictionaryTable) => `${schema}.${name}` },
  { title: columns.kind, of: ({ kind }: DictionaryTable) => kind },
  { title: { en: 'ROWS', zh: '行数' }, of: ({ rows }: DictionaryTable) => rows ?? undefined, number: true },
  { title: { en: 'BYTES', zh: '字节' }, of: (row: DictionaryTable) => bytesOf(row), number: true },
  { title: { en: 'SENSITIVE', zh: '敏感' }, of: ({ classes }: DictionaryTable) => classes.join(' ') },
  owner,
  said,
] as const;

const bytesOf = ({ dataBytes, indexBytes }: DictionaryTable): number | undefined =>
  dataBytes === null ? undefined : dataBytes + (indexBytes ?? 0);

export const columnColumns = [
  cluster,
  {
    title: { en: 'COLUMN', zh: '列' },
    of: ({ schema, table, name }: DictionaryColumn) => `${schema}.${table}.${name}`,
  },
  { title: { en: 'TYPE', zh: '类型' }, of: ({ type }: DictionaryColumn) => type },
  { title: { en: 'SENSITIVE', zh: '敏感' }, of: ({ tags }: DictionaryColumn) => tagsText(tags) },
  owner,
  said,
] as const;

export const schemaColumns = [
  cluster,
  { title: { en: 'SCHEMA', zh: '库' }, of: ({ name }: DictionarySchema) => name },
  { title: { en: 'TABLES', zh: '表数' }, of: ({ tables }: DictionarySchema) => tables ?? undefined, number: true },
  { title: { en: 'COLLATION', zh: '排序规则' }, of: ({ collation }: DictionarySchema) => collation },
  owner,
] as const;
