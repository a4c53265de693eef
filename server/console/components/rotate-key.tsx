import { useState } from 'preact/hooks';
import type { KeyResource } from '../../../shared/api/keys.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { CopyValue } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { Choices } from './field.tsx';
import { Notice } from './notice.tsx';
import { ActionError } from './states.tsx';

const OVERLAPS = ['1h', '24h', '7d', '30d'] as const;
type Overlap = (typeof OVERLAPS)[number];

/** Replaces a key by a new one, which is shown this once; the old one works on until JumpCloud surely has the new one. */
export function RotateKey({ of: key, onDone }: { of: KeyResource; onDone: () => void }) {
  const { console: texts } = useTexts();
  const own = texts.rotateKey;
  const { company } = useCompany();
  const [overlap, setOverlap] = useState<Overlap>('7d');
  const [made, setMade] = useState<string | null>(null);
  const { action, run } = useAction();
  const rotate = () => run(async () => setMade((await api.rotateKey(company.id, key.id, { overlap })).key));
  if (made !== null) {
    return (
      <Dialog title={texts.createdKey.title} onClose={onDone}>
        <div class="stack" data-created-key>
          <Notice tone="warn" title={texts.createdKey.warning}>
            {own.next}
          </Notice>
          <CopyValue label={texts.createdKey.label} value={made} />
          <div class="dialog-actions">
            <Button kind="primary" onClick={onDone}>
              {texts.createdKey.done}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={own.title(key.name)} onClose={onDone}>
      <p>{own.text}</p>
      <Choices
        label={own.overlap}
        value={overlap}
        onValue={setOverlap}
        choices={OVERLAPS.map((value) => ({ value, label: own.overlaps[value] }))}
      />
      {action.state === 'failed' && <ActionError error={action.error} />}
      <div class="dialog-actions">
        <Button onClick={onDone}>{texts.cancel}</Button>
        <Button kind="primary" busy={action.state === 'working'} onClick={rotate}>
          {own.submit}
        </Button>
      </div>
    </Dialog>
  );
}
