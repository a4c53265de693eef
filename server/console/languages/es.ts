import { commonEs } from '../../../shared/texts/common-es.ts';
import { es } from '../../../shared/texts/es.ts';
import { setupPageEs } from '../../../shared/texts/setup-page-es.ts';
import type { PublicTexts } from '../texts.ts';

export const texts: PublicTexts = { common: commonEs, setupPage: setupPageEs, assistant: es };
