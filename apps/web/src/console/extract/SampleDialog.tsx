import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../shared/page/CopyButton.tsx';
import { Dialog } from '../../shared/page/Dialog.tsx';

interface SampleDialogProps {
  readonly samples: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** The call that gives a program what is on screen. */
export function SampleDialog({ samples, onClose }: SampleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open width={720} title={t('extract.sample')} footer={null} onCancel={onClose}>
      <p className="soft">{t('extract.sampleLead')}</p>
      {Object.entries(samples).map(([name, text]) => (
        <section key={name} style={{ marginTop: 12 }}>
          <div className="row" style={{ marginBottom: 4 }}>
            <b className="grow">{name}</b>
            <CopyButton text={text}>{t('frame.act.copy')}</CopyButton>
          </div>
          <pre className="json">{text}</pre>
        </section>
      ))}
    </Dialog>
  );
}
