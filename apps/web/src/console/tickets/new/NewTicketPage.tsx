import { listTicketKinds } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { HomeLink, Loaded } from '../../../shared/page/Loaded.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { PageHead } from '../../../shared/page/PageHead.tsx';
import { usePick } from '../../../shared/words/use-words.ts';
import { TicketForm } from './TicketForm.tsx';

export function NewTicketPage() {
  const { kind = '' } = useParams();
  const { t } = useTranslation();
  const pick = usePick();
  const kinds = useAnswer(listTicketKinds, {});
  return (
    <div className="page">
      <Loaded query={kinds}>
        {({ items }) => {
          const chosen = items.find((each) => each.kind === kind);
          if (!chosen)
            return <Message title={t('frame.page.notFound')} next={t('frame.page.notFoundNext')} act={<HomeLink />} />;
          return (
            <>
              <PageHead title={pick(chosen.title)} beside={<span className="soft">{pick(chosen.description)}</span>} />
              {chosen.open.allowed ? (
                <TicketForm key={kind} kind={chosen.kind} schema={chosen.schema} />
              ) : (
                <Message
                  title={chosen.open.words ? pick(chosen.open.words) : t('ticket.notAllowed')}
                  next={t('frame.page.forbiddenNext')}
                  act={<HomeLink />}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
