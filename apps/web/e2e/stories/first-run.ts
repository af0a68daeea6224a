import { wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import { openFreshPlatform } from '../open-platform.ts';

/** The one-time link makes the administrator, once; without its token, and afterwards, the page says what to do. */
export async function tellFirstRun(browser: StoryBrowser): Promise<void> {
  await using fresh = await openFreshPlatform();
  const page = await browser.person('zh-CN');
  const words = wordsIn('zh-CN').frame;
  const { firstRun } = words;
  await page.goto(`${fresh.url}/sign-in`);
  await page.getByText(words.signIn.firstRun).waitFor();
  await page.goto(`${fresh.url}/first-run`);
  await page.getByText(firstRun.noToken).waitFor();

  await page.goto('about:blank');
  await page.goto(`${fresh.url}/first-run#token=${fresh.firstRunToken}`);
  await page.getByLabel(words.signIn.name, { exact: true }).fill('zhangsan');
  await page.getByLabel(firstRun.password, { exact: true }).fill('short');
  await page.getByLabel(firstRun.repeat, { exact: true }).fill('other');
  const go = page.getByRole('button', { name: firstRun.go });
  await go.click();
  await page.getByText(firstRun.short, { exact: true }).waitFor();
  await page.getByText(firstRun.differ, { exact: true }).waitFor();
  await browser.look(page, 'first-run-refused');
  const password = 'a long enough one 7';
  await page.getByLabel(firstRun.password, { exact: true }).fill(password);
  await page.getByLabel(firstRun.repeat, { exact: true }).fill(password);
  await go.click();
  await page.getByRole('heading', { name: words.home.title }).waitFor();
  await page.getByText(words.home.firstCluster).waitFor();
  await browser.look(page, 'first-home');
  await page.goto(`${fresh.url}/schedules`);
  await page.getByText(firstRun.nightlyName, { exact: true }).first().waitFor();

  const other = await browser.person('en');
  await other.goto(`${fresh.url}/first-run#token=${fresh.firstRunToken}`);
  await other.getByRole('heading', { name: wordsIn('en').frame.firstRun.over }).waitFor();
  await browser.look(other, 'first-run-over');
}
