import type { Page } from 'playwright-core';
import type { StoryLanguage } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';

/** A list of ten thousand on a machine that does much else: more patience than elsewhere. */
export const patienceMs = 120_000;

export async function openPerson(browser: StoryBrowser, language: StoryLanguage): Promise<Page> {
  const page = await browser.person(language);
  page.setDefaultTimeout(patienceMs);
  page.setDefaultNavigationTimeout(patienceMs);
  return page;
}
