import assert from 'node:assert/strict';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import type { Metadata } from '../metadata.ts';
import { bySomebody, openScene, type Scene, sceneMigrations } from '../testing.ts';
import { readFeed } from './read-feed.ts';

const options = { migrations: sceneMigrations };
interface Item {
  readonly sequence: number;
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly value: unknown;
}

const feed = (scene: Scene, query: string, as: 'requester' | 'dba' | 'nobody' = 'dba') =>
  scene.test.call(as, 'GET', `/api/changes/feed?${query}`);
const rename = (db: Db, metadata: Metadata, id: string, owner: string) =>
  inTransaction(db, (tx) => metadata.changeApplication(tx, id, { owner }, bySomebody));

forEachStore(
  'a reader that follows many writers at once sees every change once, in one order, each thing’s changes as they happened',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      const { metadata, ids } = scene;
      const applications = [ids.pay ?? '', ids.wiki ?? ''];
      const writers = 6;
      const rounds = 15;
      let writing = true;
      const seen: Item[] = [];
      const follow = async () => {
        let cursor = '0';
        for (;;) {
          const wasWriting = writing;
          const { body } = await feed(scene, `after=${cursor}&limit=7`);
          seen.push(...body.items);
          cursor = body.cursor;
          if (!wasWriting && body.items.length === 0) return;
        }
      };
      const write = async (writer: number) => {
        for (let round = 0; round < rounds; round++)
          await inTransaction(db, async (tx) => {
            // Some hold their change for long, so that others which began later commit first.
            const own = applications[writer % 2] ?? '';
            await metadata.remember(
              tx,
              { entity: 'zone', entityId: `w${writer}`, fields: [{ field: 'round', before: null, after: round }] },
              bySomebody,
            );
            for (let turn = 0; turn < (writer * 7) % 5; turn++) await metadata.listApplications(tx);
            await metadata.changeApplication(tx, own, { owner: `${writer}.${round}` }, bySomebody);
          });
      };
      const followers = [follow(), follow()];
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
      writing = false;
      await Promise.all(followers);

      const once = new Map<number, Item>();
      for (const item of seen) once.set(item.sequence, item);
      const ordered = [...once.values()].sort((a, b) => a.sequence - b.sequence);
      assert.equal(seen.length, ordered.length * 2, 'each of two readers saw each change once');
      assert.deepEqual(
        ordered.map(({ sequence }) => sequence),
        ordered.map((_, at) => at + 1),
        'no place left out',
      );
      const all = await metadata.listChanges(db, { limit: 10_000 });
      assert.deepEqual(new Set(ordered.map(({ id }) => id)), new Set(all.map(({ id }) => id)), 'nothing was missed');
      for (let writer = 0; writer < writers; writer++)
        assert.deepEqual(
          ordered.filter(({ entityId }) => entityId === `w${writer}`).map(({ value }) => value),
          Array.from({ length: rounds }, (_, round) => round),
        );
      for (const id of applications) {
        const owners = ordered.filter(({ entityId, name }) => entityId === id && name === 'owner');
        assert.equal(
          owners.at(-1)?.value,
          (await metadata.getApplication(db, id)).owner,
          'the last change is the record',
        );
      }
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'a change committed late is not lost behind a reader that has passed those that began after it',
  async ({ db, kind }) => {
    const scene = await openScene(db);
    try {
      const { metadata, ids } = scene;
      const { cursor } = (await feed(scene, 'after=latest')).body;
      const began = Promise.withResolvers<void>();
      const mayCommit = Promise.withResolvers<void>();
      const late = inTransaction(db, async (tx) => {
        await metadata.changeApplication(tx, ids.wiki ?? '', { owner: 'late' }, bySomebody);
        began.resolve();
        if (kind !== 'sqlite') await mayCommit.promise;
      });
      await began.promise;
      if (kind === 'sqlite') await late;
      await rename(db, metadata, ids.pay ?? '', 'early');
      const first = (await feed(scene, `after=${cursor}`)).body;
      mayCommit.resolve();
      await late;
      const second = (await feed(scene, `after=${first.cursor}`)).body;
      const owners = [...first.items, ...second.items].map(({ value }: Item) => value);
      assert.deepEqual(owners, kind === 'sqlite' ? ['late', 'early'] : ['early', 'late']);
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'a feed waits for news, hides what is not for all, and knows a strange cursor',
  async ({ db }) => {
    const scene = await openScene(db);
    try {
      const { metadata, ids, test } = scene;
      const stopping = new AbortController();
      const parts = { db, metadata, stopping: stopping.signal };
      const { cursor } = await readFeed(parts, { after: 'latest', limit: 10, wait: 0 });
      const waiting = readFeed(parts, { after: cursor, limit: 10, wait: 30 });
      await rename(db, metadata, ids.pay ?? '', 'bob');
      const { items, more } = await waiting;
      assert.deepEqual([items.map(({ after }) => after), more], [['bob'], false]);
      const cut = readFeed(parts, { after: `${items[0]?.sequence}.${items[0]?.id}`, limit: 10, wait: 30 });
      stopping.abort();
      assert.deepEqual((await cut).items, []);

      const shown = (await feed(scene, 'limit=1000', 'requester')).body.items as (Item & { entity: string })[];
      assert.ok(shown.some(({ entity }) => entity === 'host'));
      assert.ok(shown.every(({ entity, value }) => entity !== 'host' || value === null));
      const forDba = (await feed(scene, 'limit=1000')).body.items as (Item & { entity: string })[];
      assert.ok(forDba.some(({ entity, value }) => entity === 'host' && value !== null));

      assert.equal((await feed(scene, '', 'nobody')).status, 401);
      for (const [query, status, code] of [
        ['after=yesterday', 400, 'INPUT_INVALID'],
        ['after=3', 400, 'INPUT_INVALID'],
        ['wait=31', 400, 'INPUT_INVALID'],
        ['limit=1001', 400, 'INPUT_INVALID'],
        [`after=1.${items[0]?.id}`, 409, 'FEED_CURSOR_UNKNOWN'],
        [`after=999999.${items[0]?.id}`, 409, 'FEED_CURSOR_UNKNOWN'],
      ] as const) {
        const { status: answered, body } = await feed(scene, query);
        assert.deepEqual([answered, body.code], [status, code], query);
      }
      assert.equal((await test.call('nobody', 'GET', '/api/changes/stream')).status, 401);
    } finally {
      await scene.test.close();
    }
  },
  options,
);

forEachStore(
  'a stream goes on after the place the listener names, and tells news as it is committed',
  async ({ db }) => {
    const scene = await openScene(db);
    const cut = new AbortController();
    try {
      const { metadata, ids, test } = scene;
      const { secret } = (await test.call('requester', 'POST', '/api/tokens', { name: 'stream' })).body;
      const address = await test.http.app.listen({ host: '127.0.0.1', port: 0 });
      const { cursor } = (await feed(scene, 'after=latest')).body;
      const last = Number(cursor.split('.')[0]);
      const response = await fetch(`${address}/api/changes/stream`, {
        headers: { authorization: `Bearer ${secret}`, 'last-event-id': String(last - 1) },
        signal: AbortSignal.any([cut.signal, AbortSignal.timeout(60_000)]),
      });
      assert.ok(response.body);
      const seen: Item[] = [];
      let rest = '';
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) seen.push(JSON.parse(line.slice(6)));
        if (seen.length === 1) await rename(db, metadata, ids.pay ?? '', 'streamed');
        if (seen.length >= 2) break;
      }
      assert.deepEqual(
        seen.map(({ sequence }) => sequence),
        [last, last + 1],
      );
      assert.equal(seen[1]?.value, 'streamed');
    } finally {
      cut.abort();
      await scene.test.close();
    }
  },
  options,
);
