import { Button, Form, type FormInstance, Input, Select, Switch } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NextTimes } from './NextTimes.tsx';
import type { ScheduleValues } from './schedule-form.ts';

const usual = { hourly: '0 * * * *', nightly: '0 2 * * *', weekly: '0 2 * * 1', monthly: '0 2 1 * *' } as const;

/** When: cron, zone and window, and what comes of them. */
export function TimesFields({ form }: { form: FormInstance<ScheduleValues> }) {
  const { t } = useTranslation();
  const hasWindow = Form.useWatch('hasWindow', form) ?? false;
  const zone = Form.useWatch('timeZone', form);
  const zones = useMemo(() => {
    const known = new Set([...(zone ? [zone] : []), 'UTC', ...Intl.supportedValuesOf('timeZone')]);
    return [...known].map((value) => ({ value, label: value }));
  }, [zone]);
  const required = [{ required: true }];
  return (
    <>
      <div className="form-pair">
        <Form.Item
          name="cron"
          label={t('schedule.cron')}
          rules={required}
          extra={
            <span className="row wrap" style={{ gap: '0 4px' }}>
              {(['hourly', 'nightly', 'weekly', 'monthly'] as const).map((name) => (
                <Button
                  key={name}
                  type="link"
                  size="small"
                  className="usual"
                  onClick={() => form.setFieldValue('cron', usual[name])}
                >
                  {t(`schedule.usual.${name}`)}
                </Button>
              ))}
            </span>
          }
        >
          <Input className="mono" maxLength={100} spellCheck={false} autoComplete="off" />
        </Form.Item>
        <Form.Item name="timeZone" label={t('schedule.timeZone')} rules={required} extra={t('schedule.timeZoneHint')}>
          <Select showSearch options={zones} />
        </Form.Item>
      </div>
      <div className="row wrap window-fields">
        <Form.Item name="hasWindow" valuePropName="checked" noStyle>
          <Switch size="small" aria-label={t('schedule.hasWindow')} />
        </Form.Item>
        <span>{t('schedule.hasWindow')}</span>
        <div className="row window-times" hidden={!hasWindow}>
          <Form.Item name={['window', 'from']} rules={hasWindow ? required : []}>
            <Input type="time" aria-label={t('schedule.windowFrom')} />
          </Form.Item>
          <span>–</span>
          <Form.Item name={['window', 'to']} dependencies={[['window', 'from']]} rules={hasWindow ? required : []}>
            <Input type="time" aria-label={t('schedule.windowTo')} />
          </Form.Item>
        </div>
      </div>
      <NextTimes form={form} />
    </>
  );
}
