import type { TicketView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { HashText } from '../../shared/page/Copyable.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { RecordedFields } from '../history/RecordedFields.tsx';

/** Who decided what about which plan; what happened to the ticket; and the form as it was sent. */
export function TicketRecord({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <div className="columns">
      {ticket.approvals.length > 0 ? (
        <Panel title={t('ticket.decisions')}>
          <ul className="record">
            {ticket.approvals.map((approval) => (
              <li key={`${approval.by.id}${approval.at}`}>
                <div className="row wrap">
                  <StateShape
                    shape={approval.verdict === 'approved' ? 'tick' : 'slash'}
                    tone={approval.verdict === 'approved' ? 'good' : 'bad'}
                  />
                  <b>{approval.by.name}</b> {t(`ticket.${approval.verdict}`)} <RelativeTime at={approval.at} />
                  <HashText hash={approval.planHash} />
                  {approval.ownTicket ? <span className="badge warn">{t('ticket.ownTicket')}</span> : null}
                </div>
                {approval.freezeOverride ? (
                  <div className="tone-warn">
                    {t('ticket.freeze.overridden', {
                      name: approval.freezeOverride.freeze,
                      reason: approval.freezeOverride.reason,
                    })}
                  </div>
                ) : null}
                {approval.comment ? (
                  <div className="soft" translate="no">
                    {approval.comment}
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title={t('ticket.history')}>
        <ul className="record">
          {ticket.history.map((entry) => (
            <li key={`${entry.at}${entry.what}`} className="row" style={{ alignItems: 'baseline' }}>
              <span className="faint" style={{ flex: '0 0 96px' }}>
                <RelativeTime at={entry.at} />
              </span>
              <span>
                {pick(entry.words)} {entry.by ? <span className="faint">{entry.by}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('ticket.form')}>
        {ticket.subTickets.map(({ id, form }) => (
          <RecordedFields key={id} record={form} />
        ))}
      </Panel>
    </div>
  );
}
