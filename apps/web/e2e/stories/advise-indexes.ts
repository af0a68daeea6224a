import assert from 'node:assert/strict';
import { type StoryLanguage, signIn, wordsIn } from '../console-story.ts';
import type { Look, StoryBrowser } from '../open-browser.ts';
import type { StoryPlatform } from '../open-platform.ts';

const text = `create table visit (id int primary key, card int not null, email varchar(80) not null, seen datetime not null) engine=InnoDB;
select id from visit where card = 5 order by seen desc limit 10;
select id, seen from visit where card = 6 and seen > '2026-01-01';
select id from visit where email like '%@example.com';
`;

/** Index advice is asked for with a review, stands below it with its DDL, and is there again at the review's address. */
export async function tellIndexAdvice(
  browser: StoryBrowser,
  platform: StoryPlatform,
  language: StoryLanguage,
  look: Look = {},
) {
  const { sqlReview: words, reviewAdvice } = wordsIn(language);
  const page = await browser.person(language, look);
  const picture = `index-advice.${language}${look.isDark ? '-dark' : ''}${look.isPhone ? '-phone' : ''}`;
  await signIn(page, platform.url, platform.approver, language);
  await page.goto(`${platform.url}/sql-review`);
  const editor = page.getByRole('textbox', { name: words.text });
  await editor.fill(text);
  await page.getByRole('checkbox', { name: reviewAdvice.ask }).check();
  await editor.press('Control+Enter');
  await page.waitForURL(/review=/);
  const advised = page.getByRole('list', { name: reviewAdvice.title, exact: true });
  const ddl = 'CREATE INDEX `idx_card_seen` ON `visit` (`card`, `seen`)';
  await advised.getByText(ddl, { exact: true }).waitFor();
  await page.getByRole('region', { name: reviewAdvice.remarks, exact: true }).waitFor();
  await advised.scrollIntoViewIfNeeded();
  await browser.look(page, picture);
  await page.reload();
  await advised.getByText(ddl, { exact: true }).waitFor();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  assert.equal(isWide, false, 'the page does not scroll sideways');
}
