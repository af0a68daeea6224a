import { useTranslation } from 'react-i18next';
import { csvOf, jsonOf, type TextRow } from '../format/rows-as-text.ts';
import { CopyButton } from './CopyButton.tsx';

/** What is on screen, for a spreadsheet or a program. */
export function CopyRows({ rows }: { rows: readonly TextRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <>
      <CopyButton text={csvOf(rows)}>{t('frame.act.copyAs', { format: 'CSV' })}</CopyButton>
      <CopyButton text={jsonOf(rows)}>{t('frame.act.copyAs', { format: 'JSON' })}</CopyButton>
    </>
  );
}
