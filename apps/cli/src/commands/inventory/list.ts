import { listInventory } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, UsageError } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { askFlags, askQuery, dimensionArgument } from './ask-flags.ts';
import { extract } from './extract.ts';

const formats = ['table', 'csv', 'json', 'ndjson'] as const;

const shown = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

export const command = defineCommand({
  summary: {
    en: 'Hosts, instances, clusters or applications: any filter, any columns; with --format all of them, as a file',
    zh: '查询主机、实例、集群或应用，可任意过滤与选列；指定 --format 时导出全部',
  },
  args: [dimensionArgument],
  flags: [
    ...askFlags,
    {
      name: 'format',
      value: 'table|csv|json|ndjson',
      words: {
        en: 'table (default) shows a page; the others give all rows, at most 100,000',
        zh: 'table（默认）显示一页；其他格式输出全部行，最多 100,000 行',
      },
    },
    ...pageFlags,
  ],
  examples: [
    `myriad inventory list instance --where 'application.level = "core" and fact.lag > 5' --fields name,host.zone,fact.lag`,
    'myriad inventory list cluster --format csv > clusters.csv',
  ],
  run: async (call) => {
    const dimension = argument(call, 'DIMENSION');
    const format = choiceFlag(call, 'format', formats) ?? 'table';
    if (format !== 'table') {
      if (call.json)
        throw new UsageError({
          en: '--json shows one page, --format gives all rows: take one of them.',
          zh: '--json 显示一页，--format 导出全部行，请只用其中一个。',
        });
      const limit = pageQuery(call).limit;
      await extract(call, `/api/inventory/${encodeURIComponent(dimension)}/export`, {
        ...askQuery(call),
        format,
        ...(limit === undefined ? {} : { limit: String(limit) }),
      });
      return { value: { format }, text: () => '' };
    }
    const query = { ...askQuery(call), ...pageQuery(call) };
    const page = await call.server().client.call(listInventory, { params: { dimension }, query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          page.fields.map((field) => ({
            // Columns are called what they are asked by, in every language.
            title: { en: field, zh: field },
            of: (row: Record<string, unknown>) => shown(row[field]),
          })),
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
