import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LabUnavailable } from '@myriad/lab';
import type { StoryLanguage, WantedCluster } from './console-story.ts';
import { openBrowser, type StoryBrowser } from './open-browser.ts';
import { type OwnPlatform, openPlatform, type StoryPlatform } from './open-platform.ts';
import { tellAdoptCluster } from './stories/adopt-cluster.ts';
import { tellIndexAdvice } from './stories/advise-indexes.ts';
import { tellApproveInFreeze } from './stories/approve-in-freeze.ts';
import { tellBringBack } from './stories/bring-back.ts';
import { tellPlanChanged, tellRefusedForm, tellWithdrawAndReject } from './stories/decide-ticket.ts';
import { tellEmptyPlatform } from './stories/empty-platform.ts';
import { tellEveryPage } from './stories/every-page.ts';
import { tellFindings, tellTodayAndSelfCheck } from './stories/findings.ts';
import { tellFirstRun } from './stories/first-run.ts';
import { tellGovernReview } from './stories/govern-review.ts';
import { tellInstancePage } from './stories/instance-page.ts';
import { tellKeyboard } from './stories/keyboard.ts';
import { tellKeyboardLists } from './stories/keyboard-lists.ts';
import { tellLongLists } from './stories/long-lists.ts';
import { tellMaintenance } from './stories/maintain-cluster.ts';
import { tellNewCluster } from './stories/new-cluster.ts';
import { tellPausedTask } from './stories/paused-task.ts';
import { tellRegisterHost } from './stories/register-host.ts';
import { tellReviewSql } from './stories/review-sql.ts';
import { tellRolesOnScopes } from './stories/roles-on-scopes.ts';
import { tellSchedules } from './stories/schedules.ts';
import { tellSearchLogs } from './stories/search-logs.ts';
import { tellUsers } from './stories/users.ts';

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
      replicas: 2,
      hostsByHand: true,
      port: 24_800 + Math.floor(Math.random() * 150),
    },
  },
];

/** A story that needs a platform of its own: sent to one that runs already, it is skipped by name. */
function tellOwn(
  name: string,
  tell: (browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform) => Promise<void>,
  { isLong = false }: { readonly isLong?: boolean } = {},
) {
  const skip = isLong && process.env.MYRIAD_LONG !== '1' && 'long: set MYRIAD_LONG=1';
  test(name, { timeout: minutes * 60_000, skip }, async (t) => {
    if (missing) return t.skip(missing.message);
    assert.ok(browser && platform);
    if (!platform.own) return t.skip('MYRIAD_E2E_URL: the platform is not the story’s own');
    const [onto, own, told] = [platform, platform.own, browser];
    await told.tell(() => tell(told, onto, own));
  });
}

tellOwn('the first administrator is made by the one-time link, and only once', tellFirstRun);
tellOwn('where nothing is registered yet, every page says how to fill it', tellEmptyPlatform);
tellOwn('a wrong key is refused, and a host’s own key is confirmed before it is registered', tellRegisterHost);
tellOwn('what is wrong with a form stands beside its fields', tellRefusedForm);
tellOwn('a ticket is withdrawn, another rejected with a reason', tellWithdrawAndReject);
tellOwn('nobody approves a plan they have not read: it changed, is shown, and is decided again', tellPlanChanged);
tellOwn('in a change freeze an approval waits for its end, or says why it cannot', tellApproveInFreeze);
tellOwn('a user is given roles and a password, signed out, shut out and let in again', tellUsers);
for (const seen of [{ language: 'en' }, { language: 'zh-CN', isPhone: true, isDark: true }] as const)
  tellOwn(`SQL is reviewed, its findings and its rules are read (${seen.language})`, (told, onto) =>
    tellReviewSql(told, onto, seen.language, seen),
  );
for (const seen of [{ language: 'zh-CN' }, { language: 'en', isPhone: true, isDark: true }] as const)
  tellOwn(`what review finds is let through, mended, and ruled (${seen.language})`, (told, onto, own) =>
    tellGovernReview(told, onto, own, seen.language, seen),
  );
for (const seen of [{ language: 'zh-CN' }, { language: 'en', isPhone: true, isDark: true }] as const)
  tellOwn(`indexes worth having stand below a review that asked for them (${seen.language})`, (told, onto) =>
    tellIndexAdvice(told, onto, seen.language, seen),
  );
tellOwn('pages and things are reached by keyboard alone', tellKeyboard);
tellOwn('rows, filters and dialogs work by keyboard alone, and the way back too', tellKeyboardLists);

for (const { language, wanted } of stories)
  test(`a cluster is asked for, approved, watched and seen running (${language})`, {
    timeout: minutes * 60_000,
  }, async (t) => {
    if (missing) return t.skip(missing.message);
    assert.ok(browser && platform);
    const [onto, told] = [platform, browser];
    await told.tell(() => tellNewCluster(told, onto, language, wanted, minutes));
  });

for (const { language, wanted } of stories)
  tellOwn(`every part of an instance's page shows its server (${language})`, (told, onto, own) =>
    tellInstancePage(told, onto, own, language, wanted.name),
  );
for (const { language, wanted } of stories)
  tellOwn(`logs of a cluster are found by one search (${language})`, (told, onto) =>
    tellSearchLogs(told, onto, language, wanted.name),
  );
for (const { language, wanted } of stories)
  tellOwn(`what drifted is found, and brought back by a ticket (${language})`, (told, onto, own) =>
    tellBringBack(told, onto, own, { language, cluster: wanted.name }),
  );
tellOwn('a task that stops says why, and goes on when the cause is gone', (own, ...rest) =>
  tellPausedTask(own, ...rest, 24_400 + Math.floor(Math.random() * 150)),
);
tellOwn('maintenance is begun and ended; a stop shows its plan or why not', (own, onto) =>
  tellMaintenance(own, onto, stories[0]?.wanted.name ?? ''),
);
for (const { language, wanted } of stories)
  tellOwn(`what is not as recorded is found, taken, muted and accepted (${language})`, (own, ...rest) =>
    tellFindings(own, ...rest, { language, cluster: wanted.name }),
  );
tellOwn('what needs me now, and how the platform itself is, stand on a page each', tellTodayAndSelfCheck);
for (const language of ['en', 'zh-CN'] as const)
  tellOwn(`a pair that exists is discovered, taken over and raised to the next level (${language})`, (...all) =>
    tellAdoptCluster(...all, language),
  );
for (const language of ['en', 'zh-CN'] as const)
  tellOwn(`a role on one application shows its clusters and no others, and why (${language})`, (...all) =>
    tellRolesOnScopes(...all, language),
  );
tellOwn('a schedule is added, changed, paused and resumed; a change freeze strikes its times out', tellSchedules);
for (const seen of [{ language: 'en' }, { language: 'zh-CN', isPhone: true, isDark: true }] as const)
  tellOwn(
    `every page speaks its reader's language alone, and nothing on it fails (${seen.language})`,
    (...all) => tellEveryPage(...all, seen),
    { isLong: true },
  );
tellOwn('hundreds of tickets stay usable', tellLongLists);
