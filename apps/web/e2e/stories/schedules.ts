import assert from 'node:assert/strict';
import { addSchedule, listHosts } from '@myriad/contract';
import { openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** A schedule is held back and let go again; a change freeze strikes its times out, and is lifted. */
export async function tellSchedules(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const { items } = await own.asAdministrator.call(listHosts, { query: { limit: 1 } });
  await own.asAdministrator.call(addSchedule, {
    body: {
      name: '每晚主机检查',
      cron: '0 2 * * *',
      timeZone: 'Asia/Shanghai',
      taskKind: 'hosts.check',
      taskInput: { hostIds: items.map(({ id }) => id) },
    },
  });
  const { frame, schedule: words } = wordsIn('zh-CN');
  const page = await browser.person('zh-CN');
  await signIn(page, platform.url, platform.approver, 'zh-CN');
  await page.getByRole('link', { name: frame.nav.schedules, exact: true }).click();
  await page.getByText('每晚主机检查').waitFor();
  await page.getByRole('button', { name: words.pause, exact: true }).click();
  await page.getByText(words.nextNone).waitFor();
  await page.getByRole('button', { name: words.resume, exact: true }).click();
  await page.getByText(words.nextNone).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: words.freezeAdd }).click();
  const dialog = await openDialog(page);
  await dialog.locator('#name').fill('年终封网');
  await dialog.locator('#reason').fill('年终结算');
  await dialog.locator('#from').fill(localMinute(-1));
  await dialog.locator('#until').fill(localMinute(5 * 24 * 60));
  await dialog.getByRole('button', { name: words.freezeAdd }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(words.inForce, { exact: true }).waitFor();
  await page.locator('s').first().waitFor();
  await browser.look(page, 'schedules');
  assert.ok((await page.locator('s').count()) > 1, 'times in the freeze are struck out');
}

/** So many minutes from now, as a person in Shanghai types it. */
const localMinute = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16);
