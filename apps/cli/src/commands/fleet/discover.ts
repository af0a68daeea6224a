import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, type Discovery, type DiscoveryForm, getDiscovery, startDiscovery } from '@myriad/contract';
import { type CommandCall, defineCommand, listFlag, textFlag, UsageError } from '../../command.ts';
import { readSecret } from '../../read-secret.ts';
import { shownDiscovery } from './show-discovery.ts';

export const command = defineCommand({
  summary: {
    en: 'Look for clusters from the servers you name; writes nothing on them',
    zh: '从给出的服务器出发发现集群，不在其上写入任何内容',
  },
  flags: [
    { name: 'server', value: 'HOST:PORT', repeat: true, words: { en: 'A server to begin from', zh: '起始服务器' } },
    {
      name: 'file',
      value: 'FILE',
      words: {
        en: 'A list, CSV or YAML of servers; - reads stdin',
        zh: '服务器清单文件（列表、CSV 或 YAML），- 表示标准输入',
      },
    },
    {
      name: 'user',
      value: 'USER',
      words: { en: 'The account to look with; never root', zh: '用于查看的账号，不可为 root' },
    },
    {
      name: 'password-stdin',
      words: { en: 'Its password from stdin; else it is asked for', zh: '从标准输入读取密码；否则交互询问' },
    },
    {
      name: 'port',
      value: 'PORT',
      repeat: true,
      words: { en: 'To try for replicas whose port is not told', zh: '未知从库端口时尝试的端口' },
    },
    { name: 'no-follow', words: { en: 'Only the servers named', zh: '只查看给出的服务器' } },
  ],
  examples: [
    'myriad fleet discover --server 10.20.0.11:3306 --user watch',
    'myriad fleet discover --file servers.csv --user watch',
  ],
  run: async (call) => {
    const form = await formOf(call);
    const { client } = call.server();
    const begun = await client.call(startDiscovery, { body: form });
    return shownDiscovery(await toItsEnd(call, client, begun));
  },
});

async function formOf(call: CommandCall): Promise<DiscoveryForm> {
  const file = textFlag(call, 'file');
  const named = listFlag(call, 'server');
  if (file === '-' && call.flags['password-stdin'] === true)
    throw new UsageError({
      en: 'Only one of --file - and --password-stdin can read stdin.',
      zh: '--file - 与 --password-stdin 不能同时读取标准输入。',
    });
  const text = file === undefined ? named.join('\n') : file === '-' ? await call.terminal.readInput() : readText(file);
  if (text.trim() === '' || (file !== undefined && named.length > 0))
    throw new UsageError({
      en: 'Name the servers by --server or by --file.',
      zh: '请用 --server 或 --file 给出服务器。',
    });
  const ports = listFlag(call, 'port').map(Number);
  const user = textFlag(call, 'user');
  const account =
    user === undefined ? {} : { account: { user, password: await readSecret(call, 'password-stdin', `${user}: `) } };
  return { text, ports, follow: call.flags['no-follow'] !== true, ...account };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError({ en: `${file} cannot be read (${code}).`, zh: `无法读取 ${file}（${code}）。` });
  }
}

/** Says now and then how far it is; leaving it does not end it. */
async function toItsEnd(
  { terminal, language, json, signal }: CommandCall,
  client: Client,
  begun: Discovery,
): Promise<Discovery> {
  let said = '';
  for (let seen = begun; ; ) {
    if (seen.state !== 'running') return seen;
    const { looked, known, answered } = seen.progress;
    const line =
      language === 'zh'
        ? `已查看 ${looked}/${known}，${answered} 个应答`
        : `looked at ${looked} of ${known}, ${answered} answered`;
    if (!json && line !== said) terminal.err(`${line}\n`);
    said = line;
    await delay(500, undefined, { signal });
    seen = await client.call(getDiscovery, { params: { discoveryId: begun.id } });
  }
}
