import { readFileSync } from 'node:fs';
import { type HostForm, ProblemAnswer, registerHost } from '@myriad/contract';
import type { z } from 'zod';
import { argument, type CommandCall, defineCommand, textFlag, UsageError, wholeFlag } from '../../command.ts';
import { readSecret } from '../../read-secret.ts';
import { wordsOfProblem } from '../../words-of-problem.ts';
import { shownHost } from './show-host.ts';

export const command = defineCommand({
  summary: { en: 'Register a host reached over SSH', zh: '登记通过 SSH 访问的主机' },
  args: [
    { name: 'NAME', words: { en: 'Name of the host', zh: '主机名称' } },
    { name: 'ADDRESS', words: { en: 'Where MySQL on it is reached', zh: 'MySQL 访问地址' } },
  ],
  flags: [
    { name: 'zone', value: 'ZONE', words: { en: 'Room or availability zone', zh: '机房或可用区' } },
    {
      name: 'base-directory',
      value: 'PATH',
      words: { en: 'The one folder to create things under', zh: '平台唯一可写入的目录' },
    },
    { name: 'ssh-address', value: 'ADDRESS', words: { en: 'For SSH, where it differs', zh: 'SSH 地址（与上不同时）' } },
    { name: 'ssh-port', value: 'PORT', words: { en: 'Default 22', zh: '默认 22' } },
    { name: 'ssh-user', value: 'USER', words: { en: 'Default myriad', zh: '默认 myriad' } },
    { name: 'private-key-file', value: 'FILE', words: { en: 'Key to sign in with', zh: '登录私钥文件' } },
    { name: 'password-stdin', words: { en: 'Password from stdin instead of a key', zh: '从标准输入读取密码代替私钥' } },
    { name: 'agent', words: { en: "The server's SSH agent instead of a key", zh: '使用服务器端 SSH agent 代替私钥' } },
    { name: 'jump', value: 'HOST', repeat: true, words: { en: 'Id of a host to jump through', zh: '跳板主机 ID' } },
    {
      name: 'host-key',
      value: 'SHA256:…',
      words: { en: 'The host key you expect; else it is shown and asked', zh: '预期的主机密钥；省略时显示后询问' },
    },
  ],
  examples: ['myriad host register db-17 10.0.0.17 --private-key-file key.pem --zone east'],
  run: async (call) => {
    const body = await formOf(call);
    const { client } = call.server();
    try {
      return shownHost(await client.call(registerHost, { body }));
    } catch (error) {
      const hostKey = await confirmKey(call, error);
      if (hostKey === undefined) throw error;
      return shownHost(await client.call(registerHost, { body: { ...body, ssh: { ...body.ssh, hostKey } } }));
    }
  },
});

async function formOf(call: CommandCall): Promise<z.input<typeof HostForm>> {
  const port = wholeFlag(call, 'ssh-port');
  const keyFile = textFlag(call, 'private-key-file');
  const optional = (name: string, value: string | number | undefined) => (value === undefined ? {} : { [name]: value });
  const { jump } = call.flags;
  return {
    name: argument(call, 'NAME'),
    address: argument(call, 'ADDRESS'),
    ...optional('zone', textFlag(call, 'zone')),
    ...optional('baseDirectory', textFlag(call, 'base-directory')),
    ssh: {
      agent: call.flags.agent === true,
      jumps: Array.isArray(jump) ? [...jump] : [],
      ...optional('address', textFlag(call, 'ssh-address')),
      ...optional('port', port),
      ...optional('user', textFlag(call, 'ssh-user')),
      ...optional('hostKey', textFlag(call, 'host-key')),
      ...(keyFile === undefined ? {} : { privateKey: readKey(keyFile) }),
      ...(call.flags['password-stdin'] ? { password: await readSecret(call, 'password-stdin', '') } : {}),
    },
  };
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError({ en: `${file} cannot be read (${code}).`, zh: `无法读取 ${file}（${code}）。` });
  }
}

/** The server names the key it saw and waits for a person to compare it. Undefined: nobody to ask, or refused. */
async function confirmKey({ terminal, language, json }: CommandCall, error: unknown): Promise<string | undefined> {
  if (!(error instanceof ProblemAnswer) || error.problem.code !== 'HOST_KEY_UNCONFIRMED') return undefined;
  const seen = /SHA256:[A-Za-z0-9+/=]+/.exec(error.problem.words.en)?.[0];
  if (seen === undefined || json || !terminal.canAsk) return undefined;
  terminal.err(wordsOfProblem(error.problem, language));
  const answer = await terminal.ask(language === 'zh' ? `信任 ${seen}？[y/N] ` : `Trust ${seen}? [y/N] `);
  return /^(y|yes|是)$/i.test(answer.trim()) ? seen : undefined;
}
