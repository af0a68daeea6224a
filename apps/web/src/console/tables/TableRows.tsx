import { type Answer, listTableRows, type listTables } from '@myriad/contract';
import { Button, Checkbox, Popover, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { formatCount } from '../../shared/format/format-size.ts';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { ExtractMenu } from '../extract/ExtractMenu.tsx';
import { SampleDialog } from '../extract/SampleDialog.tsx';
import { FilterField } from '../filter/FilterField.tsx';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { RowDrawer } from './RowDrawer.tsx';
import { linkFrom } from './row-links.ts';
import { TableCell } from './TableCell.tsx';
import { sampleOf, tableExport } from './table-question.ts';
import { useTableCatalogue } from './use-table-catalogue.ts';
import '../fleet/fleet.css';
import './tables.css';

export type TableView = Answer<typeof listTables>['items'][number];
interface Row {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** More columns than this are not shown at once unless somebody asks for them. */
const usualColumns = 12;

/** Ids say little: a link is as good as the whole of one. */
const widthOf = ({ name, type }: TableView['columns'][number]): number => {
  if (type === 'time') return 170;
  if (type === 'number') return 110;
  return /(^|_)id$/.test(name) ? 120 : 190;
};

export function TableRows({ table, tables }: { table: TableView; tables: readonly TableView[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [isSample, setSample] = useState(false);
  const where = search.get('where') ?? '';
  const sort = search.get('sort') ?? '';
  const usual = table.columns.slice(0, usualColumns).map(({ name }) => name);
  const chosen = search.get('fields')?.split(',') ?? usual;
  const set = (next: Readonly<Record<string, string | undefined>>) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(next)) value ? after.set(name, value) : after.delete(name);
      return after;
    });
  const question = { where, sort, fields: '' };
  const pages = usePages(listTableRows, {
    params: { table: table.name },
    query: { limit: longPage, ...(where ? { where } : {}), ...(sort ? { sort } : {}) },
  });
  const catalogue = useTableCatalogue(table);
  const names = pages.head?.fields ?? [];
  const rows = useMemo(
    () =>
      pages.items.map(
        ({ key, cells }): Row => ({
          key,
          values: Object.fromEntries(cells.map((cell, at) => [names[at] ?? '', cell])),
        }),
      ),
    [pages.items, names],
  );
  const columns: TableColumnsType<Row> = table.columns
    .filter(({ name }) => chosen.includes(name))
    .map((column) => ({
      title: <code>{column.name}</code>,
      key: column.name,
      width: widthOf(column),
      ellipsis: true,
      ...(column.type === 'number' ? { align: 'right' as const } : {}),
      sorter: true,
      showSorterTooltip: false,
      sortOrder: sort === column.name ? ('ascend' as const) : sort === `-${column.name}` ? ('descend' as const) : null,
      render: (_, { values }) => (
        <TableCell value={values[column.name]} type={column.type} link={linkFrom(table, column.name, values, tables)} />
      ),
    }));
  const opened = search.get('open');
  const open = rows.find(({ key }) => key === opened);
  const found = pages.query;
  return (
    <>
      <div className="fleet-bar">
        <FilterField
          value={where}
          onApply={(next) => set({ where: next, open: undefined })}
          catalogue={catalogue}
          error={found.error}
          placeholder={t('tables.example', { column: table.columns[0]?.name ?? 'id' })}
        />
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <Checkbox.Group
              className="field-list"
              value={chosen}
              onChange={(next) => set({ fields: next.length > 0 ? next.join(',') : undefined })}
              options={table.columns.map(({ name }) => ({ value: name, label: <code>{name}</code> }))}
            />
          }
        >
          <Button data-testid="fields">{t('filter.fields')}</Button>
        </Popover>
        <SavedFilters page={`tables/${table.name}`} />
        <ExtractMenu
          addressOf={(format) => tableExport(table.name, question, format)}
          onSample={() => setSample(true)}
        />
      </div>
      <section className="panel" aria-label={table.name}>
        {found.error && rows.length === 0 && found.data === undefined ? (
          <Message title={t('filter.wrong')} next={t('filter.wrongNext')} />
        ) : (
          <Loaded query={found}>
            {() =>
              rows.length > 0 ? (
                <EndlessTable
                  rowKey={({ key }) => key}
                  columns={columns}
                  rows={rows}
                  onOpen={({ key }) => set({ open: key })}
                  onSort={({ key, order }) =>
                    set({ sort: order === undefined ? undefined : `${order === 'descend' ? '-' : ''}${key}` })
                  }
                  more={pages.more}
                  isFetching={pages.isFetchingMore}
                />
              ) : pages.more ? (
                <Message
                  title={t('tables.notYet')}
                  next={t('tables.notYetNext')}
                  act={
                    <Button onClick={pages.more} loading={pages.isFetchingMore}>
                      {t('tables.searchOn')}
                    </Button>
                  }
                />
              ) : (
                <Message
                  title={where ? t('filter.nothing') : t('tables.noRows')}
                  next={where ? t('filter.nothingNext') : t('tables.noRowsNext')}
                />
              )
            }
          </Loaded>
        )}
        <div className="list-foot">
          <span data-testid="count">
            {t(pages.more ? 'tables.readSoFar' : 'tables.readAll', {
              count: rows.length,
              shown: formatCount(rows.length),
            })}
          </span>
          <span className="faint">{t('explore.keys')}</span>
        </div>
      </section>
      {isSample ? <SampleDialog samples={sampleOf(table.name, question)} onClose={() => setSample(false)} /> : null}
      {open ? (
        <RowDrawer
          table={table}
          tables={tables}
          rowKey={open.key}
          values={open.values}
          onClose={() => set({ open: undefined })}
        />
      ) : null}
    </>
  );
}
