import {
  approveTicket,
  goTo,
  lookAtTopology,
  requestCluster,
  type StoryLanguage,
  signIn,
  type WantedCluster,
  watchUntilDone,
  wordsIn,
} from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { StoryPlatform } from '../open-platform.ts';

/** A cluster is asked for at a desk, approved on a phone, watched to its end, and seen running. */
export async function tellNewCluster(
  browser: StoryBrowser,
  platform: StoryPlatform,
  language: StoryLanguage,
  wanted: WantedCluster,
  minutes: number,
) {
  const { url, requester, approver } = platform;
  const asker = await browser.person(language);
  await signIn(asker, url, requester, language);
  const number = await requestCluster(asker, wanted, language);
  await asker.locator('.stages').waitFor();
  await asker.locator('.plan-grid').waitFor();
  await browser.picture(asker, `ticket-plan.${language}`);

  const phone = await browser.person(language, { isPhone: true });
  await signIn(phone, url, approver, language);
  await phone.getByRole('link', { name: number }).waitFor();
  await approveTicket(phone, url, number);
  await phone.locator('[data-step]').first().waitFor();
  await browser.picture(phone, `ticket-phone.${language}`);

  await asker.locator('[data-step][data-state="running"]').first().waitFor();
  await browser.picture(asker, `ticket-running.${language}`);
  await watchUntilDone(asker, minutes);
  await browser.picture(asker, `ticket-done.${language}`);

  await lookAtTopology(asker, wanted, language);
  await browser.picture(asker, `cluster.${language}`);

  const dark = await browser.person(language, { isDark: true });
  await signIn(dark, url, approver, language);
  await dark.goto(asker.url());
  await dark.getByTestId('writer').waitFor();
  await browser.picture(dark, `cluster-dark.${language}`);
  await goTo(dark, wordsIn(language).frame.nav.hosts);
  await dark.getByRole('heading', { name: wordsIn(language).host.title }).waitFor();
  await dark.getByRole('row').nth(1).waitFor();
  await browser.picture(dark, `hosts-dark.${language}`);
}
