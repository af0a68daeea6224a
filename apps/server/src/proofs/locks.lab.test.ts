import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getClusterLive, getTicket, listClusters, type TaskView } from '@myriad/contract';
import { inLab } from '@myriad/lab';
import { openProof, type Proof } from './testing/open-proof.ts';
import { approve, deployForm, refusalOf, submit, tellTask, untilRest, untilTask } from './testing/tickets.ts';

const cli = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const port = 26_000 + Math.floor(Math.random() * 450);

/** `myriad task show`, as a person at a terminal sees it. */
async function showTask({ url, people }: Proof, taskId: string): Promise<string> {
  const env = { PATH: process.env.PATH, MYRIAD_URL: url, MYRIAD_TOKEN: people.dba.token, MYRIAD_LANG: 'en' };
  return (await promisify(execFile)(process.execPath, [cli, 'task', 'show', taskId, '--lang', 'en'], { env })).stdout;
}

const waits = ({ state }: TaskView) => state === 'waiting';

/** From the first step that began to the last that ended. */
function spanOf({ steps }: TaskView): readonly [number, number] {
  const begun = steps.flatMap(({ startedAt }) => startedAt ?? []);
  const ended = steps.flatMap(({ endedAt }) => endedAt ?? []);
  return [Math.min(...begun), Math.max(...ended)];
}

test('two tasks on one cluster never run together; the second says whom it waits for, then runs or is refused', (t) =>
  inLab(t, async (scratch) => {
    const proof = await openProof(scratch, { hosts: 2 });
    const { client } = proof.people.dba;

    await t.test('the same deployment twice: the second waits, and is then refused with words', async () => {
      const form = deployForm(proof, { port });
      const tickets = [];
      for (let asked = 0; asked < 3; asked += 1) tickets.push(await submit(proof, 'resource.new-cluster', form));
      const [one, two, three] = tickets;
      assert.ok(one && two && three);
      const [a, b] = await Promise.all([approve(proof, one), approve(proof, two)]);
      const begun = await Promise.all(
        [a, b].map((id) => untilTask(proof, id, ({ state }) => !['queued'].includes(state))),
      );
      const first = begun.find((task) => !waits(task))?.id ?? '';
      const second = first === a ? b : a;
      const waiting = await untilTask(proof, second, waits);
      assert.ok(waiting.waitsFor.length > 0);
      for (const { resource, taskId } of waiting.waitsFor) {
        assert.match(resource, /^host\//);
        assert.equal(taskId, first);
      }
      const shown = await showTask(proof, second);
      assert.match(shown, new RegExp(`WAITS FOR\\s+host/\\S+ \\(${first}\\)`), shown);
      assert.ok(waiting.steps.every(({ state }) => state === 'pending'));
      // Once the first has taken its hosts and its name, nobody can even agree to another.
      await untilTask(proof, first, ({ stepsDone }) => stepsDone > 0);
      const late = await refusalOf(approve(proof, three));
      assert.ok(late.faults?.some(({ path, words }) => path === 'name' && /already called orders/.test(words.en)));
      const done = await untilRest(proof, first);
      assert.equal(done.state, 'done', tellTask(done));
      const refused = await untilRest(proof, second);
      assert.equal(refused.state, 'failed', tellTask(refused));
      assert.match(refused.error?.words.en ?? '', /already called orders/);
      assert.match(refused.error?.words.zh ?? '', /orders/);
      assert.ok(refused.steps.every(({ state }) => state === 'pending'));
      const { items } = await client.call(listClusters, { query: {} });
      assert.deepEqual(
        items.map(({ name, state }) => [name, state]),
        [['orders', 'running']],
      );
      // What was approved is no longer possible: the ticket is back with people, who see why.
      const ticket = await client.call(getTicket, { params: { ticketId: waiting.ticketId ?? '' } });
      assert.equal(ticket.state, 'waiting');
      assert.ok(ticket.history.some(({ what }) => what === 'plan-changed'));
    });

    await t.test('a stop and a restart approved at once: one after the other', async () => {
      const { items } = await client.call(listClusters, { query: {} });
      const clusterId = items[0]?.id ?? '';
      const tickets = [
        await submit(proof, 'service.stop', { clusterId }),
        await submit(proof, 'service.restart', { clusterId }),
      ];
      const [a = '', b = ''] = await Promise.all(tickets.map((ticket) => approve(proof, ticket)));
      const overlap: string[] = [];
      const seenWaiting = new Map<string, TaskView>();
      for (;;) {
        const both = await Promise.all([a, b].map((id) => untilTask(proof, id, () => true)));
        // Between getting the lock and its first step it waits for nobody any more: what counts is what it said before.
        for (const task of both) if (waits(task) && task.waitsFor.length > 0) seenWaiting.set(task.id, task);
        if (both.every(({ state }) => state === 'running')) overlap.push(JSON.stringify(both.map(({ id }) => id)));
        if (both.every(({ state }) => ['done', 'paused', 'failed', 'cancelled'].includes(state))) break;
      }
      assert.deepEqual(overlap, []);
      const [waited] = [...seenWaiting.values()];
      assert.ok(waited, 'nobody was seen to wait');
      const other = waited.id === a ? b : a;
      assert.deepEqual(waited.waitsFor, [{ resource: `cluster/${clusterId}`, taskId: other }]);
      const [earlier, later] = await Promise.all([other, waited.id].map((id) => untilRest(proof, id)));
      assert.ok(earlier && later);
      assert.equal(earlier.state, 'done', tellTask(earlier));
      assert.ok(['done', 'failed'].includes(later.state), tellTask(later));
      if (later.state === 'done') assert.ok(spanOf(earlier)[1] <= spanOf(later)[0], 'they ran together');
      else assert.ok(later.error?.words.en && later.error.words.zh && later.error.next?.en, tellTask(later));
      t.diagnostic(`first ${earlier.kind}, then ${later.kind}: ${later.state} ${later.error?.code ?? ''}`);
      // The world is as the last task that ran left it, not a mixture.
      const { instances } = await client.call(getClusterLive, { params: { clusterId } });
      assert.equal(new Set(instances.map(({ reachable }) => reachable)).size, 1, JSON.stringify(instances));
    });
  }));
