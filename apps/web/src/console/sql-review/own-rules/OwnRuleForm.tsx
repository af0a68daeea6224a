import { Button, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.ts';
import { MatchFields } from './MatchFields.tsx';

interface OwnRuleFormProps {
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** A rule in fields: its words in both languages, the pattern, and the cases that prove it. */
export function OwnRuleForm({ draft, isNew, onChange }: OwnRuleFormProps) {
  const { t } = useTranslation();
  const set = (more: Partial<Draft>) => onChange({ ...draft, ...more });
  return (
    <div className="review-form">
      <Field label={t('sqlReview.own.id')}>
        <Input
          className="mono"
          placeholder="shop-no-audit-delete"
          disabled={!isNew}
          maxLength={60}
          value={draft.id}
          onChange={({ target }) => set({ id: target.value })}
        />
      </Field>
      <Field label={t('sqlReview.grade')}>
        <Select
          value={draft.grade}
          onChange={(grade: Draft['grade']) => set({ grade })}
          options={(['X', 'E', 'W', 'N'] as const).map((value) => ({ value, label: t(`sqlReview.grades.${value}`) }))}
        />
      </Field>
      <Field label={t('sqlReview.own.inEnglish')}>
        <Input value={draft.en} onChange={({ target }) => set({ en: target.value })} />
      </Field>
      <Field label={t('sqlReview.own.inChinese')}>
        <Input value={draft.zh} onChange={({ target }) => set({ zh: target.value })} />
      </Field>
      <MatchFields match={draft.match} onChange={(match) => set({ match })} />
      <Field label={t('sqlReview.own.parameters')}>
        <Input.TextArea
          rows={2}
          className="mono"
          placeholder="tables = audit_*, log_*"
          value={draft.parameters}
          onChange={({ target }) => set({ parameters: target.value })}
        />
      </Field>
      <Field label={t('sqlReview.own.schema')}>
        <Input.TextArea
          rows={2}
          className="mono"
          spellCheck={false}
          value={draft.schema}
          onChange={({ target }) => set({ schema: target.value })}
        />
      </Field>
      <Cases name="hit" cases={draft.hit} onChange={(hit) => set({ hit })} />
      <Cases name="noHit" cases={draft.noHit} onChange={(noHit) => set({ noHit })} />
    </div>
  );
}

/** A label around its control: a click on the one is one on the other. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands inside
    <label className="review-field">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface CasesProps {
  readonly name: 'hit' | 'noHit';
  readonly cases: readonly string[];
  readonly onChange: (cases: readonly string[]) => void;
}

function Cases({ name, cases, onChange }: CasesProps) {
  const { t } = useTranslation();
  const label = t(`sqlReview.own.${name}s`);
  return (
    <fieldset className="review-field">
      <legend>{label}</legend>
      {cases.map((sql, at) => (
        <Input.TextArea
          // biome-ignore lint/suspicious/noArrayIndexKey: a case has its place and no other identity while it is typed
          key={at}
          autoSize={{ minRows: 1, maxRows: 6 }}
          className="mono"
          spellCheck={false}
          aria-label={`${label} ${at + 1}`}
          value={sql}
          onChange={({ target }) => onChange(cases.map((one, index) => (index === at ? target.value : one)))}
        />
      ))}
      <Button size="small" onClick={() => onChange([...cases, ''])}>
        {t('sqlReview.own.addCase')}
      </Button>
    </fieldset>
  );
}
