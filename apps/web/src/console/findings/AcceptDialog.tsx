import { acceptFinding } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/page/Dialog.tsx';
import { usePick } from '../../shared/words/use-words.ts';
import { BulkNote } from './BulkNote.tsx';
import { type FindingDialogProps, findingAnswers } from './MuteDialog.tsx';
import { useBulk } from './use-bulk.ts';

const most = 20;

/** What the record says now, and what it becomes: nobody accepts what they have not read. */
export function AcceptDialog({ findings, onClose, onDone }: FindingDialogProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const { send, isSending, progress, refused } = useBulk(acceptFinding, { refreshes: findingAnswers, onDone });
  const possible = findings.filter(({ abilities }) => abilities.accept.allowed);
  const accept = () => send(possible.map(({ id }) => ({ id, input: { params: { findingId: id } } })));
  return (
    <Dialog
      open
      title={possible.length > 1 ? `${t('finding.accept.title')} · ${possible.length}` : t('finding.accept.title')}
      okText={t('finding.accept.title')}
      okButtonProps={{ disabled: possible.length === 0 }}
      confirmLoading={isSending}
      onOk={accept}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="soft">{t('finding.accept.lead')}</p>
        {possible.length < findings.length ? <p>{t('finding.accept.many')}</p> : null}
        <ul className="record">
          {possible.slice(0, most).map(({ id, entityName, words, evidence }) => (
            <li key={id}>
              {entityName && !pick(words).includes(entityName) ? <strong>{entityName} </strong> : null}
              {pick(words)}
              {typeof evidence.recorded === 'string' && typeof evidence.found === 'string' ? (
                <div className="accept-change">
                  <span className="soft">{t('finding.accept.record')}</span> <code>{evidence.recorded}</code>{' '}
                  <span className="soft">{t('finding.accept.becomes')}</span> <code>{evidence.found}</code>
                </div>
              ) : null}
            </li>
          ))}
          {possible.length > most ? <li className="faint">… {possible.length - most}</li> : null}
        </ul>
        <BulkNote findings={possible} progress={progress} refused={refused} />
      </div>
    </Dialog>
  );
}
