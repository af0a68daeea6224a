import { becomes } from '../becomes.ts';
import { goTo, openDialog, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { StoryPlatform } from '../open-platform.ts';

/** Maintenance is begun with a reason, seen by everybody, and ended; stopping a live primary is refused with the reason. */
export async function tellMaintenance(browser: StoryBrowser, platform: StoryPlatform, clusterName: string) {
  const words = wordsIn('zh-CN');
  const page = await browser.person('zh-CN');
  await signIn(page, platform.url, platform.approver, 'zh-CN');
  await goTo(page, words.frame.nav.clusters);
  await page.getByRole('link', { name: clusterName, exact: true }).click();
  await page.getByRole('button', { name: words.maintenance.begin }).click();
  const dialog = await openDialog(page);
  const begin = dialog.getByRole('button', { name: words.maintenance.begin });
  await becomes(() => begin.isDisabled(), true, 'maintenance has a reason');
  await dialog.locator('input:not([type="radio"])').fill('更换磁盘');
  await browser.look(page, 'maintenance-begin');
  await begin.click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('alert').filter({ hasText: '更换磁盘' }).waitFor();
  await browser.look(page, 'maintenance-on');
  await page.getByRole('button', { name: words.maintenance.end }).click();
  await (await openDialog(page)).getByRole('button', { name: words.maintenance.end }).click();
  await page.getByRole('alert').filter({ hasText: '更换磁盘' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: words.cluster.actions.stop, exact: true }).click();
  await page.getByRole('heading', { name: words.ticket.form }).waitFor();
  await page.getByText(clusterName, { exact: true }).waitFor();
  await page.getByTestId('preview').click();
  await page
    .getByRole('heading', { name: words.plan.title, exact: true })
    .or(page.getByRole('alert'))
    .first()
    .waitFor();
  await browser.look(page, 'stop-preview');
}
