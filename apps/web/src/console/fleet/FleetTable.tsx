import type { Dimension } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { type DimensionView, type FieldOf, fieldOf } from './dimensions.ts';
import { FleetCell, type FleetRow } from './FleetCell.tsx';
import { Mark } from './Mark.tsx';
import { RowReach } from './RowReach.tsx';

interface FleetTableProps {
  readonly dimension: Dimension;
  readonly dimensions: readonly DimensionView[];
  readonly fields: readonly string[];
  readonly rows: readonly FleetRow[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onOpen: (id: string) => void;
  readonly more: (() => void) | undefined;
  readonly isFetching: boolean;
}

const widths: Readonly<Record<string, number>> = {
  name: 168,
  version: 92,
  port: 76,
  role: 88,
  state: 108,
  level: 100,
  zone: 110,
  environment: 110,
  flavor: 92,
  instances: 84,
  clusters: 84,
  topology: 150,
  address: 140,
  poolState: 120,
};

/** Room for the head of a column: its letters, the padding and the arrows of its order. Pixels. */
const headWidthOf = (title: string): number =>
  [...title].reduce((width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 13 : 8), 48);

/** What a field is called: of another dimension with its name before it. */
export function useFieldTitle() {
  const { t } = useTranslation();
  const pick = usePick();
  return ({ dimension, column, keyed, name }: FieldOf, of: Dimension): string => {
    if (keyed === 'label') return t('explore.labelOf', { key: name });
    if (keyed === 'fact') return t('explore.factOf', { name });
    const own = column ? pick(column.words) : name;
    if (dimension === of) return own;
    return name === 'name' ? t(`explore.one.${dimension}`) : `${t(`explore.one.${dimension}`)} · ${own}`;
  };
}

export function FleetTable(props: FleetTableProps) {
  const { dimension, dimensions, fields, rows, sort, onSort, onOpen } = props;
  const { t } = useTranslation();
  const titleOf = useFieldTitle();
  const columns = useMemo((): TableColumnsType<FleetRow> => {
    const shown = fields.map((path): TableColumnsType<FleetRow>[number] => {
      const field = fieldOf(path, dimension, dimensions);
      const isNumber = field.column?.type === 'number';
      const isSortable = field.column?.type !== 'json';
      const title = titleOf(field, dimension);
      return {
        title,
        key: path,
        width: Math.max(widths[field.name] ?? 140, headWidthOf(title)),
        ellipsis: true,
        ...(isNumber ? { align: 'right' as const } : {}),
        ...(isSortable
          ? {
              sorter: true,
              sortOrder: sort === path ? ('ascend' as const) : sort === `-${path}` ? ('descend' as const) : null,
              showSorterTooltip: false,
            }
          : {}),
        render: (_, row) => <FleetCell field={field} value={row[path]} row={row} of={dimension} />,
      };
    });
    const mark: TableColumnsType<FleetRow> =
      dimension === 'application'
        ? []
        : [
            {
              title: t('explore.mark.title'),
              key: 'mark',
              width: 178,
              render: (_, { id }) => <Mark dimension={dimension} id={String(id)} />,
            },
          ];
    const reach: TableColumnsType<FleetRow>[number] = {
      title: '',
      key: 'reach',
      width: 52,
      align: 'right',
      fixed: 'right',
      render: (_, row) => (
        <RowReach
          dimension={dimension}
          id={String(row.id)}
          name={typeof row.name === 'string' ? row.name : String(row.id)}
          onOpen={() => onOpen(String(row.id))}
        />
      ),
    };
    const [first, ...rest] = shown;
    return [...(first ? [first] : []), ...mark, ...rest, reach];
  }, [dimension, dimensions, fields, sort, t, titleOf, onOpen]);
  return (
    <EndlessTable
      rowKey={(row) => String(row.id)}
      columns={columns}
      rows={rows}
      onOpen={(row) => onOpen(String(row.id))}
      onSort={({ key, order }) => onSort(order === undefined ? '' : `${order === 'descend' ? '-' : ''}${key}`)}
      more={props.more}
      isFetching={props.isFetching}
    />
  );
}
