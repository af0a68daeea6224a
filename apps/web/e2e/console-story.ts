import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { en } from '../src/shared/words/en.ts';
import { zhCN } from '../src/shared/words/zh-CN.ts';
import { becomes } from './becomes.ts';
import type { SignIn } from './open-platform.ts';

export type StoryLanguage = 'zh-CN' | 'en';
/** Stories click what people read, in the language they read. */
export const wordsIn = (language: StoryLanguage) => (language === 'zh-CN' ? zhCN : en);

export interface WantedCluster {
  readonly name: string;
  readonly replicas: number;
  readonly port: number;
  /** Chosen one by one, also from hosts that carry something already; else the platform chooses from the free ones. */
  readonly hostsByHand?: true;
}

export async function signIn(page: Page, url: string, person: SignIn, language: StoryLanguage): Promise<void> {
  const words = wordsIn(language);
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(words.frame.signIn.name, { exact: true }).fill(person.name);
  await page.getByLabel(words.frame.signIn.password, { exact: true }).fill(person.password);
  await page.getByRole('button', { name: words.frame.signIn.go }).click();
  await page.getByRole('heading', { name: words.frame.home.title }).waitFor();
}

/** Goes there by the navigation, and waits until it is drawn: the address changes before the page does. */
export async function goTo(page: Page, name: string): Promise<void> {
  const left = await page.locator('h1').first().textContent();
  await page.locator('.side nav').getByRole('link', { name, exact: true }).click();
  await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, left);
}

/** Goes to a part of the page by its tab, and waits until that part is drawn. */
export async function openPart(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
}

/** Fills in the form, looks at the plan, submits; gives the ticket's number. */
export async function requestCluster(page: Page, wanted: WantedCluster, language: StoryLanguage): Promise<string> {
  const words = wordsIn(language);
  await goTo(page, words.frame.nav.tickets);
  await page.getByRole('link', { name: words.ticket.new }).first().click();
  await page.locator('a[href$="resource.new-cluster"]').click();
  await page.locator('#name').fill(wanted.name);
  await page.locator('#port').fill(String(wanted.port));
  await page.locator('#memoryMib').fill('512');
  if (wanted.replicas === 0) await page.getByRole('radio', { name: words.newCluster.single }).check();
  else await page.locator('#replicas').fill(String(wanted.replicas));
  if (wanted.hostsByHand) {
    await page.getByRole('radio', { name: words.newCluster.chosen }).check();
    for (let at = 0; at <= wanted.replicas; at += 1) await page.locator('.host-card:enabled').nth(at).click();
  }
  await choosePackage(page);
  await page
    .getByTestId('reason')
    .fill(language === 'zh-CN' ? '订单服务需要独立的数据库。' : 'The order service needs a database of its own.');
  await page.getByTestId('preview').click();
  await page
    .getByRole('heading', { name: words.plan.title, exact: true })
    .or(page.getByRole('alert'))
    .first()
    .waitFor();
  const refusals = await page.locator('[role="alert"], .ant-form-item-explain-error').allTextContents();
  assert.deepEqual(refusals, [], 'the form is refused');
  await page.getByTestId('submit').click();
  await page.waitForURL(/\/tickets\/[A-Z]-\d+$/);
  return page.url().replace(/^.*\//, '');
}

/** With one package in the library it is chosen already. */
export async function choosePackage(page: Page): Promise<void> {
  const select = page.locator('#packageId');
  await select.waitFor();
  const chosen = page.locator('.ant-select', { has: select }).getByText('MySQL');
  if ((await chosen.count()) > 0) return;
  await select.click();
  await page.locator('.ant-select-item-option').filter({ hasText: 'MySQL' }).first().click();
}

/** The dialog that has just been opened. */
export async function openDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Reads the plan and approves it; types the number where something in it cannot be undone. */
export async function approveTicket(page: Page, url: string, number: string): Promise<void> {
  await page.goto(`${url}/tickets/${number}`);
  await page.getByTestId('approve').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const typed = dialog.getByTestId('type-to-confirm');
  if ((await typed.count()) > 0) await typed.fill(number);
  await dialog.locator('.ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Watches until the ticket is over, and fails with what the page says when it did not end well. */
export async function watchUntilDone(page: Page, minutes: number): Promise<void> {
  const ended = page.locator('h1 ~ .state:is([data-state="done"], [data-state="failed"], [data-state="cancelled"])');
  const stopped = page.locator('[data-step][data-state="failed"]');
  await ended
    .or(stopped)
    .first()
    .waitFor({ timeout: minutes * 60_000 });
  const state = await page.locator('h1 ~ .state').first().getAttribute('data-state');
  if (state !== 'done') assert.fail(`the ticket is ${state}: ${await page.locator('main').ariaSnapshot()}`);
}

/** Opens the cluster's page; gives the names of the instances that are drawn as the writer. */
export async function lookAtTopology(page: Page, wanted: WantedCluster, language: StoryLanguage): Promise<void> {
  const words = wordsIn(language);
  await goTo(page, words.frame.nav.clusters);
  await page.getByRole('link', { name: wanted.name, exact: true }).click();
  await page.getByRole('heading', { name: words.cluster.graph }).waitFor();
  await page.getByTestId('writer').waitFor();
  await becomes(() => page.getByTestId('writer').count(), 1, 'one writer');
  const running = page.getByText(`${words.cluster.receiver} ${words.cluster.thread.running}`);
  if (wanted.replicas > 0) await running.nth(wanted.replicas - 1).waitFor();
  await becomes(() => running.count(), wanted.replicas, 'every replica receives');
}
