import type { EffectiveRight, RightView } from '@myriad/contract';
import type { Language } from '../../language.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';

const kinds = {
  all: { en: 'everything', zh: '全部' },
  environment: { en: 'environment', zh: '环境' },
  application: { en: 'application', zh: '应用' },
  cluster: { en: 'cluster', zh: '集群' },
} as const;

/** Where a role holds, as people say it. */
export const scopeText = ({ kind, id, name }: RightView['scope'], language: Language): string =>
  kind === 'all' ? kinds.all[language] : `${kinds[kind][language]} ${name ?? id}`;

const where = { en: 'ON', zh: '范围' };
const until = { en: 'UNTIL', zh: '截止' };
const endOf = (right: { readonly untilAt?: number | undefined }) =>
  right.untilAt === undefined ? '-' : timeOf(right.untilAt);

export const rightsText = (rights: readonly RightView[], language: Language): string =>
  tableOf(
    [
      {
        title: { en: 'HOLDER', zh: '持有者' },
        of: ({ holder }) => `${holder.kind === 'group' ? '@' : ''}${holder.name}`,
      },
      { title: columns.role, of: ({ role }) => role },
      { title: where, of: ({ scope }) => scopeText(scope, language) },
      {
        title: until,
        of: (right) => `${endOf(right)}${right.over ? { en: ' (over)', zh: '（已过期）' }[language] : ''}`,
      },
      { title: { en: 'GRANTED BY', zh: '授予人' }, of: ({ grantedBy }) => grantedBy || '-' },
      { title: { en: 'REASON', zh: '原因' }, of: ({ reason }) => reason || '-' },
      { title: columns.id, of: ({ id }) => id },
    ],
    rights,
    language,
  );

export const effectiveText = (rights: readonly EffectiveRight[], language: Language): string =>
  tableOf(
    [
      { title: columns.role, of: ({ role }) => role },
      { title: where, of: ({ scope }) => scopeText(scope, language) },
      { title: { en: 'THROUGH', zh: '来源' }, of: ({ through }) => (through ? `@${through.group}` : '-') },
      { title: until, of: endOf },
      { title: columns.id, of: ({ rightId }) => rightId },
    ],
    rights,
    language,
  );
