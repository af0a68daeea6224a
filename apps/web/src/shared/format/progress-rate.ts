/** One look at work in progress: how much was done, and when (ms). */
export interface ProgressLook {
  readonly at: number;
  readonly done: number;
  readonly total?: number | undefined;
}

export interface ProgressRate {
  /** Units a second over the remembered looks; absent until two of them lie far enough apart. */
  readonly perSecond?: number;
  /** Absent while there is no honest estimate. */
  readonly secondsLeft?: number;
}

const rememberSeconds = 20;
const trustSeconds = 2;

/** Adds a look and forgets those older than 20 s; starts over when the count falls (a new attempt). */
export function rememberLook(looks: readonly ProgressLook[], look: ProgressLook): readonly ProgressLook[] {
  const last = looks.at(-1);
  if (last && look.done < last.done) return [look];
  const from = look.at - rememberSeconds * 1000;
  return [...looks.filter(({ at }) => at >= from && at < look.at), look];
}

/** The rate of the remembered looks, and what is left at that rate. */
export function rateOf(looks: readonly ProgressLook[]): ProgressRate {
  const first = looks[0];
  const last = looks.at(-1);
  if (!first || !last || last.at - first.at < trustSeconds * 1000) return {};
  const perSecond = (last.done - first.done) / ((last.at - first.at) / 1000);
  if (perSecond <= 0 || last.total === undefined) return { perSecond };
  return { perSecond, secondsLeft: Math.max(0, last.total - last.done) / perSecond };
}
