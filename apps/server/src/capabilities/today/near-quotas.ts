import type { TodayView } from '@myriad/contract';
import type { listQuotas } from '../metadata/index.ts';

/** From this part on a quota is near its end. */
const nearPart = 0.9;
const amounts = ['instances', 'memoryBytes', 'diskBytes'] as const;

/** Amounts of which nine tenths or more are used, the fullest first. */
export function nearQuotas(lines: Awaited<ReturnType<typeof listQuotas>>): TodayView['quotas'] {
  return lines
    .flatMap(({ applicationId, application, environment, used, allowed }) =>
      amounts.flatMap((what) => {
        const limit = allowed?.[what] ?? null;
        if (limit === null || used[what] < limit * nearPart || used[what] === 0) return [];
        return [{ applicationId, application, environment, what, used: used[what], allowed: limit }];
      }),
    )
    .sort((a, b) => b.used / Math.max(1, b.allowed) - a.used / Math.max(1, a.allowed));
}
