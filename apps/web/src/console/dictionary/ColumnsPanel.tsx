import type { DictionaryColumn, DictionaryTableDetail } from '@myriad/contract';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ServerText } from '../instances/ServerText.tsx';
import { DescribeDialog } from './DescribeDialog.tsx';
import { Owner, Said } from './Owner.tsx';
import { DecideTags, TagChips } from './TagChips.tsx';

/** The columns of a table; who may decides on their tags here. */
export function ColumnsPanel({ table }: { table: DictionaryTableDetail }) {
  const { t } = useTranslation();
  const [described, setDescribed] = useState<DictionaryColumn>();
  const may = table.abilities.describe.allowed;
  const columns: TableColumnsType<DictionaryColumn> = [
    {
      title: t('dictionary.column'),
      key: 'name',
      width: 190,
      render: (_, { name }) => <ServerText>{name}</ServerText>,
    },
    {
      title: t('dictionary.type'),
      key: 'type',
      width: 190,
      render: (_, { type, nullable, extra }) => (
        <>
          <ServerText>{type}</ServerText>
          <span className="faint">
            {' '}
            {[nullable ? t('dictionary.nullable') : '', extra].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      title: t('dictionary.comment'),
      key: 'comment',
      width: 230,
      render: (_, { comment, note }) => <Said comment={comment} note={note} />,
    },
    {
      title: t('dictionary.sensitive'),
      key: 'tags',
      width: 250,
      render: (_, { id, name, tags }) =>
        may ? (
          <DecideTags clusterId={table.clusterId} columnId={id} column={name} tags={tags} />
        ) : (
          <TagChips tags={tags} />
        ),
    },
    { title: t('dictionary.owner'), key: 'owner', width: 150, render: (_, { owner }) => <Owner owner={owner} /> },
    {
      title: '',
      key: 'acts',
      width: 120,
      align: 'right',
      render: (_, column) =>
        may ? (
          <Button
            size="small"
            aria-label={`${t('dictionary.describe')}: ${column.name}`}
            onClick={() => setDescribed(column)}
          >
            {t('dictionary.note')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Panel title={`${t('dictionary.columnsOf')} (${table.columns.length})`} flush>
      {table.columns.length === 0 ? (
        <Message title={t('dictionary.columnsNone')} next={t('dictionary.columnsNoneNext')} />
      ) : (
        <LongTable rowKey="id" columns={columns} rows={table.columns} minWidth={1130} />
      )}
      {described ? (
        <DescribeDialog
          clusterId={table.clusterId}
          objectId={described.id}
          name={described.name}
          note={described.note ?? ''}
          owner={described.owner?.from === 'own' ? described.owner.name : ''}
          onClose={() => setDescribed(undefined)}
        />
      ) : null}
    </Panel>
  );
}
