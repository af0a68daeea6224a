import { type AccessLevel, getCluster, getLevelGrants, type LevelGrants } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, type CommandCall, defineCommand, type Shown, textFlag, UsageError } from '../../command.ts';
import { clusterIdOf } from '../cluster/cluster-argument.ts';

export const levelNames = ['observe', 'back-up', 'operate', 'ha'] as const;

export function levelOf(text: string): AccessLevel {
  const found = levelNames.find((level) => level === text);
  if (!found)
    throw new UsageError({
      en: `LEVEL is one of: ${levelNames.join(', ')}.`,
      zh: `LEVEL 可选值：${levelNames.join('、')}。`,
    });
  return found;
}

export const command = defineCommand({
  summary: {
    en: 'Print the exact statements that make the account of a level; run them on the primary',
    zh: '打印某级别账号所需的确切语句，在主库上执行',
  },
  args: [{ name: 'LEVEL', words: { en: 'observe, back-up, operate or ha', zh: 'observe、back-up、operate 或 ha' } }],
  flags: [
    {
      name: 'cluster',
      value: 'CLUSTER',
      words: { en: 'For the flavour and version of this cluster', zh: '使用该集群的类型与版本' },
    },
    { name: 'flavor', value: 'FLAVOR', words: { en: 'mysql or mariadb', zh: 'mysql 或 mariadb' } },
    { name: 'version', value: 'X.Y.Z', words: { en: 'Such as 8.0.36', zh: '例如 8.0.36' } },
    { name: 'user', value: 'USER', words: { en: 'Default myriad_<level>', zh: '默认 myriad_<级别>' } },
    { name: 'host', value: 'HOST', words: { en: 'Where it may come from; default %', zh: '允许登录的来源，默认 %' } },
  ],
  examples: ['myriad fleet grants observe --flavor mysql --version 8.0.36 > observe.sql'],
  run: async (call) => {
    const level = levelOf(argument(call, 'LEVEL'));
    const user = textFlag(call, 'user');
    const host = textFlag(call, 'host');
    const query = {
      ...(await versionOf(call)),
      ...(user === undefined ? {} : { user }),
      ...(host === undefined ? {} : { host }),
    };
    return shownGrants(await call.server().client.call(getLevelGrants, { params: { level }, query }));
  },
});

async function versionOf(call: CommandCall): Promise<{ flavor: 'mysql' | 'mariadb'; version: string }> {
  const cluster = textFlag(call, 'cluster');
  const flavor = choiceFlag(call, 'flavor', ['mysql', 'mariadb']);
  const version = textFlag(call, 'version');
  if (cluster !== undefined) {
    const { client } = call.server();
    return client.call(getCluster, { params: { clusterId: await clusterIdOf(client, cluster) } });
  }
  if (flavor === undefined || version === undefined)
    throw new UsageError({
      en: 'Give --flavor and --version, or --cluster.',
      zh: '请给出 --flavor 与 --version，或 --cluster。',
    });
  return { flavor, version };
}

/** As SQL to run: what is said about it stands in remarks. */
const shownGrants = (grants: LevelGrants): Shown => ({
  value: grants,
  text: (language) =>
    [
      `-- ${grants.level}, ${grants.flavor} ${grants.version}`,
      ...grants.remarks.map((words) => `-- ! ${words[language]}`),
      ...grants.statements.flatMap(({ sql, why, optional }) => [
        `-- ${why[language]}${optional ? (language === 'zh' ? '（可选）' : ' (optional)') : ''}`,
        sql,
      ]),
      '',
    ].join('\n'),
});
