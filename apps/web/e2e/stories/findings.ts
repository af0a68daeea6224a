import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { changeLabels, getInstance, listClusters } from '@myriad/contract';
import { goTo, openDialog, type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

const code = 'RECORD_VERSION_DIFFERS';

/** The record of a replica becomes wrong, as if its server had been upgraded past the platform; gives what is really there. */
async function makeRecordWrong({ asAdministrator, storeFile }: OwnPlatform, cluster: string, story: string) {
  const { items } = await asAdministrator.call(listClusters, { query: { limit: 100 } });
  const found = items.find(({ name }) => name === cluster);
  const replica = found?.instances.find(({ role }) => role === 'replica');
  assert.ok(found && replica, `${cluster} has a replica`);
  const store = new DatabaseSync(storeFile);
  try {
    store.exec('pragma busy_timeout = 10000');
    store.prepare('update instance set version = ? where id = ?').run('8.0.11', replica.id);
  } finally {
    store.close();
  }
  // Any change of the record makes the sweep read it again.
  const params = { dimension: 'instance', id: replica.id } as const;
  await asAdministrator.call(changeLabels, { params, body: { labels: { story } } });
  return { clusterId: found.id, instanceId: replica.id, name: replica.name, version: replica.version };
}

/** Drift is found by itself, taken by somebody, muted with a reason and an end, spoken of again, and accepted. */
export async function tellFindings(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  { language, cluster }: { readonly language: StoryLanguage; readonly cluster: string },
) {
  const { finding: words, frame, state } = wordsIn(language);
  const { clusterId, instanceId, name, version } = await makeRecordWrong(own, cluster, `findings-${language}`);
  const page = await browser.person(language);
  await signIn(page, platform.url, platform.approver, language);
  await goTo(page, frame.nav.findings);
  await page.getByText(code).first().waitFor({ timeout: 180_000 });
  await browser.look(page, `findings.${language}`);
  await page.goto(`${platform.url}/findings?clusterId=${clusterId}&code=${code}`);
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByText(state.grade.warn).waitFor();
  await row.locator(`a[href^="/findings/"]`).click();
  await page.getByRole('heading', { name: words.page.evidence }).waitFor();
  await page.getByText('8.0.11').first().waitFor();
  await browser.look(page, `finding.${language}`);

  await page.getByRole('button', { name: words.acts.assign, exact: true }).click();
  const assigning = await openDialog(page);
  await assigning.locator('#owner').fill('team-a');
  await assigning.getByRole('button', { name: words.assign.title, exact: true }).click();
  await assigning.waitFor({ state: 'hidden' });
  await page.getByText('team-a').first().waitFor();

  await page.getByRole('button', { name: words.acts.mute, exact: true }).click();
  const muting = await openDialog(page);
  const mute = muting.getByRole('button', { name: words.mute.title, exact: true });
  await mute.click();
  await muting.getByText(words.mute.reasonMissing).waitFor();
  const reason = language === 'zh-CN' ? '等待计划内的升级。' : 'Waits for the planned upgrade.';
  await muting.getByTestId('mute-reason').fill(reason);
  await muting.getByText(words.mute.lasts.chosen).click();
  await muting.getByTestId('mute-until').fill('2001-01-01T00:00');
  await mute.click();
  await muting.getByText(words.mute.endPast).waitFor();
  await browser.look(page, `finding-mute.${language}`);
  await muting.getByText(words.mute.lasts.days.replace('{{count}}', '7')).click();
  await mute.click();
  await muting.waitFor({ state: 'hidden' });
  await page.locator('h1 ~ .state[data-state="muted"]').waitFor();
  await page.locator('.ant-alert-error').getByText(reason).waitFor();

  const phone = await browser.person(language, { isPhone: true, isDark: true });
  await signIn(phone, platform.url, platform.approver, language);
  await phone.goto(`${platform.url}/findings?show=onlyMuted`);
  await phone.getByText(code).first().waitFor();
  await phone.locator('.finding-says .tone-bad').getByText(reason).first().waitFor();
  await browser.look(phone, `findings-phone.${language}`);
  await phone.locator(`a[href^="/findings/"]`).first().click();
  await phone.getByRole('heading', { name: words.page.history }).waitFor();
  await phone.getByText(words.changes.muted).first().waitFor();
  await browser.look(phone, `finding-phone.${language}`);

  await page.getByRole('button', { name: words.acts.unmute, exact: true }).click();
  await page.locator('h1 ~ .state[data-state="warn"]').waitFor();
  await page.getByRole('button', { name: words.acts.accept, exact: true }).click();
  const accepting = await openDialog(page);
  await accepting.getByText('8.0.11').first().waitFor();
  await browser.look(page, `finding-accept.${language}`);
  await accepting.getByRole('button', { name: words.accept.title, exact: true }).click();
  await accepting.waitFor({ state: 'hidden' });
  await page.locator('h1 ~ .state[data-state="closed"]').waitFor();
  const accepted = await own.asAdministrator.call(getInstance, { params: { instanceId } });
  assert.equal(accepted.version, version);
}

/** What needs me now, and how the platform itself is, by day and by night. */
export async function tellTodayAndSelfCheck(browser: StoryBrowser, platform: StoryPlatform) {
  for (const language of ['en', 'zh-CN'] as const) {
    const words = wordsIn(language);
    const page = await browser.person(language, language === 'en' ? {} : { isDark: true });
    await signIn(page, platform.url, platform.approver, language);
    await page.getByRole('heading', { name: words.today.times }).waitFor();
    await page.getByText(words.today.median).first().waitFor();
    await browser.look(page, `today.${language}`);
    await goTo(page, words.frame.nav.selfCheck);
    await page.getByTestId('look-now').click();
    await page.locator('[data-check="secrets"] [data-health="green"]').first().waitFor({ timeout: 120_000 });
    await page.locator('[data-check="own-backup"] [data-health="amber"]').waitFor();
    await browser.look(page, `self-check.${language}`);
    const phone = await browser.person(language, { isPhone: true });
    await signIn(phone, platform.url, platform.approver, language);
    await phone.getByRole('heading', { name: words.today.times }).waitFor();
    await browser.look(phone, `today-phone.${language}`);
    await phone.goto(`${platform.url}/self-check`);
    await phone.locator('[data-check="store"]').waitFor();
    await browser.look(phone, `self-check-phone.${language}`);
  }
}
