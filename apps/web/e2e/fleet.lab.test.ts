import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LabUnavailable } from '@myriad/lab';
import { ensureConsole } from '../../cli/src/setup/ensure-console.ts';
import { tellDictionary } from './fleet/dictionary.ts';
import { tellExplore } from './fleet/explore.ts';
import { tellForms } from './fleet/forms.ts';
import { tellScroll } from './fleet/scroll.ts';
import { tellTables } from './fleet/tables.ts';
import { openBrowser, type StoryBrowser } from './open-browser.ts';
import { type FleetPlatform, openFleet } from './open-fleet.ts';

const minutes = 8;
const instances = 10_000;
let platform: FleetPlatform | undefined;
let browser: StoryBrowser | undefined;
let missing: LabUnavailable | undefined;

before(
  async () => {
    try {
      browser = await openBrowser();
      await ensureConsole({ say: ({ en }) => void process.stderr.write(`${en}\n`) });
      platform = await openFleet(instances);
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

function story(
  name: string,
  tell: (browser: StoryBrowser, platform: FleetPlatform) => Promise<void>,
  { isLong = false }: { readonly isLong?: boolean } = {},
) {
  const skip = isLong && process.env.MYRIAD_LONG !== '1' && 'long: set MYRIAD_LONG=1';
  test(name, { timeout: minutes * 60_000, skip }, async (t) => {
    if (missing) return t.skip(missing.message);
    assert.ok(browser && platform);
    const [told, onto] = [browser, platform];
    await told.tell(() => tell(told, onto));
  });
}

for (const language of ['en', 'zh-CN'] as const) {
  story(`from an application to its hosts, by filter, kept filter and address (${language})`, (told, onto) =>
    tellExplore(told, onto, language),
  );
  story(`a table is looked into, followed and edited with a reason (${language})`, (told, onto) =>
    tellTables(told, onto, language),
  );
  // A new rule is judged over the whole fleet in the background; how long that takes is the machine's affair.
  story(
    `a column is found and judged, a table described, a rule refused and kept (${language})`,
    (told, onto) => tellDictionary(told, onto, language),
    { isLong: true },
  );
}
story(`${instances} rows scroll, and only those in view are drawn`, (told, onto) => tellScroll(told, onto, instances));
story('ten wrong inputs for each form stand beside their fields', tellForms);
