import type { DictionaryColumn, DictionaryTable } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Panel } from '../../shared/page/Panel.tsx';
import { ExtractMenu } from '../extract/ExtractMenu.tsx';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { type DictionaryPages, DictionaryRows } from './DictionaryRows.tsx';
import { type DictionaryFilters, exportAddress, filterNames } from './dictionary-filters.ts';
import { FilterBar } from './FilterBar.tsx';
import { Owner, Said } from './Owner.tsx';

type Described = DictionaryTable | DictionaryColumn;

interface FilteredPartProps<Row extends Described> {
  readonly of: 'tables' | 'columns';
  readonly filters: DictionaryFilters;
  readonly onFilter: ComponentProps<typeof FilterBar>['onChange'];
  readonly list: DictionaryPages<Row>;
  readonly columns: TableColumnsType<Row>;
  readonly addressOf: (row: Row) => string;
}

/** A list of what people describe: filtered in its address, extracted as it is filtered, each row the way to its table. */
export function FilteredPart<Row extends Described>(props: FilteredPartProps<Row>) {
  const { of, filters, onFilter, list, columns, addressOf } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Panel
      title={t(`dictionary.parts.${of}`)}
      flush
      beside={<FilterBar filters={filters} onChange={onFilter} has={filterNames} />}
      acts={
        <>
          <SavedFilters page={`dictionary/${of}`} />
          <ExtractMenu addressOf={(format) => exportAddress(of, filters, format)} />
        </>
      }
    >
      <DictionaryRows
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={(row) => void navigate(addressOf(row))}
      />
    </Panel>
  );
}

/** What is said of tables and columns alike: where they lie, what they are, whose they are. */
export function useDescribedColumns<Row extends Described>() {
  const { t } = useTranslation();
  return {
    cluster: { title: t('dictionary.cluster'), key: 'cluster', width: 120, ellipsis: true, dataIndex: 'cluster' },
    comment: {
      title: t('dictionary.comment'),
      key: 'comment',
      width: 200,
      render: (_: unknown, { comment, note }: Row) => <Said comment={comment} note={note} />,
    },
    owner: {
      title: t('dictionary.owner'),
      key: 'owner',
      width: 140,
      render: (_: unknown, { owner }: Row) => <Owner owner={owner} />,
    },
  } as const;
}
