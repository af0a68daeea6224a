import assert from 'node:assert/strict';
import { told } from './testing/told-reviews.ts';

const definitions = 'create table visit (id int primary key, card varchar(20)) engine=InnoDB;';

told('what would undo a change is said, and nothing is kept', async ({ call }) => {
  const text = "update visit set card = 'x' where id = 7; alter table visit drop column card; selec";
  const { status, body } = await call('requester', 'POST', '/api/sql-review/undo', { text, definitions });
  assert.equal(status, 200, JSON.stringify(body));
  const [changed, altered, unread] = body.items;
  assert.deepEqual(changed.parts, [
    {
      table: '`visit`',
      capture: 'SELECT `id`, `card` FROM visit WHERE id = 7 FOR UPDATE',
      takeAway: [],
      putBack: ['UPDATE `visit` SET `card` = :card WHERE `id` = :id'],
    },
  ]);
  assert.match(changed.notes[0].zh, /触发器/);
  assert.match(altered.statements[0], /ADD COLUMN card/i);
  assert.match(altered.lost[0].en, /card/);
  assert.deepEqual([unread.kind, unread.impossible.en], ['other', 'The statement cannot be read.']);
  assert.match(body.server, /^MySQL 8\.4/);
  assert.deepEqual((await call('dba', 'GET', '/api/sql-reviews')).body.items, []);
});

told('without a definition nothing is promised', async ({ call }) => {
  const { body } = await call('dba', 'POST', '/api/sql-review/undo', { text: 'delete from visit where id = 1' });
  assert.match(body.items[0].impossible.en, /definition of the table is not known/);
});

told('a server is asked for those who operate it, and one that is silent is said', async ({ ids, call, person }) => {
  const undo = async (as: Parameters<typeof call>[0], more: object) =>
    (await call(as, 'POST', '/api/sql-review/undo', { text: 'select 1', ...more })).body.code;
  const scope = { kind: 'application', id: ids.shop };
  const ann = await person('ann', [{ role: 'requester', scope }]);
  const bo = await person('bo', [{ role: 'requester', scope: { kind: 'application', id: ids.pay } }]);
  assert.equal(await undo(ann, { clusterId: ids.cluster }), 'NOT_AN_OPERATOR');
  assert.equal(await undo(bo, { clusterId: ids.cluster }), 'CLUSTER_NOT_FOUND');
  assert.equal(await undo('dba', { clusterId: ids.cluster }), 'REVIEW_SERVER_SILENT');
  assert.equal(await undo('dba', { dialect: 'oracle' }), 'REVIEW_DIALECT_UNKNOWN');
  assert.equal((await call('nobody', 'POST', '/api/sql-review/undo', { text: 'select 1' })).status, 401);
});
