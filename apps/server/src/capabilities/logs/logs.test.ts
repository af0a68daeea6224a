import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { shownLogText } from './shown-log-text.ts';
import { type LogPlatform, openLogPlatform } from './testing/open-log-platform.ts';

let folder: string;
let platform: LogPlatform;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-logs-'));
  platform = await openLogPlatform(folder);
  // Nobody listens there.
  await platform.addInstance({ name: 'db-1', port: 1, observe: { user: 'watch', password: 'x' } });
  await platform.addInstance({ name: 'db-2', port: 1 });
});
after(async () => {
  await platform[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const now = Date.now();
const wrong: readonly (readonly [query: string, status: number, code: string])[] = [
  ['kinds=binlog', 400, 'INPUT_INVALID'],
  ['kinds=', 400, 'INPUT_INVALID'],
  ['level=fatal', 400, 'INPUT_INVALID'],
  ['limit=0', 400, 'INPUT_INVALID'],
  ['limit=1001', 400, 'INPUT_INVALID'],
  ['limit=ten', 400, 'INPUT_INVALID'],
  ['from=yesterday', 400, 'INPUT_INVALID'],
  ['from=-1', 400, 'INPUT_INVALID'],
  [`text=${'x'.repeat(201)}`, 400, 'INPUT_INVALID'],
  [`instances=${Array.from({ length: 401 }, (_, at) => `i${at}`).join()}`, 400, 'INPUT_INVALID'],
  [`instances=${encodeURIComponent('x'.repeat(300))}`, 400, 'INPUT_INVALID'],
  [`from=${now}&to=${now - 1}`, 422, 'LOG_RANGE_WRONG'],
  [`from=${now * 2}`, 422, 'LOG_RANGE_WRONG'],
  [`from=${now - 40 * 86_400_000}`, 422, 'LOG_RANGE_TOO_LONG'],
  ['instances=nobody:3306', 422, 'LOG_TARGET_UNKNOWN'],
  ['clusters=cluster-db-1,none', 422, 'LOG_TARGET_UNKNOWN'],
  [`hosts=${encodeURIComponent("' or 1=1 --")}`, 422, 'LOG_TARGET_UNKNOWN'],
  // Each stands for something, together for nothing.
  ['hosts=db-1&clusters=cluster-db-2', 422, 'LOG_TARGET_UNKNOWN'],
  ['kinds=audit', 403, 'NOT_AN_ADMINISTRATOR'],
];

for (const [query, status, code] of wrong)
  test(`${query.slice(0, 60)} is refused as ${code}`, async () => {
    const answer = await platform.search('dba', query);
    assert.deepEqual([answer.status, answer.code], [status, code]);
  });

test('who operates nothing gets no log, and who is nobody no answer', async () => {
  assert.equal((await platform.search('nobody', '')).status, 401);
  assert.equal((await platform.search('requester', '')).code, 'LOG_NO_TARGETS');
  assert.equal((await platform.search('requester', 'clusters=cluster-db-1')).code, 'LOG_TARGET_UNKNOWN');
});

test('a log that cannot be read is said by name, with its reason, and the others are read', async () => {
  const { lines, outcomes } = await platform.search('administrator', 'kinds=error,slow,audit');
  const [targets] = lines;
  assert.ok(targets?.type === 'targets');
  assert.deepEqual(targets.targets.map(({ kind, host }) => `${kind} ${host ?? ''}`).sort(), [
    ...['audit ', 'error db-1', 'error db-2', 'slow db-1', 'slow db-2'],
  ]);
  const failed = [...outcomes.values()].filter(({ state }) => state === 'failed');
  assert.equal(failed.length, 4);
  for (const { because } of failed) assert.match(because?.zh ?? '', /\p{Script=Han}/u);
  assert.equal(outcomes.get('audit')?.state, 'read');
  const end = lines.at(-1);
  assert.ok(end?.type === 'end' && end.failed === 4 && end.unfinished === 0);
});

test('what was done here is found in the audit log, by its words and its level, and the search itself is there', async () => {
  await platform.search('requester', 'text=this-is-refused');
  const { entries } = await platform.search('administrator', 'kinds=audit&level=warning&text=log.search refused');
  assert.ok(entries.length >= 1);
  for (const { kind, level, user } of entries) assert.deepEqual([kind, level !== 'note'], ['audit', true], user);
  const all = await platform.search('administrator', 'kinds=audit&text=log.search&limit=2');
  assert.equal(all.entries.length, 2);
  assert.ok(all.outcomes.get('audit')?.readBackTo);
});

test('what steps said is found, of tasks one sees alone', async () => {
  const at = Date.now() - 1000;
  await inTransaction(platform.db, async (tx) => {
    for (const [id, en] of [
      ['t1', 'copies 7 files'],
      ['t2', 'waits'],
    ] as const) {
      const title = JSON.stringify({ en: `Task ${id}`, zh: `任务 ${id}` });
      await tx
        .insertInto('task')
        .values({
          ...{
            id,
            kind: 'k',
            title,
            input: '{}',
            plan_hash: 'h',
            locks: '[]',
            at_once: null,
            state: 'done',
            error: null,
          },
          ...{ ticket_id: null, parent_id: null, child_key: null, schedule_id: null, created_by: null },
          ...{ created_at: at, started_at: at, ended_at: at, event_seq: 1 },
        })
        .execute();
      await tx
        .insertInto('task_event')
        .values({
          ...{ task_id: id, seq: 1, at, type: 'log', step_id: 's', state: null, level: 'warning', progress: null },
          words: JSON.stringify({ en: `${en}\u001b[31m`, zh: '复制文件' }),
        })
        .execute();
    }
  });
  const { entries } = await platform.search('dba', 'kinds=task&text=copies&level=warning');
  assert.deepEqual(
    entries.map(({ taskId, text, words }) => [taskId, text, words?.zh]),
    [['t1', 'Task t1: copies 7 files\ufffd[31m', '任务 t1：复制文件']],
  );
  assert.deepEqual((await platform.search('dba', 'kinds=task&level=error')).entries, []);
  // Neither task is about that cluster.
  assert.deepEqual((await platform.search('dba', 'kinds=task&clusters=cluster-db-1')).entries, []);
  await inTransaction(platform.db, async (tx) => {
    const [cluster] = await platform.metadata.listClusters(tx);
    assert.ok(cluster?.name === 'cluster-db-1');
    await tx.insertInto('task_subject').values({ task_id: 't2', entity: 'cluster', entity_id: cluster.id }).execute();
  });
  const about = await platform.search('dba', 'kinds=task&clusters=cluster-db-1');
  assert.deepEqual(
    about.entries.map(({ taskId }) => taskId),
    ['t2'],
  );
  const audit = await platform.search('administrator', 'kinds=audit&clusters=cluster-db-1');
  assert.match(audit.outcomes.get('audit')?.because?.en ?? '', /not narrowed/);
  assert.deepEqual((await platform.search('requester', 'kinds=task')).entries, []);
});

test('text that would move a cursor, hide itself or turn round is shown as boxes; lines and tabs stay', () => {
  const hostile = '\u001b]0;owned\u0007a\tb\n\u202egnp.exe\u0000\u009b31m\ud800 <b>\u2028';
  const { text } = shownLogText(hostile);
  assert.equal(text, '\ufffd]0;owned\ufffda\tb\n\ufffdgnp.exe\ufffd\ufffd31m\ufffd <b>\ufffd');
  assert.deepEqual(shownLogText('x'.repeat(10_000)).text.length, 4001);
});
