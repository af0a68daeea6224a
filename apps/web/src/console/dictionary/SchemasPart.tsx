import { type DictionarySchema, listDictionarySchemas } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ServerText } from '../instances/ServerText.tsx';
import { DictionaryRows } from './DictionaryRows.tsx';
import { filterNames, queryOf } from './dictionary-filters.ts';
import { FilterBar } from './FilterBar.tsx';
import { Owner } from './Owner.tsx';

/** Schemas of every cluster, by name. */
export function SchemasPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(filterNames);
  const { search, clusterId, gone } = queryOf(values);
  const asked = { ...(search ? { search } : {}), ...(clusterId ? { clusterId } : {}), ...(gone ? { gone } : {}) };
  const list = usePages(listDictionarySchemas, { query: { ...asked, limit: longPage } });
  const tablesOf = ({ name, clusterId: cluster }: DictionarySchema) =>
    `/dictionary?${new URLSearchParams({ search: `${name}.`, cluster })}`;
  const columns: TableColumnsType<DictionarySchema> = [
    {
      title: t('dictionary.schema'),
      key: 'name',
      width: 260,
      render: (_, schema) => (
        <Link to={tablesOf(schema)}>
          <ServerText>{schema.name}</ServerText>
        </Link>
      ),
    },
    { title: t('dictionary.cluster'), key: 'cluster', width: 160, ellipsis: true, render: (_, { cluster }) => cluster },
    {
      title: t('dictionary.tables'),
      key: 'tables',
      width: 90,
      align: 'right',
      render: (_, { tables }) => tables ?? '—',
    },
    {
      title: t('dictionary.characterSet'),
      key: 'characters',
      width: 220,
      ellipsis: true,
      render: (_, { characterSet, collation }) => `${characterSet} · ${collation}`,
    },
    { title: t('dictionary.owner'), key: 'owner', width: 170, render: (_, { owner }) => <Owner owner={owner} /> },
    { title: t('dictionary.seen'), key: 'seen', width: 130, render: (_, { seenAt }) => <RelativeTime at={seenAt} /> },
  ];
  return (
    <Panel
      title={t('dictionary.parts.schemas')}
      flush
      beside={<FilterBar filters={values} onChange={change} has={['search', 'cluster', 'gone']} />}
    >
      <DictionaryRows list={list} columns={columns} rowKey={({ id }) => id} />
    </Panel>
  );
}
