import { listServerPackages } from '@myriad/contract';
import { Form } from 'antd';
import { useEffect } from 'react';
import { useAnswer } from '../../../shared/api/use-answer.ts';

/** The form names the flavour too; it follows from the package, so nobody is asked. */
export function FlavorOfPackage() {
  const form = Form.useFormInstance();
  const packageId = Form.useWatch('packageId', form);
  const packages = useAnswer(listServerPackages, {});
  const flavor = packages.data?.items.find(({ id }) => id === packageId)?.flavor;
  useEffect(() => form.setFieldValue('flavor', flavor), [form, flavor]);
  return (
    <Form.Item name="flavor" hidden>
      <input type="hidden" />
    </Form.Item>
  );
}
