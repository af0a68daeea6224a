import { UsageError } from '../../command.ts';

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `15m` before now, or a time: `2026-11-22T18:00`, in the zone of this computer unless it names one. @throws UsageError */
export function readMoment(name: string, text: string, now: number): number {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * units[unit as keyof typeof units];
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new UsageError({
    en: `--${name} takes 30s, 15m, 2h, 3d or a time like 2026-11-22T18:00.`,
    zh: `--${name} 可写 30s、15m、2h、3d，或形如 2026-11-22T18:00 的时间。`,
  });
}
