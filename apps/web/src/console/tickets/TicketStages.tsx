import type { TicketView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { type Mark, stateMarks } from '../../shared/state/state-marks.ts';
import { shownTicketState } from './shown-ticket-state.ts';
import { type Stage, stagesOf } from './ticket-stages.ts';
import './ticket.css';

const marks: Record<Stage['progress'], Mark> = {
  past: { shape: 'tick', tone: 'good' },
  now: { shape: 'dot', tone: 'live' },
  ahead: { shape: 'ring', tone: 'calm' },
  failed: { shape: 'cross', tone: 'bad' },
};

/** Where the ticket is on its way, and who took it there. */
export function TicketStages({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  return (
    <ol className="stages" aria-label={t('ticket.state')}>
      {stagesOf(ticket).map((stage) => {
        const { shape, tone } =
          stage.progress === 'now' || stage.progress === 'failed'
            ? stateMarks.ticket[shownTicketState(ticket)]
            : marks[stage.progress];
        return (
          <li
            key={stage.name}
            data-progress={stage.progress}
            aria-current={stage.progress === 'now' ? 'step' : undefined}
          >
            <StateShape shape={shape} tone={tone} size={16} />
            <span>
              <span className="stage-name">
                {stage.progress === 'now' || stage.progress === 'failed'
                  ? t(`state.ticket.${shownTicketState(ticket)}`)
                  : t(`ticket.stages.${stage.name}`)}
              </span>
              <span className="faint stage-when">
                {stage.by ? <span className="long-name">{stage.by}</span> : null}
                {stage.at ? <RelativeTime at={stage.at} /> : null}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
