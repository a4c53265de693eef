import type { ListedUser } from '../../../shared/api/users.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';

/** Whether a user may sign in, and whether it is one of JumpCloud's test users. */
export function UserState({ user }: { user: ListedUser }) {
  const { console: texts } = useTexts();
  const own = texts.users;
  if (user.removedAt !== null) return <Badge tone="calm">{own.removed}</Badge>;
  return (
    <>
      <Badge tone={user.active ? 'good' : 'warn'}>{user.active ? own.active : own.suspended}</Badge>
      {user.testUser && <Badge tone="calm">{own.testUser}</Badge>}
    </>
  );
}
