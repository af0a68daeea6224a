import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LabUnavailable } from '@myriad/lab';
import {
  approveTicket,
  lookAtTopology,
  requestCluster,
  type StoryLanguage,
  signIn,
  type WantedCluster,
  watchUntilDone,
  wordsIn,
} from './console-story.ts';
import { openBrowser, type StoryBrowser } from './open-browser.ts';
import { openPlatform, type StoryPlatform } from './open-platform.ts';

const minutes = 10;
let platform: StoryPlatform | undefined;
let browser: StoryBrowser | undefined;
let missing: LabUnavailable | undefined;

before(
  async () => {
    try {
      browser = await openBrowser();
      platform = await openPlatform();
    } catch (error) {
      if (!(error instanceof LabUnavailable) || process.env.CI) throw error;
      missing = error;
    }
  },
  { timeout: minutes * 60_000 },
);
after(async () => {
  await browser?.[Symbol.asyncDispose]();
  await platform?.[Symbol.asyncDispose]();
});

/** On a platform that stays, a name of this run's own, so that the story can be told to it again. */
const ending = process.env.MYRIAD_E2E_URL ? `-${Date.now().toString(36).slice(-5)}` : '';
const stories: readonly { language: StoryLanguage; wanted: WantedCluster }[] = [
  {
    language: 'en',
    wanted: { name: `orders${ending}`, replicas: 2, port: 24_600 + Math.floor(Math.random() * 150) },
  },
  {
    language: 'zh-CN',
    wanted: {
      name: `dingdan${ending}`,
      replicas: 0,
      hostsByHand: true,
      port: 24_800 + Math.floor(Math.random() * 150),
    },
  },
];

for (const { language, wanted } of stories)
  test(`a cluster is asked for, approved, watched and seen running (${language})`, {
    timeout: minutes * 60_000,
  }, async (t) => {
    if (missing) return t.skip(missing.message);
    assert.ok(browser && platform);
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
    await dark.getByRole('link', { name: wordsIn(language).frame.nav.hosts, exact: true }).click();
    await dark.getByRole('heading', { name: wordsIn(language).host.title }).waitFor();
    await dark.getByRole('row').nth(1).waitFor();
    await browser.picture(dark, `hosts-dark.${language}`);
  });
