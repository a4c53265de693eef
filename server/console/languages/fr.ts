import { commonFr } from '../../../shared/texts/common-fr.ts';
import { fr } from '../../../shared/texts/fr.ts';
import { setupPageFr } from '../../../shared/texts/setup-page-fr.ts';
import type { PublicTexts } from '../texts.ts';

export const texts: PublicTexts = { common: commonFr, setupPage: setupPageFr, assistant: fr };
