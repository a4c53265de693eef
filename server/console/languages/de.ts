import { commonDe } from '../../../shared/texts/common-de.ts';
import { de } from '../../../shared/texts/de.ts';
import { setupPageDe } from '../../../shared/texts/setup-page-de.ts';
import type { PublicTexts } from '../texts.ts';

export const texts: PublicTexts = { common: commonDe, setupPage: setupPageDe, assistant: de };
