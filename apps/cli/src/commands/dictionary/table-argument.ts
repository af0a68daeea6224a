import { type Client, type DictionaryTableDetail, getDictionaryTable, listDictionaryTables } from '@myriad/contract';
import { type Argument, UsageError } from '../../command.ts';

export const tableArgument: Argument = {
  name: 'TABLE',
  words: { en: 'schema.table', zh: '库.表' },
};

/** The table of that exact name. @throws UsageError where the dictionary has none */
export async function tableNamed(client: Client, clusterId: string, name: string): Promise<DictionaryTableDetail> {
  let cursor: string | undefined;
  do {
    const query = { clusterId, search: name.slice(0, 100), limit: 500, ...(cursor ? { cursor } : {}) };
    const page = await client.call(listDictionaryTables, { query });
    const found = page.items.find((table) => `${table.schema}.${table.name}` === name);
    if (found) return client.call(getDictionaryTable, { params: { clusterId, tableId: found.id } });
    cursor = page.next;
  } while (cursor !== undefined);
  throw new UsageError({
    en: `The dictionary of this cluster has no table ${name}; see: myriad dictionary list tables`,
    zh: `该集群的数据字典中没有表 ${name}；可用 myriad dictionary list tables 查看`,
  });
}
