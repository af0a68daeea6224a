import type { DictionaryIndex, DictionaryTableDetail } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shared/format/format-size.ts';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ServerText } from '../instances/ServerText.tsx';
import { UseWord } from './UseWord.tsx';

/** The indexes of a table, and whether anybody used them. */
export function IndexesPanel({ table }: { table: DictionaryTableDetail }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<DictionaryIndex> = [
    {
      title: t('dictionary.index'),
      key: 'name',
      width: 240,
      render: (_, { name, unique }) => (
        <>
          <ServerText>{name}</ServerText> {unique ? <span className="badge">{t('dictionary.unique')}</span> : null}
        </>
      ),
    },
    {
      title: t('dictionary.columnsOf'),
      key: 'columns',
      width: 280,
      render: (_, { columns: of }) => <ServerText>{of.map((name) => name || '(…)').join(', ')}</ServerText>,
    },
    { title: t('dictionary.kind'), key: 'kind', width: 100, render: (_, { kind }) => kind },
    { title: t('dictionary.use'), key: 'use', width: 160, render: (_, { use }) => <UseWord use={use} /> },
    {
      title: t('dictionary.reads'),
      key: 'reads',
      width: 120,
      align: 'right',
      render: (_, { use: { reads } }) => (reads === undefined ? '—' : formatCount(reads)),
    },
  ];
  return (
    <Panel title={t('dictionary.indexesOf')} flush beside={<span className="soft">{t('dictionary.unusedFair')}</span>}>
      {table.indexes.length === 0 ? (
        <Message title={t('dictionary.indexesNone')} next={t('dictionary.indexesNoneNext')} />
      ) : (
        <LongTable rowKey="id" columns={columns} rows={table.indexes} minWidth={900} />
      )}
    </Panel>
  );
}
