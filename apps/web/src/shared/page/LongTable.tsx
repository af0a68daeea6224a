import { Table, type TableProps } from 'antd';
import { useSyncExternalStore } from 'react';

/** From so many rows on, only those in view are drawn: thousands scroll as easily as ten. */
const manyRows = 100;
/** Head of the page, head of the panel and of the table, and the button below it. */
const aroundPixels = 260;

const subscribe = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

interface LongTableProps<Row> extends Pick<TableProps<Row>, 'rowKey' | 'columns' | 'rowSelection'> {
  readonly rows: readonly Row[];
  /** Below this width, in pixels, the table scrolls sideways. */
  readonly minWidth: number;
  /** The same on a phone, where columns that say `responsive: ['md']` are left out. */
  readonly phoneWidth?: number;
}

/** Below this width of the window antd leaves `md` columns out. https://ant.design/components/grid */
const phonePixels = 768;

/** A table that may grow long: a short one is as high as its rows, a long one scrolls in itself. */
export function LongTable<Row extends object>({ rows, minWidth, phoneWidth, ...table }: LongTableProps<Row>) {
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const isMany = rows.length > manyRows;
  const x = width < phonePixels ? (phoneWidth ?? minWidth) : minWidth;
  return (
    <Table
      {...table}
      dataSource={[...rows]}
      pagination={false}
      size="small"
      virtual={isMany}
      scroll={isMany ? { x, y: Math.max(320, height - aroundPixels) } : { x }}
    />
  );
}
