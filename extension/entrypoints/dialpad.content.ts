import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOn } from '../content/start.ts';
import { dialpad } from '../sites/dialpad/dialpad.ts';

export default defineContentScript({
  matches: ['https://dialpad.com/*', 'https://sandbox.dialpad.com/*'],
  runAt: 'document_idle',
  main: () => startOn(dialpad),
});
