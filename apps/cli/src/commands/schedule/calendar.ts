import { leftOutWords, viewCalendar } from '@myriad/contract';
import { defineCommand, wholeFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { scheduleColumns } from './show-schedule.ts';

export const command = defineCommand({
  summary: { en: 'The next days: what fires, and change freezes', zh: '后续日历：触发时间与封网' },
  flags: [{ name: 'days', value: 'N', words: { en: 'So many days (7, at most 62)', zh: '天数（7，最多 62）' } }],
  run: async (call) => {
    const days = wholeFlag(call, 'days');
    const calendar = await call.server().client.call(viewCalendar, { query: days === undefined ? {} : { days } });
    const freezes = calendar.freezes.map((freeze) => ({ at: freeze.fromAt, ...freeze }));
    const fires = calendar.schedules.flatMap(({ name, fires }) => fires.map((fire) => ({ name, ...fire })));
    const rows = [...freezes, ...fires].sort((a, b) => a.at - b.at);
    const cut = calendar.schedules.filter(({ more }) => more).map(({ name }) => name);
    return {
      value: calendar,
      text: (language) => {
        const table = tableOf(
          [
            { title: scheduleColumns.fireAt, of: (row) => timeOf(row.at) },
            {
              title: { en: 'WHAT', zh: '内容' },
              of: (row) =>
                'untilAt' in row
                  ? `${{ en: 'change freeze', zh: '封网' }[language]} ${row.name} → ${timeOf(row.untilAt)}`
                  : row.name,
            },
            {
              title: { en: 'REMARK', zh: '说明' },
              of: (row) => ('untilAt' in row ? row.reason : row.because && leftOutWords[row.because][language]),
            },
          ],
          rows,
          language,
        );
        const rest = { en: '… more times of: ', zh: '…… 以下计划还有更多触发时间：' }[language];
        return cut.length === 0 ? table : `${table}${rest}${cut.join(', ')}\n`;
      },
    };
  },
});
