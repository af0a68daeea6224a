import assert from 'node:assert/strict';
import { changeHost, checkHost, listHosts, previewTicket, replanTicket } from '@myriad/contract';
import type { Page } from 'playwright-core';
import { becomes, until } from '../becomes.ts';
import { choosePackage, openDialog, requestCluster, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** Holds what a page asks for back until it is let go of. */
async function holdBack(page: Page, isHeld: (url: URL) => boolean): Promise<() => Promise<void>> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(isHeld, async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    // Waits for those let go of; what is asked for from now on is not held any more.
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/**
 * What is wrong with a form stands beside its fields, all at once, and is gone when it is right; a plan that comes after its
 * form was changed is not submitted.
 */
export async function tellRefusedForm(browser: StoryBrowser, platform: StoryPlatform) {
  const { newCluster, plan, ticket } = wordsIn('zh-CN');
  const page = await browser.person('zh-CN');
  await signIn(page, platform.url, platform.requester, 'zh-CN');
  await page.goto(`${platform.url}/tickets/new/resource.new-cluster`);
  await page.locator('#name').fill('Bad Name');
  await page.locator('#replicas').fill('7');
  await page.locator('#fixed_timeZone').fill('Mars');
  await choosePackage(page);
  await page.getByTestId('preview').click();
  const nameFault = page
    .locator('.ant-form-item', { has: page.locator('#name') })
    .locator('.ant-form-item-explain-error');
  await nameFault.first().waitFor();
  await page
    .locator('.ant-form-item', { has: page.locator('#fixed_timeZone') })
    .locator('.ant-form-item-explain-error')
    .waitFor();
  await browser.look(page, 'form-refused');
  await page.locator('#name').fill('good-name');
  await page.locator('#fixed_timeZone').fill('+08:00');
  const answered = page.waitForResponse((answer) => answer.url().endsWith(previewTicket.path));
  await page.getByTestId('preview').click();
  await answered;
  // While it waits for an answer it takes no other press.
  await page.locator('[data-testid="preview"]:not(.ant-btn-loading)').waitFor();
  await nameFault.waitFor({ state: 'detached' });
  await becomes(() => page.getByTestId('submit').isDisabled(), true, 'too few hosts: nothing to submit');
  await browser.look(page, 'form-too-few-hosts');

  await page.getByRole('radio', { name: newCluster.single }).check();
  const release = await holdBack(page, (url) => url.pathname === previewTicket.path);
  await page.getByTestId('preview').click();
  await page.locator('#name').fill('better-name');
  await release();
  await page.getByRole('heading', { name: plan.title, exact: true }).waitFor();
  await page.getByText(ticket.stale).waitFor();
  await becomes(() => page.getByTestId('submit').isDisabled(), true, 'the plan is of what stood there before');
  await page.getByTestId('preview').click();
  await becomes(() => page.getByTestId('submit').isDisabled(), false);
}

/** The requester takes a ticket back; the approver refuses another, and has to say why. */
export async function tellWithdrawAndReject(browser: StoryBrowser, platform: StoryPlatform) {
  const words = wordsIn('zh-CN');
  const { ticket } = words;
  const asker = await browser.person('zh-CN');
  await signIn(asker, platform.url, platform.requester, 'zh-CN');
  await requestCluster(asker, { name: 'chehui', replicas: 0, port: 24_990 }, 'zh-CN');
  await asker.getByRole('button', { name: ticket.withdraw }).click();
  const own = await openDialog(asker);
  await browser.look(asker, 'withdraw');
  await own.getByRole('button', { name: ticket.withdraw }).click();
  await asker.locator('h1 ~ .state[data-state="withdrawn"]').waitFor();
  await asker.getByTestId('approve').waitFor({ state: 'detached' });

  const number = await requestCluster(asker, { name: 'bohui', replicas: 0, port: 24_991 }, 'zh-CN');
  const approver = await browser.person('zh-CN', { isDark: true });
  await signIn(approver, platform.url, platform.approver, 'zh-CN');
  await approver.getByRole('link', { name: number }).first().click();
  await approver.getByRole('button', { name: ticket.reject }).click();
  const dialog = await openDialog(approver);
  const reject = dialog.getByRole('button', { name: ticket.reject });
  await becomes(() => reject.isDisabled(), true, 'a rejection says why');
  await dialog.locator('textarea').fill('请改用已有的集群。');
  await browser.look(approver, 'reject');
  await reject.click();
  await approver.locator('h1 ~ .state[data-state="rejected"]').waitFor();
  await asker.getByText('请改用已有的集群。').waitFor();
  await browser.look(asker, 'rejected');
}

/** The host that was planned goes out of service: the plan is made anew, and approving what was read before is refused. */
export async function tellPlanChanged(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const { ticket } = wordsIn('en');
  const asker = await browser.person('en');
  await signIn(asker, platform.url, platform.requester, 'en');
  const number = await requestCluster(asker, { name: 'moving', replicas: 0, port: 24_992 }, 'en');
  const approver = await browser.person('en');
  await signIn(approver, platform.url, platform.approver, 'en');
  await approver.goto(`${platform.url}/tickets/${number}`);
  await approver.getByTestId('approve').click();
  const dialog = await openDialog(approver);

  const { items } = await own.asAdministrator.call(listHosts, { query: { limit: 10 } });
  const planned = await until('a host of the pool is planned', async () => {
    const whole = await approver.locator('main').textContent();
    return items.find(({ name }) => whole?.includes(name));
  });
  // What the page asks for on its own is held back, so that it is the platform that notices.
  const isTicket = (url: URL) => url.pathname.startsWith('/api/tickets/') && !url.pathname.endsWith('/approval');
  const release = await holdBack(approver, isTicket);
  await own.asAdministrator.call(changeHost, { params: { hostId: planned.id }, body: { outOfService: true } });
  await own.asRequester.call(replanTicket, { params: { ticketId: number } });

  const typed = dialog.getByTestId('type-to-confirm');
  if ((await typed.count()) > 0) await typed.fill(number);
  const refused = approver.waitForResponse((response) => response.url().endsWith('/approval'));
  await dialog.locator('.ant-btn-primary').click();
  assert.equal((await refused).status(), 409);
  await release();
  await approver.getByRole('alert').filter({ hasText: ticket.planChanged }).waitFor();
  await browser.look(approver, 'plan-changed');
  await approver.getByRole('button', { name: ticket.planRead }).click();
  await approver.getByText(ticket.planChanged).waitFor({ state: 'detached' });

  await asker.getByRole('button', { name: ticket.replan }).click();
  await asker.getByText(ticket.planChanged).waitFor();
  await asker.getByRole('button', { name: ticket.withdraw }).click();
  await (await openDialog(asker)).getByRole('button', { name: ticket.withdraw }).click();
  await asker.locator('h1 ~ .state[data-state="withdrawn"]').waitFor();
  await own.asAdministrator.call(changeHost, { params: { hostId: planned.id }, body: { outOfService: false } });
  await own.asAdministrator.call(checkHost, { params: { hostId: planned.id }, body: {} });
}
