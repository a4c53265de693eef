import type { Actions } from './actions.ts';
import type { Model } from './model.ts';
import type { Draw } from './ui.ts';

/** Everything that a view needs. */
export interface Context {
  readonly h: Draw;
  readonly model: Model;
  readonly actions: Actions;
}
