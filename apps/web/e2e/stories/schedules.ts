import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { goTo, openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const { frame, schedule: words } = wordsIn('zh-CN');

/**
 * A schedule is added with its next times in view and refusals beside its fields, changed, held back and let go again; a
 * change freeze strikes its times out. Who may not do any of it is told why.
 */
export async function tellSchedules(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const page = await browser.person('zh-CN');
  await signIn(page, platform.url, platform.approver, 'zh-CN');
  await goTo(page, frame.nav.schedules);
  await addSchedule(browser, page, own.hosts[0]?.name ?? '');
  const row = page.getByRole('row').filter({ hasText: '每晚主机检查' });
  await row.getByText('0 2 * * *', { exact: true }).waitFor();

  await row.getByRole('button', { name: words.change, exact: true }).click();
  const change = await openDialog(page);
  await change.locator('#cron').fill('30 2 * * *');
  await change.getByText(/02:30/).nth(4).waitFor();
  await browser.look(page, 'schedule-change');
  await change.getByRole('button', { name: words.changeGo }).click();
  await change.waitFor({ state: 'hidden' });
  await row.getByText('30 2 * * *', { exact: true }).waitFor();

  await row.getByRole('button', { name: words.pause, exact: true }).click();
  await row.getByText(words.nextNone).waitFor();
  await row.getByRole('button', { name: words.resume, exact: true }).click();
  await row.getByText(words.nextNone).waitFor({ state: 'detached' });

  await addFreeze(browser, page);
  await page.locator('s').nth(1).waitFor();
  await browser.look(page, 'schedules');

  await lookAtCalendar(browser, page, platform);

  const requester = await browser.person('zh-CN');
  await signIn(requester, platform.url, platform.requester, 'zh-CN');
  await requester.goto(`${platform.url}/schedules`);
  await requester.getByText('每晚主机检查').waitFor();
  const add = requester.getByRole('button', { name: words.add, exact: true, disabled: true });
  assert.match((await add.getAttribute('aria-description')) ?? '', /DBA/);
}

async function addSchedule(browser: StoryBrowser, page: Page, host: string): Promise<void> {
  await page.getByRole('button', { name: words.add, exact: true }).first().click();
  const dialog = await openDialog(page);
  await dialog.locator('#name').fill('每晚主机检查');
  await dialog.locator('#taskKind').click();
  await page.locator('.ant-select-item-option:visible').filter({ hasText: words.kinds.hostsCheck }).first().click();
  await dialog.locator('#cron').fill('0 2 30 2 *');
  await choose(page, dialog.locator('#timeZone'), 'Asia/Shanghai');
  await dialog.getByRole('region', { name: words.next }).getByText('Asia/Shanghai').waitFor();
  await choose(page, dialog.locator('#taskInput_hostIds'), host);
  await page.keyboard.press('Escape');
  const go = dialog.getByRole('button', { name: words.addGo });
  await go.click();
  const cronFault = faultOf(dialog, '#cron');
  await cronFault.first().waitFor();
  await browser.look(page, 'schedule-refused');

  await dialog.locator('#cron').fill('0 2 * * *');
  await cronFault.first().waitFor({ state: 'detached' });
  await dialog.getByRole('switch', { name: words.hasWindow }).click();
  await dialog.locator('#window_from').fill('03:00');
  await dialog.locator('#window_to').fill('03:00');
  await go.click();
  await faultOf(dialog, '#window_to').first().waitFor();
  await dialog.locator('#window_from').fill('01:00');
  await dialog.getByText(/02:00/).nth(4).waitFor();
  await becomes(() => dialog.locator('.next-times s').count(), 0, 'two o’clock lies in the window');
  await browser.look(page, 'schedule-add');
  await go.click();
  await dialog.waitFor({ state: 'hidden' });
}

async function addFreeze(browser: StoryBrowser, page: Page): Promise<void> {
  await page.getByRole('button', { name: words.freezeAdd }).click();
  const dialog = await openDialog(page);
  const go = dialog.getByRole('button', { name: words.freezeAdd });
  await dialog.locator('#name').fill('年终封网');
  await dialog.locator('#reason').fill('年终结算');
  await dialog.locator('#from').fill(localMinute(-1));
  await dialog.locator('#until').fill(localMinute(-2));
  await go.click();
  const untilFault = faultOf(dialog, '#until');
  await untilFault.first().waitFor();
  await dialog.getByRole('radio', { name: words.scopes.schedules }).check();
  await dialog.locator('#until').fill(localMinute(5 * 24 * 60));
  await go.click();
  await faultOf(dialog, '#scheduleIds').first().waitFor();
  await choose(page, dialog.locator('#scheduleIds'), '每晚主机检查');
  await browser.look(page, 'freeze-add');
  await page.keyboard.press('Escape');
  await go.click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(words.inForce, { exact: true }).waitFor();
}

/** The freeze strikes tomorrow's time out; the days are walked by keyboard, and the address leads back to the same day. */
async function lookAtCalendar(browser: StoryBrowser, page: Page, platform: StoryPlatform): Promise<void> {
  const { calendar } = words;
  await page.locator('.ant-segmented-item').filter({ hasText: calendar.title }).click();
  await page.getByTestId('agenda').getByText('年终封网').first().waitFor();
  await page.locator('.cal-lane .cal-freeze').nth(1).waitFor();
  await page.locator('.cal-heads [aria-pressed="true"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByTestId('agenda').getByText('02:30').waitFor();
  await page.getByText(calendar.kinds['struck-out']).nth(1).waitFor();
  await page.waitForURL(/view=calendar.*week=\d{4}-W\d\d.*day=\d{4}-\d\d-\d\d/);
  await browser.look(page, 'calendar-week');
  await page.locator('.ant-segmented-item').getByText(calendar.month, { exact: true }).click();
  await page.locator('.cal-heads button').nth(27).waitFor();
  await browser.look(page, 'calendar-month');
  const address = page.url();
  for (const look of [{ isDark: true }, { isPhone: true }] as const) {
    const other = await browser.person('en', look);
    await signIn(other, platform.url, platform.approver, 'en');
    await other.goto(address);
    await other.getByTestId('agenda').getByText('02:30').waitFor();
    await browser.look(other, `calendar-${'isDark' in look ? 'dark' : 'phone'}`);
    const wide = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  }
}

/** What stands below a field because it is refused. */
const faultOf = (dialog: Locator, field: string): Locator =>
  dialog.locator('.ant-form-item', { has: dialog.page().locator(field) }).locator('.ant-form-item-explain-error');

/** Types into a list of things and takes the one of that name. */
async function choose(page: Page, select: Locator, name: string): Promise<void> {
  await select.fill(name);
  await page.locator('.ant-select-item-option:visible').filter({ hasText: name }).first().click();
}

/** So many minutes from now, as a person in Shanghai types it. */
const localMinute = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 16);
