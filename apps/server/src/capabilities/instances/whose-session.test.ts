import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionSeen } from '@myriad/mysql';
import type { KillInput } from './kill-form.ts';
import { isWhoWasMeant, whyNotKill } from './whose-session.ts';

const meant: KillInput = {
  ...{ clusterId: 'c', instanceId: 'i', name: 'h:3306', sessionId: 7, end: 'connection' },
  ...{ user: 'app', host: '10.0.0.1:50001', serverStartedAt: 1000 },
  ...{ statement: 'select sleep(?)', statementStartedAt: 2000, transactionSeconds: null, rowsModified: 0 },
};
const seen: SessionSeen = {
  ...{ id: 7, user: 'app', host: '10.0.0.1:50001', database: '', command: 'Query', state: '', statement: '' },
  ...{ seconds: 10, shape: 'select sleep(?)', serverStartedAt: 1001, transaction: undefined },
};

test('a number that came back belongs to somebody else', () => {
  assert.equal(isWhoWasMeant(meant, seen, 2010), 'same');
  assert.equal(isWhoWasMeant(meant, undefined, 2010), 'gone');
  assert.equal(isWhoWasMeant(meant, { ...seen, user: 'other' }, 2010), 'another');
  assert.equal(isWhoWasMeant(meant, { ...seen, host: '10.0.0.1:50002' }, 2010), 'another');
  // The server was started again: numbers begin anew.
  assert.equal(isWhoWasMeant(meant, { ...seen, serverStartedAt: 1900 }, 2010), 'another');
});

test('of a statement, only the very one that was seen is ended', () => {
  const query = { ...meant, end: 'query' } as const;
  assert.equal(isWhoWasMeant(query, seen, 2010), 'same');
  assert.equal(isWhoWasMeant(query, { ...seen, shape: 'update t set a = ?' }, 2010), 'moved-on');
  // The same text again, begun later.
  assert.equal(isWhoWasMeant(query, { ...seen, seconds: 1 }, 2100), 'moved-on');
  assert.equal(isWhoWasMeant(query, { ...seen, seconds: null }, 2010), 'moved-on');
});

test('the server’s own, replication and the platform are never ended', () => {
  for (const [user, command] of [
    ['system user', 'Connect'],
    ['event_scheduler', 'Daemon'],
    ['repl', 'Binlog Dump GTID'],
    ['app', 'Slave_SQL'],
    ['myriad_admin', 'Query'],
    ['watch', 'Sleep'],
  ] as const)
    assert.ok(whyNotKill({ id: 3, user, command }, ['watch']), `${user} ${command}`);
  assert.equal(whyNotKill({ id: 3, user: 'app', command: 'Sleep' }, ['watch']), undefined);
  assert.ok(whyNotKill({ id: 0, user: 'app', command: 'Query' }, []));
});
