import { listTicketKinds } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { PageHead } from '../../../shared/page/PageHead.tsx';
import { usePick } from '../../../shared/words/use-words.ts';
import { beginAddress } from './ticket-kinds.ts';
import './new-ticket.css';

/** What can be asked for. What one may not ask for is shown too, with the reason. */
export function ChooseKindPage() {
  const { t } = useTranslation();
  const pick = usePick();
  const kinds = useAnswer(listTicketKinds, {});
  return (
    <div className="page">
      <PageHead title={t('ticket.chooseKind')} />
      <Loaded query={kinds}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('ticket.kindsNone')} next={t('ticket.kindsNoneNext')} />
          ) : (
            <ul className="kinds">
              {items.map(({ kind, title, description, open }) => (
                <li key={kind}>
                  {open.allowed ? (
                    <Link className="kind" to={beginAddress(kind)}>
                      <strong>{pick(title)}</strong>
                      <span className="soft">{pick(description)}</span>
                    </Link>
                  ) : (
                    <div className="kind" aria-disabled="true">
                      <strong>{pick(title)}</strong>
                      <span className="soft">{pick(description)}</span>
                      <span className="tone-warn">{open.words ? pick(open.words) : t('ticket.notAllowed')}</span>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}
