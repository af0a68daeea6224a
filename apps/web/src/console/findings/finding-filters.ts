import { FindingEntity, FindingGrade } from '@myriad/contract';

export const filterNames = [
  ...(['show', 'grade', 'code', 'entity', 'entityId'] as const),
  ...(['clusterId', 'applicationId', 'owner'] as const),
] as const;
export type FindingFilters = { readonly [Name in (typeof filterNames)[number]]: string | undefined };

/** What the list shows, as one choice: open or closed, with or without the muted ones. */
export const shows = ['open', 'openMuted', 'onlyMuted', 'closed', 'everything'] as const;
export type Show = (typeof shows)[number];

const queries: Readonly<Record<Show, { state: 'open' | 'closed' | 'all'; muted: 'no' | 'only' | 'with' }>> = {
  open: { state: 'open', muted: 'no' },
  openMuted: { state: 'open', muted: 'with' },
  onlyMuted: { state: 'open', muted: 'only' },
  closed: { state: 'closed', muted: 'with' },
  everything: { state: 'all', muted: 'with' },
};

export const showOf = (text: string | undefined): Show => shows.find((one) => one === text) ?? 'open';

/** An owner nobody has: of those nobody has taken. */
export const nobodys = '-';

/** From the address to the question; what an address says wrongly is left out. */
export function queryOf(filters: FindingFilters) {
  const { owner, code, entityId, clusterId, applicationId } = filters;
  const grade = FindingGrade.safeParse(filters.grade).data;
  const entity = FindingEntity.safeParse(filters.entity).data;
  return {
    ...queries[showOf(filters.show)],
    ...(grade ? { grade } : {}),
    ...(entity ? { entity } : {}),
    ...scopeOf({ code, entityId, clusterId, applicationId }),
    ...(owner === nobodys ? { owned: 'no' as const } : owner ? { owner } : {}),
  };
}

const scopeOf = (scope: Readonly<Record<'code' | 'entityId' | 'clusterId' | 'applicationId', string | undefined>>) =>
  Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined && value !== ''));

/** The numbers beside the grades: of the same things, whatever the grade and state that are shown. */
export function countsQueryOf(filters: FindingFilters) {
  const { state: _, muted: __, ...query } = queryOf({ ...filters, grade: undefined });
  return query;
}

/** Where the thing of a finding has its page. */
export const thingPages: Readonly<Record<FindingEntity, string | undefined>> = {
  host: '/hosts/',
  instance: '/instances/',
  cluster: '/clusters/',
  application: undefined,
};
