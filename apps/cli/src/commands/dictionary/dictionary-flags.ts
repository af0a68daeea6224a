import { SensitiveClass, TagState } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { type CommandCall, type Flag, textFlag } from '../../command.ts';
import { clusterIdOf } from '../cluster/cluster-argument.ts';

/** What lists and exports of the dictionary are narrowed by. */
export const dictionaryFlags: readonly Flag[] = [
  {
    name: 'search',
    value: 'TEXT',
    words: { en: 'Part of a name, comment or note', zh: '名称、注释或说明中的文字' },
  },
  { name: 'cluster', value: 'CLUSTER', words: { en: 'Only of this cluster', zh: '仅显示该集群' } },
  { name: 'schema', value: 'SCHEMA', words: { en: 'Only of this schema', zh: '仅显示该库' } },
  {
    name: 'class',
    value: 'CLASS',
    words: {
      en: `With this tag: ${SensitiveClass.options.join(', ')}`,
      zh: `带此标签：${SensitiveClass.options.join('、')}`,
    },
  },
  {
    name: 'state',
    value: 'STATE',
    words: { en: `Tags that are: ${TagState.options.join(', ')}`, zh: `标签状态：${TagState.options.join('、')}` },
  },
  { name: 'sensitive', words: { en: 'With any tag nobody refused', zh: '带有未被否定的敏感标签' } },
  { name: 'gone', words: { en: 'Only what is not found any more', zh: '仅显示已消失的对象' } },
];

export async function dictionaryQuery(call: CommandCall) {
  const [search, cluster, schema] = ['search', 'cluster', 'schema'].map((name) => textFlag(call, name));
  const kind = choiceFlag(call, 'class', SensitiveClass.options);
  const state = choiceFlag(call, 'state', TagState.options);
  return {
    ...(search === undefined ? {} : { search }),
    ...(cluster === undefined ? {} : { clusterId: await clusterIdOf(call.server().client, cluster) }),
    ...(schema === undefined ? {} : { schema }),
    ...(kind === undefined ? {} : { class: kind }),
    ...(state === undefined ? {} : { state }),
    ...(call.flags.sensitive === true ? { sensitive: 'yes' as const } : {}),
    ...(call.flags.gone === true ? { gone: 'only' as const } : {}),
  };
}
