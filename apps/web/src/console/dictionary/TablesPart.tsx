import { type DictionaryTable, listDictionaryTables } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ServerText } from '../instances/ServerText.tsx';
import { filterNames, queryOf, tableAddress } from './dictionary-filters.ts';
import { FilteredPart, useDescribedColumns } from './FilteredPart.tsx';
import { ClassChips } from './TagChips.tsx';

const addressOf = ({ clusterId, id }: DictionaryTable) => tableAddress(clusterId, id);

/** Tables by schema and name. */
export function TablesPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(filterNames);
  const list = usePages(listDictionaryTables, { query: { ...queryOf(values), limit: longPage } });
  const said = useDescribedColumns<DictionaryTable>();
  const columns: TableColumnsType<DictionaryTable> = [
    {
      title: t('dictionary.table'),
      key: 'name',
      width: 230,
      render: (_, table) => (
        <Link to={addressOf(table)}>
          <ServerText>{`${table.schema}.${table.name}`}</ServerText>
        </Link>
      ),
    },
    said.cluster,
    { title: t('dictionary.kind'), key: 'kind', width: 70, render: (_, { kind }) => t(`dictionary.kinds.${kind}`) },
    said.comment,
    said.owner,
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
  return <FilteredPart of="tables" filters={values} onFilter={change} {...{ list, columns, addressOf }} />;
}
