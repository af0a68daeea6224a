import type { FreezeView } from '@myriad/contract';
import type { Shown } from '../../command.ts';
import type { Language } from '../../language.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const shownFreeze = (freeze: FreezeView): Shown => ({
  value: freeze,
  text: (language) => freezesText([freeze], language),
});

export const freezesText = (freezes: readonly FreezeView[], language: Language): string =>
  tableOf(
    [
      { title: columns.name, of: (row) => row.name },
      { title: { en: 'FROM', zh: '开始' }, of: (row) => timeOf(row.fromAt) },
      { title: { en: 'UNTIL', zh: '结束' }, of: (row) => timeOf(row.untilAt) },
      { title: { en: 'IN FORCE', zh: '生效中' }, of: (row) => (row.inForce ? '✓' : undefined) },
      { title: { en: 'SCOPE', zh: '范围' }, of: (row) => scopeText(row.scope, language) },
      { title: { en: 'REASON', zh: '原因' }, of: (row) => row.reason },
      { title: { en: 'BY', zh: '创建人' }, of: (row) => row.createdBy.name },
      { title: columns.id, of: (row) => row.id },
    ],
    freezes,
    language,
  );

function scopeText(scope: FreezeView['scope'], language: Language): string {
  switch (scope.kind) {
    case 'everything':
      return { en: 'everything scheduled', zh: '全部定时任务' }[language];
    case 'task-kinds':
      return scope.taskKinds.join(' ');
    case 'schedules':
      return scope.scheduleIds.join(' ');
  }
}
