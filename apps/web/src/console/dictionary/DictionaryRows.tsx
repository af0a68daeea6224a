import type { TableColumnsType } from 'antd';
import type { ComponentProps } from 'react';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { NoDictionary } from './NoDictionary.tsx';

/** Pages of a list, as `usePages` gives them. */
export interface DictionaryPages<Row> {
  readonly query: ComponentProps<typeof Loaded<readonly Row[]>>['query'];
  readonly more: (() => void) | undefined;
  readonly isFetchingMore: boolean;
}

interface DictionaryRowsProps<Row> {
  readonly list: DictionaryPages<Row>;
  readonly columns: TableColumnsType<Row>;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
}

/** The rows of one part of the dictionary; without any, how to fill it. */
export function DictionaryRows<Row extends object>({ list, columns, rowKey, onOpen }: DictionaryRowsProps<Row>) {
  return (
    <Loaded query={list.query}>
      {(rows) =>
        rows.length === 0 ? (
          <NoDictionary />
        ) : (
          <EndlessTable
            rows={rows}
            rowKey={rowKey}
            columns={columns}
            {...(onOpen ? { onOpen } : {})}
            more={list.more}
            isFetching={list.isFetchingMore}
          />
        )
      }
    </Loaded>
  );
}
