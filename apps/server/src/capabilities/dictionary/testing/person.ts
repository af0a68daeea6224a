import assert from 'node:assert/strict';
import type { ToldDictionary } from './told-dictionary.ts';

const password = 'long enough to be taken';

/** Somebody with these rights alone, as the product makes them; their token. */
export async function person(lab: ToldDictionary, name: string, rights: readonly object[]) {
  const must = async (call: ReturnType<ToldDictionary['call']>) => {
    const { status, body } = await call;
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  await must(lab.call('administrator', 'POST', '/api/users', { name, password }));
  for (const right of rights)
    await must(lab.call('administrator', 'POST', '/api/rights', { holder: { kind: 'person', name }, ...right }));
  const signedIn = await lab.app.inject({ method: 'POST', url: '/api/session', payload: { name, password } });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  const made = await lab.app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers: { cookie },
    payload: { name: 't' },
  });
  return { token: made.json().secret as string };
}
