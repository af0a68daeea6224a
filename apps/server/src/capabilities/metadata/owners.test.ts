import assert from 'node:assert/strict';
import { forEachStore } from '../../platform/database/testing.ts';
import { openScene, sceneMigrations } from './testing.ts';

forEachStore(
  'the owner of an application is whoever signs in, or the group, that is called so; and nobody is said plainly',
  async ({ db }) => {
    const { ids, test } = await openScene(db);
    const admin = async (method: string, url: string, body?: object) => {
      const answer = await test.call('administrator', method, url, body);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const ownedBy = async (owner: string) => {
      const { ownedBy: found } = await admin('PATCH', `/api/applications/${ids.pay}`, { owner });
      return found && [found.kind, found.name, found.people];
    };
    try {
      assert.equal(await ownedBy('Ann Lee'), undefined, 'a row from before, or from elsewhere');
      const ann = await admin('POST', '/api/users', { name: 'ann lee', password: 'long enough to be taken' });
      assert.deepEqual(await ownedBy('Ann Lee'), ['person', 'ann lee', 1], 'as soon as somebody is called so');
      await db.updateTable('user').set({ disabled: 1 }).where('id', '=', ann.id).execute();
      assert.deepEqual(await ownedBy('Ann Lee'), ['person', 'ann lee', 0], 'who left may not sign in');
      const group = await admin('POST', '/api/groups', { name: '支付组', description: '' });
      assert.deepEqual(await ownedBy('支付组'), ['group', '支付组', 0]);
      for (const person of ['ann lee', 'dba'])
        await admin('PUT', `/api/groups/${group.id}/members`, { person, owner: false });
      assert.deepEqual(await ownedBy('支付组'), ['group', '支付组', 1], 'who may sign in counts');
      await admin('POST', '/api/groups', { name: 'dba', description: '' });
      assert.deepEqual(await ownedBy('dba'), ['person', 'dba', 1], 'a person before a group of that name');
      const listed = (await admin('GET', '/api/applications')).items;
      assert.deepEqual(
        listed.map((one: { name: string; ownedBy?: { kind: string } }) => [one.name, one.ownedBy?.kind]),
        [
          ['pay', 'person'],
          ['wiki', undefined],
        ],
      );
      const made = { name: 'new', businessLine: 'x', owner: 'DBA', level: 'general' };
      assert.equal((await admin('POST', '/api/applications', made)).ownedBy.id, listed[0].ownedBy.id);
    } finally {
      await test.close();
    }
  },
  { migrations: sceneMigrations },
);
