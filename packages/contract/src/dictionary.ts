import { z } from 'zod';
import {
  DictionaryChange,
  DictionaryColumn,
  DictionaryLook,
  DictionarySchema,
  DictionaryTable,
  DictionaryTableDetail,
  DictionaryTag,
  SensitiveClass,
  TagState,
  UnusedThing,
} from './dictionary-records.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { ExportFormat, exportRowLimit } from './inventory.ts';

export * from './dictionary-fleet.ts';
export { dictionaryProblems } from './dictionary-problems.ts';
export * from './dictionary-records.ts';
export * from './dictionary-rule.ts';

/** Without use for so long on every member, before a table or an index is called unused. */
export const unusedDays = 7;

const Ask = z.object({
  /** Part of a name, a comment or a note, in any case. */
  search: z.string().trim().max(100).optional(),
  clusterId: z.string().max(40).optional(),
  applicationId: z.string().max(40).optional(),
  schema: z.string().max(64).optional(),
  /** What the last look did not find any more: left out, or nothing else. */
  gone: z.enum(['no', 'only']).default('no'),
});
const AskTags = Ask.extend({
  /** With this tag; with no `state` given: not refused. */
  class: SensitiveClass.optional(),
  state: TagState.optional(),
  /** With any tag that was not refused. */
  sensitive: z.enum(['yes']).optional(),
});
export type DictionaryAsk = z.output<typeof AskTags>;

export const listDictionarySchemas = endpoint({
  id: 'dictionary.schemas',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/schemas',
  summary: 'Schemas of all clusters one sees, by name',
  query: PageQuery.extend(Ask.omit({ schema: true }).shape),
  response: pageOf(DictionarySchema),
});
export const listDictionaryTables = endpoint({
  id: 'dictionary.tables',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/tables',
  summary: 'Tables by schema and name; with sizes, owner, and the tags of their columns',
  query: PageQuery.extend(AskTags.shape),
  response: pageOf(DictionaryTable),
});
export const listDictionaryColumns = endpoint({
  id: 'dictionary.columns',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/columns',
  summary: 'Columns by schema, table and position; with comment, owner and sensitive tags',
  query: PageQuery.extend(AskTags.shape),
  response: pageOf(DictionaryColumn),
});
export const exportDictionary = endpoint({
  id: 'dictionary.export',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/export',
  summary: 'Tables or columns as a file: CSV, JSON or NDJSON, streamed; at most 100,000 rows. Header x-row-limit',
  query: AskTags.extend({
    what: z.enum(['tables', 'columns']).default('columns'),
    format: ExportFormat.default('csv'),
    limit: z.coerce.number().int().min(1).max(exportRowLimit).default(exportRowLimit),
  }),
  response: z.string(),
  writes: true,
});
export const listUnused = endpoint({
  id: 'dictionary.unused',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/unused',
  summary: 'Tables and secondary indexes nobody used for at least seven days, on any member of their cluster',
  query: PageQuery.extend({
    kind: z.enum(['table', 'index']).default('index'),
    clusterId: z.string().max(40).optional(),
    applicationId: z.string().max(40).optional(),
    schema: z.string().max(64).optional(),
  }),
  response: pageOf(UnusedThing),
});
export const listDictionaryLooks = endpoint({
  id: 'dictionary.looks',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/looks',
  summary: 'Per cluster: when its dictionary was read, what is missing, and whether the use of its indexes is known',
  query: PageQuery.extend({ clusterId: z.string().max(40).optional() }),
  response: pageOf(DictionaryLook),
});

const ObjectId = z.string().min(1).max(64);
const clusterParams = z.object({ clusterId: z.string().max(40) });
export const getDictionaryTable = endpoint({
  id: 'dictionary.table',
  method: 'GET',
  path: '/api/clusters/:clusterId/dictionary/tables/:tableId',
  summary: 'One table: columns, indexes with their use, growth, owner, tags',
  params: clusterParams.extend({ tableId: ObjectId }),
  response: DictionaryTableDetail,
  problems: ['CLUSTER_NOT_FOUND', 'DICTIONARY_OBJECT_NOT_FOUND'],
});
const writing = ['CLUSTER_NOT_FOUND', 'DICTIONARY_OBJECT_NOT_FOUND', 'NOT_DICTIONARY_OWNER'] as const;
export const DictionaryNote = z
  .object({ objectId: z.string(), note: z.string(), owner: z.string() })
  .meta({ id: 'DictionaryNote' });
export const setDictionaryNote = endpoint({
  id: 'dictionary.note',
  method: 'PUT',
  path: '/api/clusters/:clusterId/dictionary/notes/:objectId',
  summary: 'Write a note and an owner beside a schema, a table or a column; an empty one is taken away',
  params: clusterParams.extend({ objectId: ObjectId }),
  body: z
    .strictObject({
      note: z.string().trim().max(2000).optional(),
      /** '' = inherited again. */
      owner: z.string().trim().max(100).optional(),
    })
    .refine(({ note, owner }) => note !== undefined || owner !== undefined, {
      params: { words: { en: 'give a note or an owner', zh: '请填写说明或负责人' } },
    }),
  response: DictionaryNote,
  problems: [...writing],
});
const tagParams = clusterParams.extend({ columnId: ObjectId, class: SensitiveClass });
export const tagColumn = endpoint({
  id: 'dictionary.tag',
  method: 'PUT',
  path: '/api/clusters/:clusterId/dictionary/columns/:columnId/tags/:class',
  summary: 'Say that a column is, or is not, of a sensitive class; it stands over every rule',
  params: tagParams,
  body: z.strictObject({ state: z.enum(['confirmed', 'refused']) }),
  response: DictionaryTag,
  problems: [...writing],
});
export const untagColumn = endpoint({
  id: 'dictionary.untag',
  method: 'DELETE',
  path: '/api/clusters/:clusterId/dictionary/columns/:columnId/tags/:class',
  summary: 'Take a decision about a tag back; the rules judge the column again',
  params: tagParams,
  response: z.object({}),
  problems: [...writing, 'DICTIONARY_TAG_NOT_FOUND'],
});
export const listDictionaryChanges = endpoint({
  id: 'dictionary.changes',
  method: 'GET',
  path: '/api/clusters/:clusterId/dictionary/changes',
  summary: 'What people wrote and decided in the dictionary of a cluster, newest first',
  params: clusterParams,
  query: PageQuery.extend({ objectId: ObjectId.optional() }),
  response: pageOf(DictionaryChange),
  problems: ['CLUSTER_NOT_FOUND'],
});
