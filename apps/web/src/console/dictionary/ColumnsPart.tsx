import { type DictionaryColumn, listDictionaryColumns } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ServerText } from '../instances/ServerText.tsx';
import { filterNames, queryOf, tableAddress } from './dictionary-filters.ts';
import { FilteredPart, useDescribedColumns } from './FilteredPart.tsx';
import { TagChips } from './TagChips.tsx';

const addressOf = ({ clusterId, tableId }: DictionaryColumn) => tableAddress(clusterId, tableId);

/** Columns by schema, table and position: where a phone number lies, over all clusters. */
export function ColumnsPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(filterNames);
  const list = usePages(listDictionaryColumns, { query: { ...queryOf(values), limit: longPage } });
  const said = useDescribedColumns<DictionaryColumn>();
  const columns: TableColumnsType<DictionaryColumn> = [
    {
      title: t('dictionary.column'),
      key: 'name',
      width: 290,
      render: (_, column) => (
        <Link to={addressOf(column)}>
          <ServerText>{`${column.schema}.${column.table}.${column.name}`}</ServerText>
        </Link>
      ),
    },
    said.cluster,
    { title: t('dictionary.type'), key: 'type', width: 130, render: (_, { type }) => <ServerText>{type}</ServerText> },
    said.comment,
    said.owner,
    { title: t('dictionary.sensitive'), key: 'tags', width: 220, render: (_, { tags }) => <TagChips tags={tags} /> },
  ];
  return <FilteredPart of="columns" filters={values} onFilter={change} {...{ list, columns, addressOf }} />;
}
