import assert from 'node:assert/strict';
import { createApplication, createGroup, listClusters } from '@myriad/contract';
import { signIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';
import { findExamples } from '../pages/find-examples.ts';
import { addressesOf, listPatterns } from '../pages/page-addresses.ts';
import { walkPages } from '../pages/walk-pages.ts';
import { plantDictionary } from '../plant-dictionary.ts';

/** Opened without a person signed in; their own story reads them. */
const outside = new Set(['sign-in', 'first-run']);

/**
 * Every page and every tab of it, with what the stories before have left: all words are of the reader's language, nothing
 * is refused or complains, nothing empty stands without a next move, nothing reaches out of the page sideways.
 */
export async function tellEveryPage(
  browser: StoryBrowser,
  platform: StoryPlatform,
  own: OwnPlatform,
  { language, ...look }: Look & { readonly language: 'zh-CN' | 'en' },
) {
  await own.asAdministrator.call(createGroup, { body: { name: `walkers-${language}` } });
  const application = { name: `walked-${language}`, businessLine: 'retail', owner: 'alice', level: 'general' } as const;
  await own.asAdministrator.call(createApplication, { body: application });
  const { items: clusters } = await own.asAdministrator.call(listClusters, { query: { limit: 1 } });
  if (clusters[0]) await plantDictionary(own, clusters[0].id, language === 'en' ? 'walk' : '遍历');
  const patterns = (await listPatterns()).filter((pattern) => !outside.has(pattern));
  const addresses = addressesOf(patterns, await findExamples(own.asAdministrator));
  const page = await browser.person(language, look);
  await signIn(page, platform.url, own.administrator, language);
  const wrong = await walkPages(page, {
    url: platform.url,
    language,
    addresses,
    look: (seen, address) => browser.look(seen, `page${address.replace(/\W+/g, '-')}.${language}`),
  });
  assert.deepEqual(wrong, []);
}
