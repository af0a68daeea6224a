import { once } from 'node:events';
import { createServer } from 'node:net';
import { becomes } from '../becomes.ts';
import { approveTicket, goTo, openDialog, requestCluster, signIn, watchUntilDone, wordsIn } from '../console-story.ts';
import type { StoryBrowser } from '../open-browser.ts';
import type { OwnPlatform, StoryPlatform } from '../open-platform.ts';

/** Somebody else listens on the port: the disposable ends them. */
async function occupy(port: number, address: string): Promise<AsyncDisposable> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, address);
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * The port is taken between request and run: the task stops, says why, the ticket says so too. Retrying too early stops
 * again; once the port is free, retrying goes on to the end.
 */
export async function tellPausedTask(browser: StoryBrowser, platform: StoryPlatform, own: OwnPlatform, port: number) {
  const words = wordsIn('zh-CN');
  const asker = await browser.person('zh-CN');
  await signIn(asker, platform.url, platform.requester, 'zh-CN');
  const number = await requestCluster(asker, { name: 'zanting', replicas: 0, hostsByHand: true, port }, 'zh-CN');
  const approver = await browser.person('zh-CN');
  await signIn(approver, platform.url, platform.approver, 'zh-CN');
  const retry = approver.getByRole('button', { name: words.task.retry, exact: true });
  const paused = approver.locator('h1 ~ .state[data-state="paused"]');
  {
    const taken = await Promise.all(own.hosts.map(({ address }) => occupy(port, address)));
    await using _ = {
      [Symbol.asyncDispose]: async () => void (await Promise.all(taken.map((one) => one[Symbol.asyncDispose]()))),
    };
    await approveTicket(approver, platform.url, number);
    await retry.waitFor({ timeout: 120_000 });
    await paused.waitFor();
    await browser.look(approver, 'ticket-paused');
    await goTo(approver, words.frame.nav.home);
    const stopped = approver.getByRole('region', { name: words.frame.home.paused });
    await stopped.getByRole('link', { name: number }).waitFor();
    await stopped.locator('[data-state="paused"]').waitFor();
    await browser.look(approver, 'home-paused');
    await stopped.getByRole('link', { name: words.ticket.all, exact: true }).click();
    await approver.getByRole('row').filter({ hasText: number }).locator('[data-state="paused"]').waitFor();
    await browser.look(approver, 'tickets-paused');
    await approver.getByRole('link', { name: number, exact: true }).click();
    await decide('retry');
    await approver.locator('[data-step] .badge.warn').first().waitFor({ timeout: 120_000 });
    await retry.waitFor({ timeout: 120_000 });

    await approver.getByRole('button', { name: words.task.abort, exact: true }).click();
    const dialog = await openDialog(approver);
    const abort = dialog.getByRole('button', { name: words.task.abort, exact: true });
    await becomes(() => abort.isDisabled(), true, 'what gives something up asks for a name');
    await browser.look(approver, 'task-abort');
    await dialog.getByRole('button', { name: words.frame.act.close, exact: true }).last().click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await decide('retry');
  await approver.locator('[data-step][data-state="failed"]').waitFor({ state: 'detached' });
  await watchUntilDone(approver, 4);
  await browser.look(approver, 'ticket-after-retry');

  async function decide(decision: 'retry') {
    await approver.getByRole('button', { name: words.task[decision], exact: true }).click();
    const dialog = await openDialog(approver);
    await browser.look(approver, `task-${decision}`);
    await dialog.getByRole('button', { name: words.task[decision], exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
