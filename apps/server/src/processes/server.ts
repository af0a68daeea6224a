import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type App, buildApp } from '../app.ts';
import { ConfigError, readConfig, secretsOf } from '../config.ts';
import type { ControlServer } from '../platform/control/control-socket.ts';
import { StoreInUseError } from '../platform/database/store-lock.ts';
import { createLog, type Log } from '../platform/log/log.ts';
import { serveRequests } from './serve-requests.ts';

const currentConsole = fileURLToPath(new URL('../../../web/dist/current', import.meta.url));

/** How long short steps may take to end after a stop was asked for; detached work goes on by itself and is found again. */
const drainSeconds = 20;

/**
 * The server: reads the configuration, opens the store, wakes what was not finished, listens, and stops cleanly on SIGTERM or
 * SIGINT. Resolves with the process's exit code when it has stopped.
 */
export async function runServer(_argv: readonly string[] = []): Promise<number> {
  // Store, journal and keys are for our own user, whatever the shell that started us thinks.
  process.umask(0o077);
  let app: App;
  let home: string;
  let log: Log;
  try {
    const config = readConfig();
    home = config.home;
    log = createLog({ level: config.log });
    for (const secret of secretsOf(config)) log.hide(secret);
    if (config.unknown.length > 0) log.warning('unknown settings in the environment', { names: config.unknown });
    // The build itself, not the link to it: another one made meanwhile belongs to another version of the platform.
    const consoleFolder = await realpath(currentConsole).catch(() => undefined);
    app = await buildApp({ config, log, ...(consoleFolder === undefined ? {} : { consoleFolder }) });
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StoreInUseError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  let requests: ControlServer | undefined;
  const stopped = Promise.withResolvers<void>();
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    const end = () => app.stop(drainSeconds);
    void Promise.resolve(requests?.close()).then(end, end).then(stopped.resolve, stopped.resolve);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  followParent(stop);
  const { url, firstRunToken, keysMade } = await app.start();
  requests = await serveRequests({ home, tasks: app.tasks, log, stop }).catch((error: unknown) => {
    log.warning('no control socket: myriad upgrade cannot ask this server for quiet', { error });
    return undefined;
  });
  sayWhere(url, firstRunToken, keysMade);
  process.send?.({ url, ...(firstRunToken === undefined ? {} : { firstRunToken }) });
  await stopped.promise;
  // An open channel to the parent would keep this process alive for nothing.
  if (process.connected) process.disconnect();
  return 0;
}

/** Started by a program that keeps a channel to us (the demo): we end with it, unless it says `stay`. */
function followParent(stop: () => void): void {
  if (process.send === undefined) return;
  let stays = false;
  process.on('message', (message) => {
    if (message === 'stay') stays = true;
  });
  process.once('disconnect', () => {
    if (!stays) stop();
  });
}

/** For the person at the terminal; the log itself stays machine-readable on stderr. The token is shown here only, once. */
function sayWhere(url: string, firstRunToken: string | undefined, keysMade: boolean): void {
  if (process.send !== undefined) return;
  const lines = [`Myriad listens on ${url}`];
  if (firstRunToken !== undefined)
    lines.push(
      `Make the administrator (valid once, until restart) / 创建管理员（一次有效）：`,
      `  ${url}/first-run#token=${firstRunToken}`,
    );
  if (keysMade)
    lines.push(
      'A key file was made. Without it every stored secret is lost: keep an escrow copy, `myriad keys escrow`.',
      '已生成密钥文件。丢失它即丢失所有机密，请另存托管副本：myriad keys escrow',
    );
  process.stdout.write(`${lines.join('\n')}\n`);
}

if (import.meta.main) process.exitCode = await runServer(process.argv.slice(2));
