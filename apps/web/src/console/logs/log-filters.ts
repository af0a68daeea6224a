import { LogKind, LogLevel } from '@myriad/contract';

export const filterNames = [
  ...(['kinds', 'since', 'from', 'to', 'text', 'level'] as const),
  ...(['instances', 'hosts', 'clusters', 'applications', 'limit'] as const),
] as const;
export type FilterName = (typeof filterNames)[number];
export type LogFilters = { readonly [Name in FilterName]?: string | undefined };

export const spans = {
  '15m': 900_000,
  '1h': 3_600_000,
  '6h': 21_600_000,
  '1d': 86_400_000,
  '7d': 604_800_000,
} as const;
export type Span = keyof typeof spans;
export const limits = ['100', '200', '500', '1000'] as const;

/** `custom`: between two moments the address names. */
export function spanOf({ since, from }: LogFilters): Span | 'custom' {
  if (from !== undefined && momentOf(from) !== undefined) return 'custom';
  return Object.keys(spans).find((span): span is Span => span === since) ?? '1h';
}

export const momentOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

export const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter((each) => each !== '');

export const kindsOf = ({ kinds }: LogFilters): LogKind[] => {
  const known = listOf(kinds).filter((kind): kind is LogKind => LogKind.safeParse(kind).success);
  return known.length > 0 ? known : ['error'];
};

/** From the address to the question; what an address says wrongly is left out. */
export function queryOf(filters: LogFilters, now: number): Record<string, string> {
  const span = spanOf(filters);
  const range =
    span === 'custom'
      ? { from: momentOf(filters.from), to: momentOf(filters.to) }
      : { from: now - spans[span], to: undefined };
  const { text, level, instances, hosts, clusters, applications } = filters;
  const query: Record<string, string | number | undefined> = {
    kinds: kindsOf(filters).join(),
    ...range,
    text: text?.trim(),
    level: LogLevel.safeParse(level).data,
    ...{ instances, hosts, clusters, applications },
    limit: limits.find((each) => each === filters.limit),
  };
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
}
