import type { Answer, getApplication } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { detailsOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

const pairs = (values: Readonly<Record<string, unknown>>): string | undefined =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ') || undefined;

function ownerOf({ owner, ownedBy }: Answer<typeof getApplication>, language: Language): string {
  if (!ownedBy) return `${owner} ${{ en: '(nobody goes by this name)', zh: '（查无此人）' }[language]}`;
  return ownedBy.kind === 'group' ? `${ownedBy.name} (${ownedBy.people})` : ownedBy.name;
}

export const shownApplication = (application: Answer<typeof getApplication>): Shown => ({
  value: application,
  text: (language) =>
    detailsOf(
      [
        [columns.name, application.name],
        [columns.id, application.id],
        [{ en: 'BUSINESS LINE', zh: '业务线' }, application.businessLine],
        [columns.owner, ownerOf(application, language)],
        [{ en: 'LEVEL', zh: '级别' }, stateWord(application.level, language)],
        [
          { en: 'CLUSTERS', zh: '集群' },
          application.clusters.map(({ name, environment }) => `${name} (${environment})`).join(', ') || undefined,
        ],
        [{ en: 'LABELS', zh: '标签' }, pairs(application.labels)],
        [{ en: 'FIELDS', zh: '自定义字段' }, pairs(application.fields)],
      ],
      language,
    ),
});
