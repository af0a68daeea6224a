import type { RecordCheck } from './check.ts';

export const nameTaken: RecordCheck = ({ input, nameTakenBy }) =>
  nameTakenBy === undefined || nameTakenBy === input.clusterId
    ? []
    : [
        {
          code: 'CLUSTER_NAME_TAKEN',
          path: 'name',
          words: { en: `Another cluster is already called ${input.name}.`, zh: `已有名为 ${input.name} 的集群。` },
          next: { en: 'Choose another name.', zh: '请换一个名称。' },
        },
      ];
