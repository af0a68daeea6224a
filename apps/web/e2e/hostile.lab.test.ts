import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  approveTicket,
  type Client,
  getDiscovery,
  getTicket,
  listClusters,
  lookAtCluster,
  setAllowList,
  startDiscovery,
  submitTicket,
} from '@myriad/contract';
import { LabUnavailable, type Simulator, startSimulator } from '@myriad/lab';
import type { Page } from 'playwright-core';
import { clientFor, makePeople, newPeople } from '../../cli/src/demo/demo-people.ts';
import { ensureConsole } from '../../cli/src/setup/ensure-console.ts';
import { type StoryLanguage, signIn } from './console-story.ts';
import { type Look, openBrowser, type StoryBrowser } from './open-browser.ts';
import { type FreshPlatform, openFreshPlatform } from './open-platform.ts';

const minutes = 8;
const people = newPeople();
let simulator: Simulator | undefined;
let platform: FreshPlatform | undefined;
let browser: StoryBrowser | undefined;
let missing: LabUnavailable | undefined;
let clusterId = '';
let instanceIds: readonly string[] = [];

before(
  async () => {
    try {
      browser = await openBrowser();
      await ensureConsole({ say: ({ en }) => void process.stderr.write(`${en}\n`) });
      platform = await openFreshPlatform();
      // One cluster: a primary, and replicas that call themselves and their source what nobody should be called.
      simulator = await startSimulator({ servers: 3, clusters: 1, firstAddress: '127.88.0.1' });
      for (const [at, hostility] of ['hostile-names', 'hostile-names', 'invalid-utf8'].entries())
        Object.assign(simulator.fleet[at] ?? {}, { hostility });
      await makePeople(platform.url, platform.firstRunToken, people);
      await takeOver(platform.url, simulator);
    } catch (error) {
      if (!(error instanceof LabUnavailable) || process.env.CI) throw error;
      missing = error;
    }
  },
  { timeout: minutes * 60_000 },
);
after(async () => {
  await browser?.[Symbol.asyncDispose]();
  await platform?.[Symbol.asyncDispose]();
  await simulator?.[Symbol.asyncDispose]();
});

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (
    const end = performance.now() + 120_000;
    performance.now() < end;
    await new Promise((go) => setTimeout(go, 200))
  ) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`never: ${what}`);
}

/** As a program does it: found, asked for by one, agreed to by the other. */
async function takeOver(url: string, { fleet }: Simulator): Promise<void> {
  const administrator: Client = await clientFor(url, people.administrator);
  const operator: Client = await clientFor(url, people.approver);
  await administrator.call(setAllowList, { body: { networks: [{ cidr: '127.88.0.0/16' }] }, idempotencyKey: 'allow' });
  const servers = fleet.map(({ address: host, port }) => ({ host, port }));
  const account = { user: 'watch', password: 'Looks-0nly-7' };
  const { id: discoveryId } = await operator.call(startDiscovery, {
    body: { servers, account, follow: false },
    idempotencyKey: 'discover',
  });
  const found = await until('the discovery', async () => {
    const seen = await operator.call(getDiscovery, { params: { discoveryId } });
    return seen.state === 'running' ? undefined : seen;
  });
  const [cluster] = [...found.clusters].sort((a, b) => b.servers.length - a.servers.length);
  assert.ok(cluster, JSON.stringify(found));
  const form = { discoveryId, clusters: [{ key: cluster.key, name: 'hostile' }] };
  const { id: ticketId, planHash = '' } = await operator.call(submitTicket, {
    body: { kind: 'fleet.adopt', form },
    idempotencyKey: 'adopt',
  });
  await administrator.call(approveTicket, { params: { ticketId }, body: { planHash }, idempotencyKey: 'approve' });
  await until('the ticket', async () => {
    const { state } = await operator.call(getTicket, { params: { ticketId } });
    assert.ok(!['failed', 'cancelled'].includes(state), state);
    return state === 'done' ? true : undefined;
  });
  const { items } = await operator.call(listClusters, { query: { limit: 10 } });
  clusterId = items[0]?.id ?? '';
  instanceIds = items[0]?.instances.map(({ id }) => id) ?? [];
  assert.ok(instanceIds.length > 0, JSON.stringify(items));
  await operator.call(lookAtCluster, { params: { clusterId }, idempotencyKey: 'look' });
}

/** What a hostile name tried to do, and did not: run, become an element, or turn around the text beside it. */
async function requireHarmless(page: Page, where: string): Promise<void> {
  const harm = await page.evaluate(() => {
    const found: string[] = [];
    if (document.querySelector('img[src="x"], [onerror]')) found.push('an element came of a name');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) found.push(`turns around: ${text}`);
      if (!/[\u0590-\u05ff]/.test(text)) continue;
      // What is laid out as a line of its own, or isolated in one, turns nothing else around.
      let place = node.parentElement;
      const style = () => (place ? getComputedStyle(place) : undefined);
      while (place && style()?.display === 'inline' && style()?.unicodeBidi === 'normal') place = place.parentElement;
      const isAlone = place?.textContent?.trim() === text.trim();
      if (!isAlone && style()?.display !== 'inline') found.push(`not isolated: ${text} in ${place?.textContent}`);
    }
    return found;
  });
  assert.deepEqual(harm, [], where);
}

const looks: readonly { language: StoryLanguage; look: Look }[] = [
  { language: 'en', look: {} },
  { language: 'zh-CN', look: { isPhone: true, isDark: true } },
];
for (const { language, look } of looks)
  test(`names with quotes, HTML, line breaks and text from right to left are text on every page (${language})`, {
    timeout: minutes * 60_000,
  }, async (t) => {
    if (missing) return t.skip(missing.message);
    assert.ok(browser && platform);
    const [told, { url }] = [browser, platform];
    await told.tell(async () => {
      const page = await told.person(language, look);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await signIn(page, url, people.approver, language);
      const hostile = '<img src=x onerror=alert(1)>';
      await page.goto(`${url}/clusters/${clusterId}`);
      await page.getByTestId('look-now').waitFor();
      await page.getByText(hostile).first().waitFor();
      await requireHarmless(page, 'cluster');
      await told.look(page, `hostile-cluster.${language}`);
      for (const instanceId of instanceIds) {
        await page.goto(`${url}/instances/${instanceId}`);
        await page.getByTestId('look-now').waitFor();
        await page.locator('.facts-grid').first().waitFor();
        await requireHarmless(page, `instance ${instanceId}`);
      }
      await page.goto(`${url}/instances/${instanceIds[0]}`);
      await page.getByText(hostile).first().waitFor();
      await requireHarmless(page, 'instance');
      await told.look(page, `hostile-instance.${language}`);
      await page.goto(`${url}/fleet/instance?open=${instanceIds[0]}`);
      await page.getByTestId('count').waitFor();
      await requireHarmless(page, 'explorer');
      await told.look(page, `hostile-explorer.${language}`);
      await page.goto(`${url}/findings`);
      await page.getByText(hostile).first().waitFor();
      await requireHarmless(page, 'findings');
      assert.deepEqual(dialogs, [], 'nothing ran');
    });
  });
