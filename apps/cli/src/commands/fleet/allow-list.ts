import { type AllowList, getAllowList, setAllowList } from '@myriad/contract';
import { defineCommand, listFlag, type Shown } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';

export const command = defineCommand({
  summary: {
    en: 'Networks servers may be looked for in; empty: none. --add and --remove change it',
    zh: '允许发现服务器的网段，为空则全部不允许；用 --add 与 --remove 修改',
  },
  flags: [
    { name: 'add', value: 'CIDR', repeat: true, words: { en: 'Such as 10.20.0.0/16', zh: '例如 10.20.0.0/16' } },
    { name: 'remove', value: 'CIDR', repeat: true, words: { en: 'One that stands in it', zh: '列表中的一个网段' } },
  ],
  examples: ['myriad fleet allow-list --add 10.20.0.0/16'],
  run: async (call) => {
    const { client } = call.server();
    const list = await client.call(getAllowList, {});
    const [added, removed] = [listFlag(call, 'add'), listFlag(call, 'remove')];
    if (added.length === 0 && removed.length === 0) return shownList(list);
    const kept = list.items.filter(({ cidr }) => !removed.includes(cidr)).map(({ cidr, note }) => ({ cidr, note }));
    const networks = [...kept, ...added.map((cidr) => ({ cidr, note: '' }))];
    return shownList(await client.call(setAllowList, { body: { networks } }));
  },
});

const shownList = (list: AllowList): Shown => ({
  value: list,
  text: (language) =>
    (list.items.length > 0 ? '' : emptyText[language]) +
    tableOf(
      [
        { title: { en: 'NETWORK', zh: '网段' }, of: ({ cidr }) => cidr },
        { title: { en: 'NOTE', zh: '备注' }, of: ({ note }) => note },
        { title: { en: 'ADDED BY', zh: '添加人' }, of: ({ addedBy }) => addedBy },
        { title: { en: 'ADDED', zh: '添加时间' }, of: ({ addedAt }) => timeOf(addedAt) },
      ],
      list.items,
      language,
    ),
});

const emptyText = {
  en: 'No network is allowed: nothing can be discovered. An administrator adds one with --add 10.20.0.0/16.\n',
  zh: '尚未允许任何网段，无法发现服务器。请由管理员用 --add 10.20.0.0/16 添加。\n',
};
