import { addFreeze, removeFreeze } from '@myriad/contract';
import { becomes } from '../becomes.ts';
import { openDialog, requestCluster, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const hour = 3_600_000;

/** In a change freeze an approval begins after it; whoever may not override it is told why, whoever may has to say why. */
export async function tellApproveInFreeze(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) {
  const { ticket: words } = wordsIn('zh-CN');
  const now = Date.now();
  const { id } = await own.asAdministrator.call(addFreeze, {
    body: { name: '双十一封网', reason: '大促期间不做变更', fromAt: now - hour, untilAt: now + 24 * hour },
  });
  // Also when the story fails: the next ones are told outside the freeze.
  await using _ = {
    [Symbol.asyncDispose]: async () =>
      void (await own.asAdministrator.call(removeFreeze, { params: { freezeId: id } })),
  };
  const asker = await browser.person('zh-CN');
  await signIn(asker, platform.url, platform.requester, 'zh-CN');
  const number = await requestCluster(asker, { name: 'fengwang', replicas: 0, port: 24_993 }, 'zh-CN');

  const administrator = await browser.person('zh-CN');
  await signIn(administrator, platform.url, own.administrator, 'zh-CN');
  await administrator.goto(`${platform.url}/tickets/${number}`);
  await administrator.getByTestId('approve').click();
  const asked = await openDialog(administrator);
  await asked.getByRole('radio', { name: words.freeze.override }).check();
  const typed = asked.getByTestId('type-to-confirm');
  if ((await typed.count()) > 0) await typed.fill(number);
  await becomes(() => asked.locator('.ant-btn-primary').isDisabled(), true, 'an override has a reason');

  const approver = await browser.person('zh-CN');
  await signIn(approver, platform.url, platform.approver, 'zh-CN');
  await approver.goto(`${platform.url}/tickets/${number}`);
  await approver.getByTestId('approve').click();
  const dialog = await openDialog(approver);
  await dialog.getByText(/双十一封网/).waitFor();
  await becomes(() => dialog.getByRole('radio', { name: words.freeze.override }).isDisabled(), true);
  await browser.look(approver, 'approve-in-freeze');
  const confirm = dialog.getByTestId('type-to-confirm');
  if ((await confirm.count()) > 0) await confirm.fill(number);
  await dialog.locator('.ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
  const held = words.freeze.held.split('{{until}}')[0] ?? '';
  await approver.getByText(held).waitFor();
  await browser.look(approver, 'ticket-held');

  await asker.getByText(held).waitFor();
  await asker.getByRole('button', { name: words.withdraw }).click();
  await (await openDialog(asker)).getByRole('button', { name: words.withdraw }).click();
  await asker.locator('h1 ~ .state[data-state="withdrawn"]').waitFor();
}
