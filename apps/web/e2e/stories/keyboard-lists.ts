import assert from 'node:assert/strict';
import { type HostView, listHosts } from '@myriad/contract';
import type { Page } from 'playwright-core';
import { openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';
import { watchPage } from '../pages/settled-page.ts';

/** Rows open by Enter, filters stay in the address and behind the back button, dialogs give the focus back. */
export async function tellKeyboardLists(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const page = await browser.person('en');
  await signIn(page, platform.url, own.administrator, 'en');
  const host = (await own.asAdministrator.call(listHosts, { query: { limit: 1 } })).items[0];
  assert.ok(host);
  await openRow(page, platform.url, host.name);
  await keepFilter(page, platform.url, host);
  await closeDialog(page, platform.url);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** By arrows from row to row, by Enter to its details, by Escape back to the row. */
async function openRow(page: Page, url: string, host: string): Promise<void> {
  await page.goto(`${url}/fleet/host`);
  await page.getByRole('row').filter({ hasText: host }).first().waitFor();
  await page.locator('.ant-table-row').first().focus();
  for (let rows = await page.locator('.ant-table-row').count(); rows > 0; rows -= 1) {
    if ((await focused(page)).includes(host)) break;
    await page.keyboard.press('ArrowDown');
  }
  assert.match(await focused(page), new RegExp(host));
  await page.keyboard.press('Enter');
  const drawer = await openDialog(page);
  await drawer.getByText(host, { exact: true }).first().waitFor();
  // The keyboard follows once it has slid in; whoever presses Escape before that speaks to the row.
  await page.locator('.ant-drawer:focus-within').waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** A filter chosen stands in the address; what is opened from the list leads back to the same list. */
async function keepFilter(page: Page, url: string, { name, poolState }: HostView): Promise<void> {
  const word = wordsIn('en').state.pool[poolState];
  const { open } = watchPage(page);
  await open(() => page.goto(`${url}/hosts`));
  await page.locator('button[aria-pressed="false"]').filter({ hasText: word }).focus();
  await open(() => page.keyboard.press('Enter'));
  await page.waitForURL(new RegExp(`\\?.*${poolState}`));
  await page.getByRole('link', { name, exact: true }).focus();
  await open(() => page.keyboard.press('Enter'));
  await page.waitForURL(/\/hosts\/[^?]+$/);
  await open(() => page.goBack());
  await page.waitForURL(new RegExp(`/hosts\\?.*${poolState}`));
  await page.locator('button[aria-pressed="true"]').filter({ hasText: word }).waitFor();
}

/** Opened by Enter and sent by Enter; after Escape the keyboard stands on the button it was opened by. */
async function closeDialog(page: Page, url: string): Promise<void> {
  const { administration, frame } = wordsIn('en');
  await page.goto(`${url}/administration`);
  const add = page.getByRole('button', { name: administration.user.add });
  await add.focus();
  await page.keyboard.press('Enter');
  const dialog = await openDialog(page);
  await dialog.locator('#name:focus').waitFor();
  await page.keyboard.press('Enter');
  await dialog.locator('.ant-form-item-explain-error').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('button:focus').filter({ hasText: administration.user.add }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: frame.search.hint }).and(page.locator(':focus')).waitFor();
}
