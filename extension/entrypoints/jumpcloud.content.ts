import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOn } from '../content/start.ts';
import { jumpcloud } from '../sites/jumpcloud/jumpcloud.ts';

export default defineContentScript({
  matches: ['https://console.jumpcloud.com/*', 'https://console.eu.jumpcloud.com/*'],
  runAt: 'document_idle',
  main: () => startOn(jumpcloud),
});
