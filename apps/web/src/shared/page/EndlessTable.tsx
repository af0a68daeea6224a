import { Table, type TableColumnsType } from 'antd';
import { type KeyboardEvent, type UIEvent, useRef, useSyncExternalStore } from 'react';

/** From so many rows on, only those in view are drawn. */
const manyRows = 60;
/** Navigation, head of the page, the bar of the filter, the head of the table and the line below it. */
const aroundPixels = 262;
/** So near to the end the next page is asked for. */
const nearPixels = 1200;

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

interface EndlessTableProps<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: TableColumnsType<Row>;
  readonly onOpen?: (row: Row) => void;
  readonly onSort?: (by: { readonly key: string; readonly order: 'ascend' | 'descend' | undefined }) => void;
  /** The next page; none: that was all. */
  readonly more: (() => void) | undefined;
  readonly isFetching: boolean;
}

const widthOf = (column: { readonly width?: unknown }): number =>
  typeof column.width === 'number' ? column.width : 140;

/** A list of any length: scrolled to its end it asks for more, only rows in view are drawn, arrows go from row to row. */
export function EndlessTable<Row extends object>(props: EndlessTableProps<Row>) {
  const { rows, rowKey, columns, onOpen, onSort, more, isFetching } = props;
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const frame = useRef<HTMLDivElement>(null);
  const isMany = rows.length > manyRows;
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const scroll = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLDivElement>) => {
    if (more && !isFetching && scrollHeight - scrollTop - clientHeight < nearPixels) more();
  };
  const press = (event: KeyboardEvent<HTMLElement>, row: Row) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && onOpen) onOpen(row);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const drawn = [...(frame.current?.querySelectorAll<HTMLElement>('.ant-table-row') ?? [])];
    const at = drawn.indexOf(event.currentTarget);
    const next = drawn[at + (event.key === 'ArrowDown' ? 1 : -1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div ref={frame} className="endless">
      <Table<Row>
        rowKey={rowKey}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        size="small"
        virtual={isMany}
        scroll={isMany ? { x: width, y: Math.max(320, height - aroundPixels) } : { x: width }}
        onScroll={scroll}
        onRow={(row) => ({ tabIndex: 0, onKeyDown: (event) => press(event, row) })}
        onChange={(_, __, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          if (one?.columnKey !== undefined) onSort?.({ key: String(one.columnKey), order: one.order ?? undefined });
        }}
      />
    </div>
  );
}
