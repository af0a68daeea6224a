import { randomBytes } from 'node:crypto';
import { type Client, completeFirstRun, createClient, createToken, createUser, signIn } from '@myriad/contract';
import type { DemoState } from './demo-folder.ts';

/** 20 random characters; never a default. */
export const newPassword = (): string => randomBytes(15).toString('base64url');

export const newPeople = (): DemoState['people'] => ({
  administrator: { name: 'admin', password: newPassword() },
  approver: { name: 'dora', password: newPassword() },
  requester: { name: 'ravi', password: newPassword() },
});

/** Signs in as one of the demo's people and calls with a token of theirs. */
export async function clientFor(url: string, person: DemoState['people']['approver']): Promise<Client> {
  const jar: string[] = [];
  const withCookies: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', url);
    if (jar.length > 0) headers.set('cookie', jar.join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) jar.push(cookie.split(';')[0] ?? '');
    return response;
  };
  const session = createClient({ baseUrl: url, fetch: withCookies });
  await session.call(signIn, { body: person });
  const { secret } = await session.call(createToken, { body: { name: 'demo' } });
  return createClient({ baseUrl: url, headers: { authorization: `Bearer ${secret}` } });
}

/** The administrator by the one-time token, then one who approves and one who asks: nobody approves an own ticket. */
export async function makePeople(url: string, firstRunToken: string, people: DemoState['people']): Promise<void> {
  const anybody = createClient({ baseUrl: url });
  await anybody.call(completeFirstRun, { body: { token: firstRunToken, ...people.administrator } });
  const administrator = await clientFor(url, people.administrator);
  await administrator.call(createUser, { body: { ...people.approver, roles: ['dba'] } });
  await administrator.call(createUser, { body: { ...people.requester, roles: ['requester'] } });
}
