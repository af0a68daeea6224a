import { setTimeout as sleep } from 'node:timers/promises';
import type { Tasks } from '../capabilities/tasks/index.ts';
import { type ControlLine, type ControlServer, serveControl } from '../platform/control/control-socket.ts';
import type { Log } from '../platform/log/log.ts';
import { ControlAsk, type ServerStatus } from './control-messages.ts';
import { version } from './version.ts';

export interface RequestParts {
  /** The data folder: who may open it may ask. */
  readonly home: string;
  readonly tasks: Pick<Tasks, 'listWork' | 'drain' | 'resume'>;
  readonly log: Log;
  /** Begins the clean end of this process; may be called again. */
  readonly stop: () => void;
}

const tellMilliseconds = 500;

/**
 * Answers programs of this machine: status, drain, stop. A drain belongs to the conversation that asked for it: when that
 * ends without a stop, work goes on, so that an upgrade killed half way leaves a server that works.
 */
export async function serveRequests({ home, tasks, log, stop }: RequestParts): Promise<ControlServer> {
  const server: { state: ServerStatus['state'] } = { state: 'working' };
  // Through a function: the compiler would else believe that nobody changes it during a wait.
  const is = (state: ServerStatus['state']) => server.state === state;
  let holder: ControlLine | undefined;
  const status = async (): Promise<ServerStatus> => ({
    pid: process.pid,
    version,
    state: server.state,
    work: (await tasks.listWork()).map((work) => ({ ...work, steps: [...work.steps] })),
  });

  async function drain(line: ControlLine): Promise<void> {
    holder = line;
    server.state = 'draining';
    log.info('no new steps start: the server is asked to become quiet');
    const quiet = tasks.drain().then(() => {
      if (holder === line && is('draining')) server.state = 'quiet';
    });
    // Said again and again, also when quiet: a caller that missed one hears the next.
    while (holder === line && !is('stopping')) {
      line.send(await status());
      await (is('quiet') ? sleep(tellMilliseconds) : Promise.race([quiet, sleep(tellMilliseconds)]));
    }
  }

  async function takeBack(line: ControlLine): Promise<void> {
    if (holder !== line) return;
    holder = undefined;
    if (is('stopping')) return;
    server.state = 'working';
    log.info('whoever asked for quiet is gone: work goes on');
    await tasks.resume();
  }

  const control = await serveControl(home, async (line) => {
    try {
      for await (const message of line.messages) {
        const { ask } = ControlAsk.parse(message);
        if (ask === 'drain' && holder === undefined && is('working')) {
          drain(line).catch((error: unknown) => {
            log.error('the drain failed', { error });
            line.close();
          });
          continue;
        }
        if (ask === 'stop') server.state = 'stopping';
        line.send(await status());
        if (ask === 'stop') stop();
      }
    } catch (error) {
      log.warning('a request over the control socket failed', { error });
    } finally {
      await takeBack(line).catch((error: unknown) => log.error('open tasks could not be woken', { error }));
    }
  });
  return {
    close: () => {
      // From here on nobody's leaving takes a drain back.
      server.state = 'stopping';
      return control.close();
    },
  };
}
