import type { Counts } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { StateShape } from '../../shared/state/StateShape.tsx';

const tones = { info: 'live', warn: 'warn', bad: 'bad' } as const;

/** One field of the matrix: how many differ, by shape and number; what is right is a tick alone. */
export function KindCell({ counts }: { counts: Counts | undefined }) {
  const { t } = useTranslation();
  if (!counts) return <span className="faint">–</span>;
  const { ok, differs, excepted, unknown, worst } = counts;
  const whole = t('standard.summary', { ok, differs, excepted, unknown });
  return (
    <span className="state nowrap" title={whole}>
      {differs > 0 ? (
        <>
          <StateShape shape="cross" tone={tones[worst ?? 'warn']} />
          <b className={`tone-${tones[worst ?? 'warn']}`}>{differs}</b>
        </>
      ) : ok > 0 || excepted > 0 ? (
        <StateShape shape="tick" tone="good" />
      ) : null}
      {excepted > 0 ? <span className="faint">+{excepted}</span> : null}
      {unknown > 0 ? <StateShape shape="diamond" tone="calm" /> : null}
      <span className="visually-hidden">{whole}</span>
    </span>
  );
}
