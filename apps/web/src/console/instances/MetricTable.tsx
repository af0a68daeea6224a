import type { MetricDefinition, MetricSeries } from '@myriad/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePick } from '../../shared/words/use-words.ts';
import { type Digest, digestOf, valueText } from './chart-values.ts';

interface MetricTableProps {
  readonly definitions: readonly MetricDefinition[];
  readonly found: MetricSeries;
}

const columns = ['last', 'least', 'mean', 'greatest'] as const satisfies readonly (keyof Digest)[];

/** The lines in numbers. */
export function MetricTable({ definitions, found }: MetricTableProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const rows = definitions.flatMap((definition) => {
    const line = found.series.find(({ metric }) => metric === definition.name);
    return line ? [{ ...definition, digest: digestOf(line.values, line.highest) }] : [];
  });
  return (
    <Table
      rowKey="name"
      size="small"
      pagination={false}
      scroll={{ x: 560 }}
      dataSource={rows}
      columns={[
        {
          title: t('instance.metrics.metric'),
          key: 'name',
          render: (_, { words, why }) => (
            <>
              {pick(words)}
              <div className="faint">{pick(why)}</div>
            </>
          ),
        },
        ...columns.map((name) => ({
          title: t(`instance.metrics.${name}`),
          key: name,
          width: 120,
          align: 'right' as const,
          render: (_: unknown, { unit, digest }: (typeof rows)[number]) =>
            valueText(digest[name], unit, t('instance.metrics.units.per-second')),
        })),
      ]}
    />
  );
}
