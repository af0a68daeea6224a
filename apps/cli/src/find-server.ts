import { createClient } from '@myriad/contract';
import { type Server, SignInNeeded } from './command.ts';
import { readSignIn } from './sign-in-file.ts';

export const defaultUrl = 'http://127.0.0.1:7700';

type Environment = Readonly<Record<string, string | undefined>>;

export const plainUrl = (url: string): string => url.replace(/\/+$/, '');

/** Where the server is, and the token for it: flag, environment, sign-in, in this order. A kept token goes to its own server only. */
export function findServer(env: Environment, urlFlag: string | undefined): Server {
  const kept = readSignIn(env);
  const url = plainUrl(urlFlag ?? (env.MYRIAD_URL || kept?.url || defaultUrl));
  const token = env.MYRIAD_TOKEN || (kept?.url === url ? kept.token : undefined);
  if (!token) throw new SignInNeeded(url);
  const headers = { authorization: `Bearer ${token}` };
  return { url, headers, client: createClient({ baseUrl: url, headers }) };
}
