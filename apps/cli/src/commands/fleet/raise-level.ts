import { randomUUID } from 'node:crypto';
import { checkLevelAccount, type LevelAccount, submitTicket } from '@myriad/contract';
import { argument, defineCommand, type Shown, textFlag, UsageError } from '../../command.ts';
import type { Language } from '../../language.ts';
import { readSecret } from '../../read-secret.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { shownTicket } from '../ticket/show-ticket.ts';
import { levelOf } from './grants.ts';

export const command = defineCommand({
  summary: {
    en: 'Check an account for the next level of a cluster, and ask by a ticket to raise it',
    zh: '核对集群下一级别的账号，并提交提升级别的工单',
  },
  args: [clusterArgument, { name: 'LEVEL', words: { en: 'back-up, operate or ha', zh: 'back-up、operate 或 ha' } }],
  flags: [
    {
      name: 'user',
      value: 'USER',
      words: { en: 'The account made by the printed statements', zh: '按打印的语句创建的账号' },
    },
    {
      name: 'password-stdin',
      words: { en: 'Its password from stdin; else it is asked for', zh: '从标准输入读取密码；否则交互询问' },
    },
    { name: 'check-only', words: { en: 'Compare the grants, open no ticket', zh: '只核对权限，不提交工单' } },
    { name: 'reason', value: 'TEXT', words: { en: 'Why, for the approver', zh: '申请原因，供审批人参考' } },
  ],
  examples: ['myriad fleet raise-level orders back-up --user myriad_back_up'],
  run: async (call) => {
    const level = levelOf(argument(call, 'LEVEL'));
    const user = textFlag(call, 'user');
    if (user === undefined) throw new UsageError({ en: '--user is missing.', zh: '缺少 --user。' });
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const password = await readSecret(call, 'password-stdin', `${user}: `);
    const account = await client.call(checkLevelAccount, { params: { clusterId }, body: { level, user, password } });
    if (account.id === undefined || call.flags['check-only'] === true) return shownAccount(account);
    const reason = textFlag(call, 'reason');
    const form = { clusterId, level, accountId: account.id };
    const body = { kind: 'fleet.raise-level', form, ...(reason === undefined ? {} : { reason }) };
    return shownTicket(await client.call(submitTicket, { idempotencyKey: randomUUID(), body }));
  },
});

const shownAccount = (account: LevelAccount): Shown => ({
  value: account,
  exit: account.fits ? 'ok' : 'failed',
  text: (language) => account.servers.map((server) => serverText(server, language)).join(''),
});

function serverText(server: LevelAccount['servers'][number], language: Language): string {
  const { name, because, missing, missingOptional, surplus, forbidden } = server;
  if (because) return `${name}: ${because[language]}\n`;
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['missing', '缺少', missing],
    ['missing, optional', '缺少（可选）', missingOptional],
    ['too much, not accepted', '权限过大，不接受', forbidden],
    ['more than needed', '超出所需', surplus.filter((one) => !forbidden.includes(one))],
  ];
  const lines = lists
    .filter(([, , list]) => list.length > 0)
    .map(([en, zh, list]) => `  ${language === 'zh' ? zh : en}: ${list.join(', ')}\n`);
  const exact = language === 'zh' ? '  权限恰好符合\n' : '  exactly what the level asks for\n';
  return `${name}\n${lines.length > 0 ? lines.join('') : exact}`;
}
