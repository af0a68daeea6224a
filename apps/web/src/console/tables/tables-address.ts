import type { RowLink } from './row-links.ts';

/** `/tables/host?where=…` */
export function tableAddress({ table, where }: Partial<RowLink> & { readonly table: string }): string {
  const search = where ? `?${new URLSearchParams({ where })}` : '';
  return `/tables/${encodeURIComponent(table)}${search}`;
}
