import { ExplainedThing, explainRight } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { effectiveText } from './rights-text.ts';

export const command = defineCommand({
  summary: {
    en: 'Why you can see a thing, or not, and whom to ask',
    zh: '解释为什么能或不能看到某个对象，以及应联系谁',
  },
  args: [
    {
      name: 'KIND',
      words: {
        en: `What it is: ${ExplainedThing.options.join(', ')}`,
        zh: `对象类型：${ExplainedThing.options.join('、')}`,
      },
    },
    { name: 'ID', words: { en: 'Its id', zh: '对象 ID' } },
  ],
  flags: [
    {
      name: 'person',
      value: 'USER',
      words: { en: 'For somebody else (administrators)', zh: '针对其他用户（管理员）' },
    },
  ],
  run: async (call) => {
    const thing = ExplainedThing.options.find((option) => option === argument(call, 'KIND'));
    if (!thing)
      throw new UsageError({
        en: `KIND is one of ${ExplainedThing.options.join(', ')}.`,
        zh: `KIND 应为 ${ExplainedThing.options.join('、')} 之一。`,
      });
    const person = textFlag(call, 'person');
    const query = { thing, id: argument(call, 'ID'), ...(person === undefined ? {} : { person }) };
    const answer = await call.server().client.call(explainRight, { query });
    return {
      value: answer,
      text: (language) => {
        const zh = language === 'zh';
        const would = answer.would.map(({ role, words }) => `  ${role}: ${words[language]}\n`).join('');
        const ask = answer.ask.length === 0 ? '' : `${zh ? '可联系：' : 'Ask: '}${answer.ask.join(zh ? '、' : ', ')}\n`;
        const shown = would === '' ? '' : `${zh ? '以下任一权限即可看到：' : 'Any of these would show it:'}\n${would}`;
        const roles = answer.roles.length === 0 ? '' : `${zh ? '角色：' : 'Roles: '}${answer.roles.join(' ')}\n`;
        const rights = answer.rights.length === 0 ? '' : effectiveText(answer.rights, language);
        return `${answer.words[language]}\n${shown}${ask}${roles}${rights}`;
      },
    };
  },
});
