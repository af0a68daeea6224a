import type { SelfCheckView } from '@myriad/contract';
import type { Check } from './check.ts';
import { grey, worstOf } from './check.ts';
import { channelsCheck } from './checks/channels.ts';
import { machineChecks } from './checks/machine.ts';
import { pathsCheck } from './checks/paths.ts';
import { storeChecks } from './checks/store.ts';
import { workChecks } from './checks/work.ts';
import type { SelfCheckParts } from './parts.ts';

export interface SelfCheck {
  /** What was found last. */
  view(): SelfCheckView;
  /** Looks now; two who ask at once share one look. */
  run(): Promise<SelfCheckView>;
  start(): void;
  stop(): Promise<void>;
}

const firstMilliseconds = 30_000;
const everySeconds = 300;

type Checked = SelfCheckView['checks'][number];

/** In the order people read them. */
export const selfChecks = (parts: SelfCheckParts): readonly Check[] => [
  ...storeChecks(parts),
  ...workChecks(parts),
  pathsCheck(parts),
  ...machineChecks(parts),
  channelsCheck,
];

export function createSelfCheck(
  { clock, log }: Pick<SelfCheckParts, 'clock' | 'log'>,
  checks: readonly Check[],
): SelfCheck {
  const over = new AbortController();
  let last: { readonly at: number; readonly tookMilliseconds: number; readonly checks: readonly Checked[] } | undefined;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const begun = performance.now();
    const found = await Promise.all(checks.map((check) => lookAt(check, over.signal)));
    last = { at: clock.now(), tookMilliseconds: Math.round(performance.now() - begun), checks: found };
    for (const { name, health, lines } of found)
      if (health === 'amber') {
        const why = lines.filter((line) => line.health === 'amber').map(({ about, words }) => `${about} ${words.en}`);
        log.warning('the platform itself needs a look', { check: name, why: why.slice(0, 5) });
      }
  }
  const lookOnce = () => {
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  };
  const view = (): SelfCheckView => {
    const lines = last?.checks.flatMap((check) => check.lines) ?? [];
    const count = (health: string) => lines.filter((line) => line.health === health).length;
    return {
      ...(last ? { at: last.at, tookMilliseconds: last.tookMilliseconds } : {}),
      ...{ running: running !== undefined, everySeconds },
      counts: { green: count('green'), amber: count('amber'), grey: count('grey') },
      checks: [...(last?.checks ?? [])],
    };
  };
  const wait = (milliseconds: number) => {
    timer = setTimeout(() => {
      void lookOnce().finally(() => {
        if (!over.signal.aborted) wait(everySeconds * 1000);
      });
    }, milliseconds);
    timer.unref();
  };
  return {
    view,
    run: async () => {
      await lookOnce();
      return view();
    },
    start: () => wait(firstMilliseconds),
    stop: async () => {
      clearTimeout(timer);
      over.abort();
      await running;
    },
  };
}

/** Bounded in time; whatever goes wrong within is a grey line: a check that fails says nothing about what it looks at. */
async function lookAt({ name, title, limitSeconds, run }: Check, over: AbortSignal): Promise<Checked> {
  const begun = performance.now();
  const signal = AbortSignal.any([over, AbortSignal.timeout(limitSeconds * 1000)]);
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  cut.catch(() => undefined);
  let lines: Checked['lines'];
  try {
    lines = [...(await Promise.race([run(signal), cut]))];
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
    lines = [
      signal.aborted
        ? grey('', `It did not end within ${limitSeconds} s`, `未在 ${limitSeconds} 秒内完成`)
        : grey('', `It could not be looked at: ${reason}`, `无法检查：${reason}`),
    ];
  }
  const tookMilliseconds = Math.round(performance.now() - begun);
  return { name, title, health: worstOf(lines.map(({ health }) => health)), tookMilliseconds, lines };
}
