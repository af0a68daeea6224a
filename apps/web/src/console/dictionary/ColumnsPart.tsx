import { type DictionaryColumn, listDictionaryColumns } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
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
import { TagChips } from './TagChips.tsx';

/** Columns by schema, table and position: where a phone number lies, over all clusters. */
export function ColumnsPart() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { values, change } = useFilters(filterNames);
  const list = usePages(listDictionaryColumns, { query: { ...queryOf(values), limit: longPage } });
  const columns: TableColumnsType<DictionaryColumn> = [
    {
      title: t('dictionary.column'),
      key: 'name',
      width: 270,
      render: (_, { clusterId, tableId, schema, table, name }) => (
        <Link to={tableAddress(clusterId, tableId)}>
          <ServerText>{`${schema}.${table}.${name}`}</ServerText>
        </Link>
      ),
    },
    { title: t('dictionary.cluster'), key: 'cluster', width: 130, ellipsis: true, render: (_, { cluster }) => cluster },
    { title: t('dictionary.type'), key: 'type', width: 130, render: (_, { type }) => <ServerText>{type}</ServerText> },
    {
      title: t('dictionary.comment'),
      key: 'comment',
      width: 240,
      render: (_, { comment, note }) => <Said comment={comment} note={note} />,
    },
    { title: t('dictionary.owner'), key: 'owner', width: 150, render: (_, { owner }) => <Owner owner={owner} /> },
    { title: t('dictionary.sensitive'), key: 'tags', width: 220, render: (_, { tags }) => <TagChips tags={tags} /> },
  ];
  return (
    <Panel
      title={t('dictionary.parts.columns')}
      flush
      beside={<FilterBar filters={values} onChange={change} has={filterNames} />}
      acts={<ExtractMenu addressOf={(format) => exportAddress('columns', values, format)} />}
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
              onOpen={({ clusterId, tableId }) => void navigate(tableAddress(clusterId, tableId))}
              more={list.more}
              isFetching={list.isFetchingMore}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}
