import { randomBytes } from 'node:crypto';
import { type Client, completeFirstRun, createClient, createToken, createUser, signIn } from '@myriad/contract';

export interface Person {
  readonly name: string;
  readonly password: string;
  readonly token: string;
  readonly client: Client;
}

export interface People {
  readonly administrator: Person;
  readonly dba: Person;
  readonly requester: Person;
}

export const newSecret = (): string => randomBytes(18).toString('base64url');

/** The administrator by the one-time token, one who approves, one who asks: as in any installation. */
export async function makePeople(url: string, firstRunToken: string): Promise<People> {
  const login = (name: string) => ({ name, password: newSecret() });
  const [administrator, dba, requester] = [login('admin'), login('dora'), login('ravi')];
  await createClient({ baseUrl: url }).call(completeFirstRun, { body: { token: firstRunToken, ...administrator } });
  const first = await withToken(url, administrator);
  await first.client.call(createUser, { body: { ...dba, roles: ['dba'] } });
  await first.client.call(createUser, { body: { ...requester, roles: ['requester'] } });
  return { administrator: first, dba: await withToken(url, dba), requester: await withToken(url, requester) };
}

async function withToken(url: string, person: { name: string; password: string }): Promise<Person> {
  let cookie = '';
  const withCookie: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', url);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(input, { ...init, headers });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return response;
  };
  const session = createClient({ baseUrl: url, fetch: withCookie });
  await session.call(signIn, { body: person });
  const { secret } = await session.call(createToken, { body: { name: 'proof' } });
  const client = createClient({ baseUrl: url, headers: { authorization: `Bearer ${secret}` } });
  return { ...person, token: secret, client };
}
