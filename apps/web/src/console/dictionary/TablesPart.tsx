import { type DictionaryTable, listDictionaryTables } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ExtractMenu } from '../extract/ExtractMenu.tsx';
import { ServerText } from '../instances/ServerText.tsx';
import { exportAddress, filterNames, queryOf, tableAddress } from './dictionary-filters.ts';
import { FilterBar } from './FilterBar.tsx';
import { NoDictionary } from './NoDictionary.tsx';
import { Owner, Said } from './Owner.tsx';
import { ClassChips } from './TagChips.tsx';

/** Tables by schema and name. */
export function TablesPart() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { values, change } = useFilters(filterNames);
  const list = usePages(listDictionaryTables, { query: { ...queryOf(values), limit: longPage } });
  const columns: TableColumnsType<DictionaryTable> = [
    {
      title: t('dictionary.table'),
      key: 'name',
      width: 230,
      render: (_, { clusterId, id, schema, name }) => (
        <Link to={tableAddress(clusterId, id)}>
          <ServerText>{`${schema}.${name}`}</ServerText>
        </Link>
      ),
    },
    { title: t('dictionary.cluster'), key: 'cluster', width: 120, ellipsis: true, render: (_, { cluster }) => cluster },
    { title: t('dictionary.kind'), key: 'kind', width: 70, render: (_, { kind }) => t(`dictionary.kinds.${kind}`) },
    {
      title: t('dictionary.comment'),
      key: 'comment',
      width: 190,
      render: (_, { comment, note }) => <Said comment={comment} note={note} />,
    },
    { title: t('dictionary.owner'), key: 'owner', width: 140, render: (_, { owner }) => <Owner owner={owner} /> },
    {
      title: t('dictionary.sensitive'),
      key: 'classes',
      width: 180,
      render: (_, { classes }) => <ClassChips classes={classes} />,
    },
    {
      title: t('dictionary.rows'),
      key: 'rows',
      width: 90,
      align: 'right',
      render: (_, { rows }) => (rows === null ? '—' : formatCount(rows)),
    },
    {
      title: t('dictionary.size'),
      key: 'size',
      width: 90,
      align: 'right',
      render: (_, { dataBytes, indexBytes }) => (dataBytes === null ? '—' : formatBytes(dataBytes + (indexBytes ?? 0))),
    },
  ];
  return (
    <Panel
      title={t('dictionary.parts.tables')}
      flush
      beside={<FilterBar filters={values} onChange={change} has={filterNames} />}
      acts={<ExtractMenu addressOf={(format) => exportAddress('tables', values, format)} />}
    >
      <Loaded query={list.query}>
        {(rows) =>
          rows.length === 0 ? (
            <NoDictionary />
          ) : (
            <EndlessTable
              rows={rows}
              rowKey={({ id }) => id}
              columns={columns}
              onOpen={({ clusterId, id }) => void navigate(tableAddress(clusterId, id))}
              more={list.more}
              isFetching={list.isFetchingMore}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
