import assert from 'node:assert/strict';
import { person } from '../testing/person.ts';
import { type ToldDictionary, told } from '../testing/told-dictionary.ts';

type As = Parameters<ToldDictionary['call']>[0];

async function ask(lab: ToldDictionary, path: string, as: As = 'dba') {
  const { status, body } = await lab.call(as, 'GET', `/api/dictionary/${path}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const accountsOf = async (lab: ToldDictionary, query = '', as: As = 'dba') =>
  (await ask(lab, `accounts?${query}`, as)).items.map(
    ({ user, host, cluster }: Record<string, string>) => `${user}@${host} ${cluster}`,
  );
/** `instance=value`, in the order of the list. */
const parameterOf = async (lab: ToldDictionary, query: string, as: As = 'dba') =>
  (await ask(lab, `parameters?${query}`, as)).items.map(
    ({ instance, value }: Record<string, string>) => `${instance?.split(':')[0]}=${value}`,
  );
const valuesOf = async (lab: ToldDictionary, query: string, as: As = 'dba') =>
  (await ask(lab, `parameter-values?${query}`, as)).items.map(
    ({ value, instances }: { value: string; instances: number }) => `${value} ${instances}`,
  );

told('an account is found over the whole fleet by its name, and says where it is and what it may do', async (lab) => {
  await lab.addInstance('one');
  await lab.addInstance('two', lab.otherId);
  const accounts = ['app', 'app_ro', 'App', 'a%b'].map((user) => ({ user, host: '10.%' }));
  const grants = [{ user: 'app', host: '10.%', schema: 'shop', privileges: ['SELECT'] }];
  await lab.look([{ id: 'one', accounts, grants }]);
  await lab.look([{ id: 'two', accounts: [{ user: 'app', host: '%' }] }], lab.otherId);
  const apps = ['app@% pay', 'app@10.% orders'];
  assert.deepEqual(await accountsOf(lab, 'name=app'), [...apps, 'app_ro@10.% orders']);
  assert.deepEqual(await accountsOf(lab, 'name=app&match=exact'), apps);
  assert.deepEqual(await accountsOf(lab, 'name=app%4010.%25&match=exact'), ['app@10.% orders']);
  assert.deepEqual(await accountsOf(lab, 'name=a%25'), ['a%b@10.% orders']);
  assert.deepEqual(await accountsOf(lab, `name=app&clusterId=${lab.otherId}`), ['app@% pay']);
  assert.deepEqual(await accountsOf(lab, `match=exact&name=app&applicationId=${lab.applicationId}`), [
    'app@10.% orders',
  ]);
  assert.deepEqual(await accountsOf(lab, 'name=nobody'), []);
  const [first] = (await ask(lab, 'accounts?name=app%4010&limit=1')).items;
  assert.deepEqual([first.instanceId, first.application, first.seenAt], ['one', 'shop', lab.now()]);
  assert.deepEqual(first.schemas, [{ schema: 'shop', privileges: ['SELECT'] }]);
  // Pages of two meet every row once.
  const pages: string[] = [];
  for (let cursor = ''; ; ) {
    const { items, next } = await ask(lab, `accounts?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    pages.push(...items.map(({ id }: { id: string }) => id));
    if (next === undefined) break;
    cursor = next;
  }
  assert.deepEqual([pages.length, new Set(pages).size], [5, 5]);
});

told('an account that was dropped leaves with the next look, one that could not be read stays', async (lab) => {
  await lab.addInstance('one');
  const [kept, dropped] = [
    { user: 'kept', host: '%' },
    { user: 'dropped', host: '%' },
  ];
  await lab.look([{ id: 'one', accounts: [kept, dropped] }]);
  lab.pass(1000);
  await lab.look([{ id: 'one' }]);
  assert.equal((await accountsOf(lab)).length, 2);
  lab.pass(1000);
  await lab.look([{ id: 'one', accounts: [kept] }]);
  assert.deepEqual(await accountsOf(lab), ['kept@% orders']);
  await lab.db.updateTable('instance').set({ state: 'decommissioned' }).execute();
  assert.deepEqual(await accountsOf(lab), []);
});

told('a parameter says its values over the fleet, and which instances have each', async (lab) => {
  const ids = ['a', 'b', 'c', 'old'];
  for (const id of ids) await lab.addInstance(id);
  const of = (id: string, parameters: Record<string, string>) => ({ id, parameters: { server_id: id, ...parameters } });
  const look = (parameters: Record<string, string>) =>
    lab.look([
      of('a', { pool: '1', only_a: 'x' }),
      of('b', { pool: '2', late: 'on' }),
      of('c', parameters),
      { ...of('old', { pool: '1' }), series: [5, 7] },
    ]);
  await look({ pool: '2' });
  assert.deepEqual(await parameterOf(lab, 'name=pool'), ['h-a=1', 'h-b=2', 'h-c=2', 'h-old=1']);
  assert.deepEqual(await parameterOf(lab, 'name=pool&value=2'), ['h-b=2', 'h-c=2']);
  assert.deepEqual(await valuesOf(lab, 'name=pool'), ['1 2', '2 2']);
  // What only the first of a series has, and what only a later one has, is nobody else's.
  assert.deepEqual(await parameterOf(lab, 'name=only_a'), ['h-a=x']);
  assert.deepEqual(await parameterOf(lab, 'name=late'), ['h-b=on']);
  assert.deepEqual(await valuesOf(lab, 'name=server_id'), ['a 1', 'b 1', 'c 1', 'old 1']);
  assert.deepEqual(await parameterOf(lab, 'name=nothing'), []);
  assert.deepEqual((await ask(lab, 'parameter-names?search=p')).items, ['pool']);
  // What differed comes back to the usual, and what was usual is lost.
  lab.pass(1000);
  await look({ pool: '1', late: 'off' });
  assert.deepEqual(await valuesOf(lab, 'name=pool'), ['1 3', '2 1']);
  assert.deepEqual(await parameterOf(lab, 'name=late'), ['h-b=on', 'h-c=off']);
  lab.pass(1000);
  await lab.look([{ ...of('c', { pool: '7' }), series: [9, 7] }]);
  assert.deepEqual(await valuesOf(lab, 'name=pool'), ['1 2', '2 1', '7 1']);
  assert.deepEqual(await parameterOf(lab, 'name=late'), ['h-b=on']);
  const first = await ask(lab, 'parameters?name=pool&limit=3');
  const rest = await ask(lab, `parameters?name=pool&limit=3&cursor=${encodeURIComponent(first.next)}`);
  assert.deepEqual([first.items.length, rest.items.length, rest.next], [3, 1, undefined]);
});

told('who operates one application sees its accounts and parameters, and of no other', async (lab) => {
  await lab.addInstance('one');
  await lab.addInstance('two', lab.otherId);
  const member = (id: string) => ({ id, accounts: [{ user: `u_${id}`, host: '%' }], parameters: { pool: id } });
  await lab.look([member('one')]);
  await lab.look([member('two')], lab.otherId);
  const scope = { kind: 'application', id: lab.applicationId };
  const elsewhere = { kind: 'cluster', id: lab.otherId };
  // Seen by another role, `pay` is still not operated.
  const ann = await person(lab, 'ann', [
    { role: 'dba', scope },
    { role: 'requester', scope: elsewhere },
  ]);
  const bo = await person(lab, 'bo', [{ role: 'requester', scope }]);
  assert.deepEqual(await accountsOf(lab, ''), ['u_one@% orders', 'u_two@% pay']);
  assert.deepEqual(await accountsOf(lab, '', ann), ['u_one@% orders']);
  assert.deepEqual(await accountsOf(lab, `clusterId=${lab.otherId}`, ann), []);
  assert.deepEqual(await parameterOf(lab, 'name=pool', ann), ['h-one=one']);
  assert.deepEqual(await parameterOf(lab, 'name=pool&value=two', ann), []);
  assert.deepEqual(await valuesOf(lab, 'name=pool', ann), ['one 1']);
  for (const path of ['accounts', 'parameters?name=pool', 'parameter-values?name=pool', 'parameter-names']) {
    const refused = await lab.call(bo, 'GET', `/api/dictionary/${path}`);
    assert.deepEqual([refused.status, refused.body.code], [403, 'NOT_AN_OPERATOR'], path);
    assert.equal((await lab.call('nobody', 'GET', `/api/dictionary/${path}`)).status, 401, path);
  }
  assert.equal((await lab.call('dba', 'GET', '/api/dictionary/parameters')).status, 400);
  assert.equal((await lab.call('dba', 'GET', '/api/dictionary/accounts?cursor=x')).status, 400);
});
