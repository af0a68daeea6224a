import assert from 'node:assert/strict';
import { ownRuleLimit } from '@myriad/contract';
import { shop, type ToldDictionary, told } from './testing/told-dictionary.ts';

const tags = async (lab: ToldDictionary) =>
  (await lab.call('dba', 'GET', '/api/dictionary/columns?search=visit.')).body.items.flatMap(
    (column: { name: string; tags: { class: string; ruleId?: string }[] }) =>
      column.tags.map((tag) => `${column.name} ${tag.class} ${tag.ruleId?.startsWith('shipped-') ? 'shipped' : 'own'}`),
  );
const url = '/api/dictionary/rules';

told('a rule that is added, changed, switched off or removed judges every column again', async (lab) => {
  await lab.look([shop]);
  assert.deepEqual(await tags(lab), ['mobilePhone phone shipped', 'c3 identity-number shipped']);
  const admin = async (method: string, path: string, body?: object) => {
    const answer = await lab.call('administrator', method, url + path, body);
    await lab.dictionary.settled();
    return answer;
  };
  const made = await admin('POST', '', { name: '到访', class: 'health', names: [' C3 '], comments: ['*身份*'] });
  assert.deepEqual([made.status, made.body.names, made.body.shipped], [200, ['c3'], false], JSON.stringify(made.body));
  assert.deepEqual(await tags(lab), ['mobilePhone phone shipped', 'c3 health own', 'c3 identity-number shipped']);
  await admin('PATCH', '/shipped-phone', { enabled: false });
  assert.deepEqual(await tags(lab), ['c3 health own', 'c3 identity-number shipped']);
  await admin('PATCH', '/shipped-phone', { enabled: true });
  await admin('PATCH', `/${made.body.id}`, { names: ['mobile*'], comments: [] });
  assert.deepEqual(await tags(lab), [
    'mobilePhone health own',
    'mobilePhone phone shipped',
    'c3 identity-number shipped',
  ]);
  const { items, waiting } = (await lab.call('requester', 'GET', url)).body;
  assert.deepEqual([items[0].words.zh, items[0].columns, waiting], ['到访', 1, 0]);
  assert.equal((await admin('DELETE', `/${made.body.id}`)).status, 200);
  assert.deepEqual(await tags(lab), ['mobilePhone phone shipped', 'c3 identity-number shipped']);
  const history = (await lab.call('dba', 'GET', `${url}/${made.body.id}/changes`)).body.items;
  assert.deepEqual(
    history.map(({ before, after }: { before: string; after: string }) => [before === null, after === null]),
    [
      [false, true],
      [false, false],
      [true, false],
    ],
  );
  const audit = (await lab.call('administrator', 'GET', '/api/audit?action=dictionary-rule.add')).body.items;
  assert.equal(audit[0].resource, `dictionary-rule/${made.body.id}`);
});

told(
  'rules are an administrator’s; shipped ones are switched only; names are their own; there is a most',
  async (lab) => {
    const form = { name: 'a', class: 'phone', names: ['x*'] };
    const refused = async (
      as: 'dba' | 'administrator',
      method: string,
      path: string,
      body: object | undefined,
      code: string,
    ) => assert.equal((await lab.call(as, method, url + path, body)).body.code, code, `${method} ${path} ${code}`);
    await refused('dba', 'POST', '', form, 'NOT_AN_ADMINISTRATOR');
    await refused('dba', 'PATCH', '/shipped-phone', { enabled: false }, 'NOT_AN_ADMINISTRATOR');
    await refused('dba', 'DELETE', '/shipped-phone', undefined, 'NOT_AN_ADMINISTRATOR');
    await refused('administrator', 'PATCH', '/shipped-phone', { names: ['x'] }, 'DICTIONARY_RULE_SHIPPED');
    await refused('administrator', 'DELETE', '/shipped-phone', undefined, 'DICTIONARY_RULE_SHIPPED');
    await refused('administrator', 'PATCH', '/none', { enabled: false }, 'DICTIONARY_RULE_NOT_FOUND');
    await refused('administrator', 'DELETE', '/none', undefined, 'DICTIONARY_RULE_NOT_FOUND');
    await refused('administrator', 'POST', '', { ...form, names: [] }, 'DICTIONARY_RULE_EMPTY');
    assert.equal((await lab.call('administrator', 'POST', url, form)).status, 200);
    await refused('administrator', 'POST', '', form, 'DICTIONARY_RULE_NAME_TAKEN');
    const row = { class: 'phone', patterns: '{"names":["x"]}', enabled: 0, changed_at: 1, changed_by: 'x' };
    const rest = Array.from({ length: ownRuleLimit - 1 }, (_, n) => ({ ...row, id: `r${n}`, name: `r${n}` }));
    await lab.db.insertInto('dictionary_rule').values(rest).execute();
    await refused('administrator', 'POST', '', { ...form, name: 'one more' }, 'DICTIONARY_RULES_FULL');
  },
);
