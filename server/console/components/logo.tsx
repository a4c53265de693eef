import { Mark } from '../../../shared/ui/icons.tsx';
import { useTexts } from '../texts.ts';

/** The product's mark and name. */
export function Logo() {
  const { common } = useTexts();
  return (
    <span class="logo">
      <Mark />
      <span>
        <b>{common.product}</b> <span class="logo-for">{common.productFor}</span>
      </span>
    </span>
  );
}
