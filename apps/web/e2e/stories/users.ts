import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { becomes } from '../becomes.ts';
import { openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const { administration: words, frame } = wordsIn('zh-CN');
const name = 'wangwu';

/**
 * A user is added, given another role and another password that is shown once, signed out, shut out and let in again; the
 * only administrator cannot be shut out, and the reason is there. A token works until it is revoked.
 */
export async function tellUsers(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const page = await browser.person('zh-CN');
  await signIn(page, platform.url, own.administrator, 'zh-CN');
  await page.goto(`${platform.url}/administration/users`);
  await page.getByRole('button', { name: words.user.add }).click();
  const adding = await openDialog(page);
  await adding.locator('#name').fill(own.administrator.name);
  await adding.locator('#password').fill('a long enough one 7');
  const go = adding.getByRole('button', { name: frame.act.add, exact: true });
  await go.click();
  await adding.locator('.ant-form-item-explain-error').first().waitFor();
  await adding.locator('#name').fill(name);
  await go.click();
  await adding.waitFor({ state: 'hidden' });

  const roles = await ask(page, name, words.act.roles);
  await roles.getByRole('checkbox', { name: frame.account.roles.dba }).check();
  await browser.look(page, 'user-roles');
  await roles.getByRole('button', { name: frame.act.save, exact: true }).click();
  await roles.waitFor({ state: 'hidden' });
  await rowOf(page, name).getByText('DBA').waitFor();

  const reset = await ask(page, name, words.act.password);
  await reset.getByRole('button', { name: words.act.password, exact: true }).click();
  const password = (await reset.getByTestId('password').textContent())?.trim() ?? '';
  await browser.look(page, 'user-password');
  await reset.getByRole('button', { name: words.user.done, exact: true }).click();
  await reset.waitFor({ state: 'hidden' });

  const other = await browser.person('zh-CN');
  await signIn(other, platform.url, { name, password }, 'zh-CN');
  await makeAndRevokeToken(browser, other, platform.url);

  const sessions = await ask(page, name, words.act.sessions);
  await sessions.getByRole('button', { name: words.act.sessions, exact: true }).click();
  await sessions.waitFor({ state: 'hidden' });
  await other.goto(`${platform.url}/tickets`);
  await other.getByRole('heading', { name: frame.signIn.title }).waitFor();

  const disable = await ask(page, name, words.act.disable);
  await disable.getByRole('button', { name: words.act.disable, exact: true }).click();
  await disable.waitFor({ state: 'hidden' });
  await rowOf(page, name).getByText(words.user.disabled).waitFor();
  await other.goto(`${platform.url}/sign-in`);
  await other.getByLabel(frame.signIn.name, { exact: true }).fill(name);
  await other.getByLabel(frame.signIn.password, { exact: true }).fill(password);
  await other.getByRole('button', { name: frame.signIn.go }).click();
  await other.getByRole('alert').waitFor();
  const enable = await ask(page, name, words.act.enable);
  await enable.getByRole('button', { name: words.act.enable, exact: true }).click();
  await enable.waitFor({ state: 'hidden' });
  await rowOf(page, name).getByText(words.user.active).waitFor();

  await openActs(page, own.administrator.name);
  const item = page.getByRole('menuitem', { name: words.act.disable });
  await becomes(() => item.getAttribute('aria-disabled'), 'true', 'the only administrator stays');
  await item.getByText(own.administrator.name).waitFor();
  await browser.look(page, 'users');
}

async function makeAndRevokeToken(browser: StoryBrowser, page: Page, url: string): Promise<void> {
  await page.goto(`${url}/administration/tokens`);
  await page.getByRole('button', { name: words.token.add, exact: true }).click();
  const dialog = await openDialog(page);
  await dialog.locator('input:not([type="radio"])').fill('发布流水线');
  await dialog.getByRole('button', { name: words.token.add, exact: true }).click();
  await dialog.getByText(words.token.secretOnce).waitFor();
  const secret = (await dialog.locator('.mono').textContent())?.trim() ?? '';
  const me = async () => (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${secret}` } })).status;
  assert.equal(await me(), 200);
  await browser.look(page, 'token-once');
  await dialog.locator('.ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
  const row = page.getByRole('row').filter({ hasText: '发布流水线' });
  await row.getByRole('button', { name: words.token.revoke }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: words.token.revoke }).click();
  await row.waitFor({ state: 'detached' });
  await becomes(me, 401);
}

const rowOf = (page: Page, user: string): Locator =>
  page.getByRole('row').filter({ has: page.getByText(user, { exact: true }) });

async function openActs(page: Page, user: string): Promise<void> {
  await page.getByRole('button', { name: words.user.actsOf.replace('{{name}}', user) }).click();
}

/** Opens what can be done with a user, and asks for one of it; gives the dialog. */
async function ask(page: Page, user: string, act: string): Promise<Locator> {
  await openActs(page, user);
  await page.getByRole('menuitem', { name: act }).click();
  return openDialog(page);
}
