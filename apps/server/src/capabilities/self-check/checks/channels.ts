import { type Check, defineCheck, grey } from '../check.ts';

/** Mail and chat are not part of this version: said, so that nobody waits for a message. */
export const channelsCheck: Check = defineCheck({
  name: 'channels',
  title: { en: 'How people are told', zh: '通知渠道' },
  limitSeconds: 5,
  run: async () => [
    grey('', 'This version sends no mail and no chat messages', '此版本不发送邮件与即时消息', {
      en: 'Look at “Needs me now”, or read the API and its event streams.',
      zh: '请查看“今日待办”页面，或通过 API 与事件流获取。',
    }),
  ],
});
