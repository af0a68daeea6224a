import { getInstance } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { detailsOf, tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'One instance with what is known about it', zh: '实例详情与已知事实' },
  args: [{ name: 'INSTANCE', words: { en: 'Id of the instance', zh: '实例 ID' } }],
  run: async (call) => {
    const params = { instanceId: argument(call, 'INSTANCE') };
    const instance = await call.server().client.call(getInstance, { params });
    return {
      value: instance,
      text: (language) => {
        const head = detailsOf(
          [
            [columns.name, instance.name],
            [columns.id, instance.id],
            [columns.role, stateWord(instance.role, language)],
            [columns.state, stateWord(instance.state, language)],
            [columns.flavor, `${instance.flavor} ${instance.version}`],
            [columns.address, `${instance.address}:${instance.port}`],
          ],
          language,
        );
        const facts = tableOf(
          [
            { title: { en: 'FACT', zh: '事实' }, of: ([name]) => name },
            { title: { en: 'VALUE', zh: '值' }, of: ([, fact]) => JSON.stringify(fact.value) },
            { title: columns.at, of: ([, fact]) => timeOf(fact.observedAt) },
            { title: { en: 'SOURCE', zh: '来源' }, of: ([, fact]) => fact.source },
          ],
          Object.entries(instance.facts),
          language,
        );
        return `${head}\n${facts}`;
      },
    };
  },
});
