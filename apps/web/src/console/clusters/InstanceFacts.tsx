import type { InstanceView } from '@myriad/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { RecordedName } from '../history/RecordedName.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { SourceWord } from '../history/SourceWord.tsx';

/** What was observed of an instance, when, and who learned it. */
export function InstanceFacts({ instance }: { instance: InstanceView }) {
  const { t } = useTranslation();
  const rows = Object.entries(instance.facts).map(([name, fact]) => ({ name, ...fact }));
  if (rows.length === 0) return <span className="faint">{t('cluster.unseen')}</span>;
  return (
    <Table
      rowKey="name"
      size="small"
      pagination={false}
      dataSource={rows}
      columns={[
        { title: t('cluster.facts'), key: 'name', width: 220, render: (_, { name }) => <RecordedName name={name} /> },
        {
          title: t('cluster.history.what'),
          key: 'value',
          render: (_, { name, value }) => <RecordedValue name={name} value={value} of="instance" />,
        },
        {
          title: t('cluster.factFrom'),
          key: 'source',
          width: 160,
          render: (_, { source }) => <SourceWord source={source} />,
        },
        {
          title: t('cluster.factAt'),
          key: 'at',
          width: 130,
          align: 'right',
          render: (_, { observedAt }) => <RelativeTime at={observedAt} />,
        },
      ]}
    />
  );
}
