import { changeDictionaryRule, type DictionaryRule, listDictionaryRules } from '@myriad/contract';
import { type CommandCall, defineCommand, textFlag, UsageError } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: {
    en: 'Rules that suggest sensitive tags; --on ID and --off ID switch one',
    zh: '给出敏感标签建议的规则；--on ID 与 --off ID 用于启用或停用',
  },
  flags: [
    { name: 'on', value: 'ID', words: { en: 'Switch this rule on', zh: '启用该规则' } },
    { name: 'off', value: 'ID', words: { en: 'Switch this rule off', zh: '停用该规则' } },
  ],
  examples: ['myriad dictionary rules --off shipped-address'],
  run: async (call) => {
    await switchRule(call);
    const { items, waiting } = await call.server().client.call(listDictionaryRules, {});
    return {
      value: { items, waiting },
      text: (language) =>
        tableOf(
          [
            { title: columns.id, of: ({ id }: DictionaryRule) => id },
            { title: columns.name, of: ({ words }: DictionaryRule) => words[language] },
            { title: { en: 'CLASS', zh: '类别' }, of: ({ class: kind }: DictionaryRule) => kind },
            { title: { en: 'ON', zh: '启用' }, of: ({ enabled }: DictionaryRule) => (enabled ? '✓' : '–') },
            { title: { en: 'COLUMNS', zh: '列数' }, of: (rule: DictionaryRule) => rule.columns, number: true },
          ],
          items,
          language,
        ),
    };
  },
});

async function switchRule(call: CommandCall): Promise<void> {
  const [on, off] = [textFlag(call, 'on'), textFlag(call, 'off')];
  if (on !== undefined && off !== undefined)
    throw new UsageError({ en: 'Take one of --on and --off.', zh: '--on 与 --off 请只用其中一个。' });
  const ruleId = on ?? off;
  if (ruleId === undefined) return;
  const { client } = call.server();
  await client.call(changeDictionaryRule, { params: { ruleId }, body: { enabled: on !== undefined } });
}
