import assert from 'node:assert/strict';
import { listClusters, listInstances } from '@myriad/contract';
import type { Page } from 'playwright-core';
import { becomes, until } from '../becomes.ts';
import { openPart, type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** Every part of a real instance's page, by its tab and by its address. */
export async function tellInstancePage(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  language: StoryLanguage,
  clusterName: string,
  look: Look = {},
) {
  const words = wordsIn(language).instance;
  const clusters = await own.asAdministrator.call(listClusters, { query: { limit: 500 } });
  const cluster = clusters.items.find(({ name }) => name === clusterName);
  assert.ok(cluster, `no cluster ${clusterName}`);
  const { items } = await own.asAdministrator.call(listInstances, { query: { clusterId: cluster.id } });
  const replica = items.find(({ role }) => role === 'replica');
  const primary = items.find(({ role }) => role === 'primary');
  assert.ok(replica && primary);

  const page = await browser.person(language, look);
  const picture = (name: string) =>
    browser.look(page, `instance-${name}.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`);
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/instances/${replica.id}`);
  await page.getByRole('heading', { name: replica.name }).waitFor();
  await page.getByRole('heading', { name: words.glance.title }).waitFor();
  await page.locator('.facts-grid').first().waitFor();
  await picture('overview');

  const open = async (part: keyof typeof words.parts) => {
    // On a phone the later tabs lie behind a menu; their addresses serve everybody.
    if (look.isPhone) return void (await page.goto(`${platform.url}/instances/${replica.id}/${part}`));
    await openPart(page, words.parts[part]);
  };
  await open('metrics');
  await walkAlongChart(page);
  await picture('metrics');
  await page.getByText(words.metrics.asTable, { exact: true }).click();
  await page.getByRole('columnheader', { name: words.metrics.greatest }).waitFor();
  await page.waitForURL(/view=table/);

  await open('sessions');
  await page.getByText(words.sessions.own).first().waitFor();
  await page.getByTestId('pause').click();
  await page.getByText(words.refresh.resume, { exact: true }).waitFor();
  await picture('sessions');
  await open('locks');
  await page.getByText(words.locks.none).or(page.getByText(words.locks.noneSeen)).first().waitFor();
  await picture('locks');

  await open('replication');
  await page.locator('.channel').first().waitFor();
  await page.getByRole('link', { name: `${primary.address}:${primary.port}`, exact: true }).waitFor();
  await picture('replication');

  await open('parameters');
  // As quickly as anybody types: each letter stays.
  await page.locator('.instance-search input').click();
  await page.keyboard.type('max_connections');
  await page.getByRole('cell', { name: 'max_connections', exact: true }).waitFor();
  await page.waitForURL(/q=max_connections$/);
  await becomes(() => page.locator('.instance-search input').inputValue(), 'max_connections');
  await picture('parameters');
  await page.goto(`${platform.url}/instances/${replica.id}/parameters?with=${primary.id}`);
  await page.getByRole('columnheader', { name: primary.name }).waitFor();
  await page.getByRole('cell', { name: 'read_only', exact: true }).waitFor();
  await picture('compare');

  await open('accounts');
  await page
    .getByText(words.accounts.none)
    .or(page.getByRole('columnheader', { name: words.accounts.plugin }))
    .first()
    .waitFor();
  await picture('accounts');
  await open('space');
  await page
    .getByText(words.space.none)
    .or(page.getByRole('heading', { name: words.space.tables }))
    .first()
    .waitFor();
  await picture('space');
  await open('log');
  await page.locator('.log-lines li').first().waitFor();
  await picture('log');
  await open('work');
  await page
    .getByRole('link', { name: /^[A-Z]-\d+$/ })
    .first()
    .waitFor();
  await picture('work');
  await open('history');
  await page.getByRole('heading', { name: wordsIn(language).cluster.changes }).waitFor();
  await page.locator('.change').first().waitFor();
  await picture('history');
  await page.getByTestId('instance-menu').click();
  await page.getByRole('menuitem', { name: wordsIn(language).cluster.actions.restart }).waitFor();
  await picture('menu');
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  assert.equal(isWide, false, 'the page does not scroll sideways');
}

/** By keyboard alone: the value under the cursor is said, on every chart; newer data leaves the cursor at its moment. */
async function walkAlongChart(page: Page) {
  const chart = page.locator('.line-plot').first();
  await chart.locator('canvas').waitFor();
  await chart.focus();
  const place = async () => Number(await chart.getAttribute('aria-valuenow'));
  // Newer data may come between two keys, and then the first point is another one.
  await until('the cursor walks', async () => {
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    return (await place()) === 2 ? true : undefined;
  });
  await page.keyboard.press('End');
  for (let back = 0; back < 20; back += 1) await page.keyboard.press('ArrowLeft');
  const moment = page.locator('.line-moment').first();
  const [from, at] = [await place(), await moment.textContent()];
  await until('newer data', async () => ((await place()) < from ? true : undefined));
  await becomes(() => moment.textContent(), at, 'the moment stays');
  await until('every chart’s cursor goes along', () =>
    page.locator('.line-plot').evaluateAll((plots) => {
      const places = plots.map((plot) => plot.getAttribute('aria-valuenow'));
      return places.length > 1 && places.every((each) => each === places[0]) ? true : undefined;
    }),
  );
}
