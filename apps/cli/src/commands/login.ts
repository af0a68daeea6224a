import { hostname } from 'node:os';
import { createClient, createToken, signIn, signOut } from '@myriad/contract';
import { type CommandCall, defineCommand, textFlag, UsageError } from '../command.ts';
import { defaultUrl, plainUrl } from '../find-server.ts';
import { readSecret } from '../read-secret.ts';
import { readSignIn, writeSignIn } from '../sign-in-file.ts';

export const command = defineCommand({
  summary: { en: 'Sign in and keep a token for this computer', zh: '登录，并在本机保存令牌' },
  flags: [
    { name: 'name', value: 'NAME', words: { en: 'Name to sign in with; else asked', zh: '登录名，省略时询问' } },
    { name: 'password-stdin', words: { en: 'Password from stdin instead of asking', zh: '从标准输入读取密码' } },
  ],
  examples: ['myriad login --url http://127.0.0.1:7700 --name dba'],
  run: async (call) => {
    const { env, language } = call;
    const url = plainUrl(textFlag(call, 'url') ?? (env.MYRIAD_URL || readSignIn(env)?.url || defaultUrl));
    const name = textFlag(call, 'name') ?? (await askName(call));
    const password = await readSecret(call, 'password-stdin', language === 'zh' ? '密码：' : 'Password: ');
    const jar = cookieJar();
    const client = createClient({ baseUrl: url, fetch: jar.fetch });
    const me = await client.call(signIn, { body: { name, password } });
    const token = await client.call(createToken, { body: { name: `myriad login, ${hostname()}`.slice(0, 64) } });
    writeSignIn(env, { url, token: token.secret, tokenId: token.id, name: me.name });
    await client.call(signOut, {});
    const value = { url, name: me.name, roles: me.roles };
    return {
      value,
      text: () => (language === 'zh' ? `已以 ${me.name} 登录 ${url}。\n` : `Signed in at ${url} as ${me.name}.\n`),
    };
  },
});

async function askName({ terminal, language }: CommandCall): Promise<string> {
  if (!terminal.canAsk) throw new UsageError({ en: 'Give --name.', zh: '请给出 --name。' });
  return (await terminal.ask(language === 'zh' ? '用户名：' : 'Name: ')).trim();
}

/** Carries the session cookie from the sign-in to the two calls after it; it lives no longer than this command. */
function cookieJar(): { fetch: typeof fetch } {
  const cookies = new Map<string, string>();
  return {
    fetch: async (url, init) => {
      const headers = new Headers(init?.headers);
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await fetch(url, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (at > 0) cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return response;
    },
  };
}
