import assert from 'node:assert/strict';
import { signIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { FleetPlatform } from '../open-fleet.ts';
import { openPerson } from './open-person.ts';

/** Thousands of rows are read page by page as one scrolls, and only those in view are drawn. */
export async function tellScroll(browser: StoryBrowser, { url, operator }: FleetPlatform, instances: number) {
  const page = await openPerson(browser, 'en');
  await signIn(page, url, operator, 'en');
  await page.goto(`${url}/fleet/instance`);
  const list = page.locator('.ant-table-tbody-virtual-holder');
  await list.waitFor();
  const last = `db-${String(instances - 1).padStart(5, '0')}:3306`;
  const lastRow = page.getByRole('link', { name: last, exact: true });
  const read = async () => Number((await page.getByTestId('count').textContent())?.replaceAll(/\D+of.*$|\D/g, '') ?? 0);
  await list.hover();
  for (let before = 0, still = 0; (await lastRow.count()) === 0; ) {
    await page.mouse.wheel(0, 40_000);
    await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
    const now = await read();
    still = now === before ? still + 1 : 0;
    before = now;
    assert.ok(still < 400, `the list stands at ${now} of ${instances}`);
  }
  const drawn = await page.locator('.ant-table-row').count();
  assert.ok(drawn > 5 && drawn < 120, `${drawn} rows are drawn of ${instances}`);
  await browser.look(page, 'fleet-scrolled');
}
