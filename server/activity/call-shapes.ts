import { createHash } from 'node:crypto';
import type { CallDetails, Shape } from '../../shared/setup/call-details.ts';
import type { Database, RowStep } from '../db/database.ts';
import { insertOnce } from '../db/row-steps.ts';

/** A shape in the details of a stored call: itself, or the name of one in `call_shapes`. */
type StoredShape = Shape | string | null;
type StoredDetails = Omit<CallDetails, 'sent' | 'answered'> & { sent: StoredShape; answered: StoredShape };

/** JSON text of a longer one stays with its call. */
const LONGEST_SHAPE = 4_096;
/** As many bits of a shape's hash as nobody finds two shapes for by chance, in characters of base64. */
const NAME_LENGTH = 22;

/**
 * Keeps each shape that comes again once: nearly all calls are of a few shapes, which would be most of what is stored of a call.
 * A shape is named by what it says, so that every process gives it the same name. What came before is told by the object: `shapeOf`
 * answers the same one for the shapes that it keeps. Of these a process has 512 at most, so that a store gains 2 MiB at most while
 * one runs; a shape says nothing of who sent it, and so they stay.
 */
export function createCallShapes({ read, dialect }: Pick<Database, 'read' | 'dialect'>) {
  const seen = new WeakSet<Shape>();
  /** Those that are stored, as far as this process knows. */
  const names = new WeakMap<Shape, string>();

  async function shapesOf(details: readonly StoredShape[]): Promise<Map<string, Shape>> {
    const wanted = details.filter((shape) => typeof shape === 'string');
    if (wanted.length === 0) return new Map();
    const rows = await read('call_shapes').whereIn('name', wanted).select<{ name: string; shape: string }[]>();
    return new Map(rows.map(({ name, shape }) => [name, JSON.parse(shape) as Shape]));
  }

  return {
    /** The details of calls that are stored together, what is to be stored before them, and what to call once it is. */
    toStore(calls: readonly (CallDetails | null)[]) {
      const first = new Set<Shape>();
      const added = new Map<Shape, { name: string; shape: string }>();
      const nameOf = (shape: Shape | null): StoredShape => {
        if (shape === null) return null;
        const known = names.get(shape) ?? added.get(shape)?.name;
        if (known !== undefined) return known;
        if (!seen.has(shape)) {
          first.add(shape);
          return shape;
        }
        const text = JSON.stringify(shape);
        if (text.length > LONGEST_SHAPE) return shape;
        const name = createHash('sha256').update(text).digest('base64url').slice(0, NAME_LENGTH);
        added.set(shape, { name, shape: text });
        return name;
      };
      const details = calls.map((call): StoredDetails | null => {
        if (call === null) return null;
        const { query, sent, answered, list } = call;
        return { query, sent: nameOf(sent), answered: nameOf(answered), list };
      });
      const steps: RowStep[] =
        added.size === 0 ? [] : [insertOnce(dialect, 'call_shapes', 'name', [...added.values()])];
      return {
        details,
        steps,
        stored: (): void => {
          for (const shape of first) seen.add(shape);
          for (const [shape, { name }] of added) names.set(shape, name);
        },
      };
    },

    /** The details of a call as it was, from the JSON text that is stored of it. */
    async fromStored(text: string | null): Promise<CallDetails | null> {
      if (text === null) return null;
      const details = JSON.parse(text) as StoredDetails;
      const shapes = await shapesOf([details.sent, details.answered]);
      const shapeOf = (stored: StoredShape): Shape | null => {
        if (typeof stored !== 'string') return stored;
        const shape = shapes.get(stored);
        if (!shape) throw new Error(`The shape "${stored}" of a call is gone from call_shapes.`);
        return shape;
      };
      return { ...details, sent: shapeOf(details.sent), answered: shapeOf(details.answered) };
    },
  };
}
