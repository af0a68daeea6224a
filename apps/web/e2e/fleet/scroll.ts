import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { openPerson, patienceMs } from './open-person.ts';

/** Of the whole page: frame, heads, filters, and the rows in view. */
const mostElements = 6_000;

/**
 * Thousands of rows are read page by page as one scrolls, and only those in view are drawn; what a filter leaves of them is
 * taken away whole, drawn or not.
 */
export async function tellScroll(browser: StoryBrowser, { url, operator }: FleetPlatform, instances: number) {
  const page = await openPerson(browser, 'en');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, url, operator, 'en');
  await page.goto(`${url}/fleet/instance`);
  const list = page.locator('.ant-table-tbody-virtual-holder');
  await list.waitFor();
  const last = `db-${String(instances - 1).padStart(5, '0')}:3306`;
  const lastRow = page.getByRole('link', { name: last, exact: true });
  const read = async () => Number((await page.getByTestId('count').textContent())?.replaceAll(/\D+of.*$|\D/g, '') ?? 0);
  await list.hover();
  for (let before = 0, grewAt = performance.now(); (await lastRow.count()) === 0; ) {
    await page.mouse.wheel(0, 40_000);
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
    const now = await read();
    if (now !== before) grewAt = performance.now();
    before = now;
    assert.ok(performance.now() - grewAt < patienceMs, `the list stands at ${now} of ${instances}`);
  }
  await drawsFew(page, instances);
  await browser.look(page, 'fleet-scrolled');
  await copyFiltered(page, instances);

  await page.goto(`${url}/clusters`);
  await list.waitFor();
  await drawsFew(page, instances);
  await browser.look(page, 'clusters');
  await page.goto(`${url}/hosts`);
  await page
    .getByRole('region', { name: wordsIn('en').capacity.title })
    .locator('.capacity-zone')
    .first()
    .waitFor();
  await list.waitFor();
  await drawsFew(page, instances);
  await browser.look(page, 'hosts');
  await page.goto(`${url}/standards`);
  await page.getByText(wordsIn('en').standard.notJudged, { exact: true }).first().waitFor();
  await browser.look(page, 'standards-not-judged');
}

async function drawsFew(page: Page, instances: number): Promise<void> {
  await page.locator('.ant-table-row').nth(5).waitFor();
  const drawn = await page.locator('.ant-table-row').count();
  assert.ok(drawn > 5 && drawn < 120, `${drawn} rows are drawn of ${instances}`);
  const elements = await page.locator('*').count();
  assert.ok(elements < mostElements, `${elements} elements stand in the page`);
}

/** A third of them, more than were ever fetched under this filter. */
async function copyFiltered(page: Page, instances: number): Promise<void> {
  const { extract } = wordsIn('en');
  await page.getByTestId('filter').fill('role = "primary"');
  await page.keyboard.press('Enter');
  // Thousands stand apart by a thin space.
  const primaries = await page.waitForFunction((all) => {
    const told = document.querySelector('[data-testid="count"]')?.textContent ?? '';
    const total = Number(/of (\d[\d\s]*) read/.exec(told)?.[1]?.replaceAll(/\s/g, ''));
    return total > 0 && total < all ? total : false;
  }, instances);
  const count = Number(await primaries.jsonValue());
  assert.ok(count > instances / 4, `${count} are primaries`);
  await page.getByTestId('extract').click();
  await page.getByRole('menuitem', { name: extract.copy.replace('{{format}}', 'CSV') }).click();
  await page.getByText(extract.copied_other.replace('{{count}}', String(count))).waitFor();
  const [head, ...rows] = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split(/\r?\n/);
  assert.equal(rows.length, count);
  const role = head?.split(',').indexOf('role') ?? -1;
  assert.ok(role >= 0, head);
  for (const row of rows) assert.equal(row.split(',')[role], 'primary', row);
}
