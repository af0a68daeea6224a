import { SensitiveClass, TagState } from '@myriad/contract';

export const filterNames = ['search', 'cluster', 'class', 'tags', 'gone'] as const;
export type DictionaryFilters = Readonly<Record<(typeof filterNames)[number], string | undefined>>;

/** What the address says, as the platform is asked; what it does not know is left out, for an address is typed by hand too. */
export function queryOf({ search, cluster, class: kind, tags, gone }: DictionaryFilters) {
  const state = TagState.safeParse(tags);
  const known = SensitiveClass.safeParse(kind);
  return {
    ...(search ? { search: search.slice(0, 100) } : {}),
    ...(cluster ? { clusterId: cluster } : {}),
    ...(known.success ? { class: known.data } : {}),
    ...(state.success ? { state: state.data } : {}),
    ...(tags === 'sensitive' ? { sensitive: 'yes' as const } : {}),
    ...(gone === 'only' ? { gone: 'only' as const } : {}),
  };
}

export const exportAddress = (what: 'tables' | 'columns', filters: DictionaryFilters, format: string): string =>
  `/api/dictionary/export?${new URLSearchParams({ ...queryOf(filters), what, format })}`;

export const tableAddress = (clusterId: string, tableId: string): string => `/dictionary/of/${clusterId}/${tableId}`;
