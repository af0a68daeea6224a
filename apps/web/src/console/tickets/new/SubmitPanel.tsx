import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/page/Panel.tsx';
import { ProblemNote } from '../../../shared/page/ProblemNote.tsx';
import { ReasonField } from '../../../shared/page/ReasonField.tsx';

interface SubmitPanelProps {
  readonly hasPlan: boolean;
  /** The form was changed since its plan was made. */
  readonly isStale: boolean;
  readonly error: Error | undefined;
  readonly placedFaults: readonly string[];
  readonly isPreviewing: boolean;
  readonly isSubmitting: boolean;
  readonly onPreview: () => void;
  readonly onSubmit: (reason: string) => void;
}

/** First the plan, then the submission: nobody asks for what they have not seen. */
export function SubmitPanel(props: SubmitPanelProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const maySubmit = props.hasPlan && !props.isStale;
  return (
    <Panel title={t('newCluster.sections.why')}>
      <div className="stack">
        <ReasonField
          label={t('ticket.reasonHint')}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          testId="reason"
        />
        <ProblemNote error={props.error} exceptFaults={props.placedFaults} />
        <div className="row wrap">
          <Button
            size="middle"
            type={maySubmit ? 'default' : 'primary'}
            loading={props.isPreviewing}
            onClick={props.onPreview}
            data-testid="preview"
          >
            {props.hasPlan ? t('ticket.previewAgain') : t('ticket.preview')}
          </Button>
          <Button
            size="middle"
            type={maySubmit ? 'primary' : 'default'}
            disabled={!maySubmit}
            loading={props.isSubmitting}
            onClick={() => props.onSubmit(reason)}
            data-testid="submit"
          >
            {t('ticket.submit')}
          </Button>
          <span className="soft">
            {props.hasPlan ? t(props.isStale ? 'ticket.stale' : 'ticket.submitHint') : t('ticket.previewHint')}
          </span>
        </div>
      </div>
    </Panel>
  );
}
