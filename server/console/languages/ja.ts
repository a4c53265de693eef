import { commonJa } from '../../../shared/texts/common-ja.ts';
import { ja } from '../../../shared/texts/ja.ts';
import { setupPageJa } from '../../../shared/texts/setup-page-ja.ts';
import type { PublicTexts } from '../texts.ts';

export const texts: PublicTexts = { common: commonJa, setupPage: setupPageJa, assistant: ja };
