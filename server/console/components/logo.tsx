import { Mark } from '../../../shared/ui/icons.tsx';
import { useTexts } from '../texts.ts';

/** The product's mark and name. */
export function Logo() {
  const { console: texts } = useTexts();
  return (
    <span class="logo">
      <Mark />
      <span>
        <b>{texts.product}</b> <span class="logo-for">{texts.productFor}</span>
      </span>
    </span>
  );
}
