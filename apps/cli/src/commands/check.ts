import { getSelfCheck, runSelfCheck, type SelfCheckView } from '@myriad/contract';
import { defineCommand } from '../command.ts';
import type { Language } from '../language.ts';
import { tableOf } from '../table.ts';

const marks = { green: { en: 'ok', zh: '正常' }, amber: { en: 'LOOK', zh: '需查看' }, grey: { en: '?', zh: '未知' } };

type Row = SelfCheckView['checks'][number]['lines'][number] & { readonly check: SelfCheckView['checks'][number] };

/** Everything the platform stands on; ends with 1 where anything needs a look. */
export const command = defineCommand({
  summary: {
    en: 'How the platform itself is; exit 0: nothing needs a look, 1: something does',
    zh: '平台自检；退出码 0 表示无需处理，1 表示有需要查看的项目',
  },
  flags: [
    { name: 'last', words: { en: 'What was found last, without looking now', zh: '显示最近一次结果，不重新检查' } },
  ],
  run: async (call) => {
    const { client } = call.server();
    const view = await (call.flags.last === true ? client.call(getSelfCheck, {}) : client.call(runSelfCheck, {}));
    return {
      value: view,
      text: (language) => textOf(view, language),
      ...(view.counts.amber > 0 ? { exit: 'failed' } : {}),
    };
  },
});

function textOf({ checks, counts }: SelfCheckView, language: Language): string {
  const rows: Row[] = checks.flatMap((check) => check.lines.map((line) => ({ ...line, check })));
  const table = tableOf<Row>(
    [
      { title: { en: 'STATE', zh: '状态' }, of: ({ health }) => marks[health][language] },
      { title: { en: 'CHECK', zh: '检查项' }, of: ({ check }) => check.title[language] },
      { title: { en: 'ABOUT', zh: '对象' }, of: ({ about }) => about },
      { title: { en: 'FOUND', zh: '结果' }, of: ({ words }) => words[language] },
      { title: { en: 'NEXT', zh: '下一步' }, of: ({ next, health }) => (health === 'green' ? '' : next?.[language]) },
    ],
    rows,
    language,
  );
  const { green, amber, grey } = counts;
  return language === 'zh'
    ? `${table}\n正常 ${green} 项，需查看 ${amber} 项，未知 ${grey} 项\n`
    : `${table}\n${green} ok, ${amber} to look at, ${grey} not known\n`;
}
