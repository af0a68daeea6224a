import { type CommandCall, type Flag, textFlag } from '../../command.ts';

/** What every question to the inventory takes. */
export const askFlags: readonly Flag[] = [
  {
    name: 'where',
    value: 'FILTER',
    words: {
      en: `Only what this filter finds, e.g. 'application.level = "core" and host.zone in ("a", "b")'`,
      zh: `过滤条件，例如 'application.level = "core" and host.zone in ("a", "b")'`,
    },
  },
  {
    name: 'fields',
    value: 'NAMES',
    words: {
      en: 'Columns with commas, of all four dimensions: name,cluster.name,label.team,fact.lag',
      zh: '要显示的列，逗号分隔，可取自四个维度：name,cluster.name,label.team,fact.lag',
    },
  },
  {
    name: 'sort',
    value: 'NAMES',
    words: { en: 'Up to three columns; a minus sorts from the greatest', zh: '排序列，最多三个；前加减号为降序' },
  },
];

export const askQuery = (call: Pick<CommandCall, 'flags'>): Record<string, string> =>
  Object.fromEntries(
    ['where', 'fields', 'sort'].flatMap((name) => {
      const value = textFlag(call, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

export const dimensionArgument = {
  name: 'DIMENSION',
  words: { en: 'host, instance, cluster or application', zh: 'host、instance、cluster 或 application' },
} as const;
