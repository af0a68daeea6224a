import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../shared/format/format-time.ts';
import type { useLive } from './use-live.ts';

interface LiveStateProps {
  readonly live: ReturnType<typeof useLive>;
  readonly at: number | undefined;
}

/** When it was seen, and whether it goes on: rows that jump under the pointer can be held still. */
export function LiveState({ live, at }: LiveStateProps) {
  const { t } = useTranslation();
  const when = at === undefined ? '' : formatClock(at);
  return (
    <span className="row">
      <span className={live.isPaused ? 'tone-warn' : 'faint'}>
        {live.isPaused ? t('instance.refresh.paused', { when }) : t('instance.refresh.every', { seconds: 2 })}
      </span>
      <Button
        aria-pressed={live.isPaused}
        icon={live.isPaused ? <CaretRightOutlined /> : <PauseOutlined />}
        onClick={() => live.setPaused(!live.isPaused)}
        data-testid="pause"
      >
        {live.isPaused ? t('instance.refresh.resume') : t('instance.refresh.pause')}
      </Button>
    </span>
  );
}
