import { useMemo } from 'react';
import type { FilterCatalogue } from '../filter/complete-filter.ts';
import type { TableView } from './TableRows.tsx';

/** What a filter of this table may name: its own columns. */
export const useTableCatalogue = (table: TableView): FilterCatalogue =>
  useMemo(
    () => ({
      columnsAt: (names) =>
        names.length > 0
          ? undefined
          : table.columns.map(({ name, type, nullable, choices }) => ({
              ...{ name, type, nullable },
              ...(choices ? { choices } : {}),
            })),
      waysAt: () => [],
      valuesOf: () => [],
    }),
    [table],
  );
