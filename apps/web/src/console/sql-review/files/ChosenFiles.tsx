import { CloseOutlined } from '@ant-design/icons';
import { reviewFileLimits } from '@myriad/contract';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../shared/format/format-size.ts';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { type ChosenFile, sumOf, whyNotTogether } from './chosen-files.ts';

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[];
  readonly onChange: (files: readonly ChosenFile[]) => void;
}

/** Files about to be reviewed together, in place of the editor; what keeps them from it is said before anything is sent. */
export function ChosenFiles({ files, onChange }: ChosenFilesProps) {
  const { t } = useTranslation();
  const why = whyNotTogether(files);
  const { files: mostFiles, bytes, fileBytes } = reviewFileLimits;
  const limits = { files: mostFiles, bytes: formatBytes(bytes), fileBytes: formatBytes(fileBytes) };
  return (
    <section className="stack" aria-label={t('sqlReview.files.chosen')}>
      <div className="row wrap">
        <strong>{t('sqlReview.files.sum', { count: files.length, bytes: formatBytes(sumOf(files)) })}</strong>
        <span className="soft">{t('sqlReview.files.limits', limits)}</span>
        <span className="grow" />
        <Button size="small" onClick={() => onChange([])}>
          {t('sqlReview.files.clear')}
        </Button>
      </div>
      {why === 'beyond' ? (
        <Alert
          type="error"
          role="alert"
          showIcon
          title={t('sqlReview.files.beyond', limits)}
          description={t('sqlReview.files.beyondNext')}
        />
      ) : null}
      {why === 'faulty' ? <Alert type="error" role="alert" showIcon title={t('sqlReview.files.faulty')} /> : null}
      <ul className="review-files">
        {files.map((file) => (
          <li key={file.name} className="row">
            <StateShape
              {...(file.fault ? { shape: 'cross', tone: 'bad' } : { shape: 'dot', tone: 'calm' })}
              size={11}
            />
            <bdi translate="no" className="mono review-message">
              {file.name}
            </bdi>
            {file.fault ? <span className="tone-bad">{t(`sqlReview.files.faults.${file.fault}`, limits)}</span> : null}
            <span className="grow" />
            <span className="soft nowrap number">{formatBytes(file.bytes)}</span>
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('sqlReview.files.remove', { name: file.name })}
              onClick={() => onChange(files.filter((one) => one !== file))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
