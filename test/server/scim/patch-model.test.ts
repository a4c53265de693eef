import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { created, patchOf, useServer } from './kit.ts';

const { tenant } = useServer();

type Phone = { value: string; type?: string; primary?: boolean };
/** What the model knows of a user: a text, an object, and a list, which are all the shapes there are. */
type Model = { title?: string; name?: Record<string, string>; phoneNumbers?: Phone[] };
type Step = { operation: object; model: (before: Model) => Model | 'refused' };

const text = fc.constantFrom('a', 'b', 'ä', 'C');
const part = fc.constantFrom('givenName', 'familyName', 'middleName');
const type = fc.constantFrom('work', 'home', 'mobile');
const setting = fc.constantFrom('add' as const, 'replace' as const);

/** At most one of the list is primary: two are refused, which is no matter of the model. */
const phones: fc.Arbitrary<Phone[]> = fc
  .uniqueArray(fc.record({ value: text, type }, { noNullPrototype: true }), {
    maxLength: 3,
    selector: ({ value, type: of }) => value + of,
  })
  .chain((list) =>
    fc.nat(5).map((at) => list.map((phone, index) => (index === at ? { ...phone, primary: true } : phone))),
  );

function withoutEmpty(model: Model): Model {
  return Object.fromEntries(
    Object.entries(model).filter(
      ([, value]: [string, object | string | undefined]) => Object.keys(value ?? {}).length > 0,
    ),
  );
}

/** The primary that came last keeps being one. */
function onePrimary(list: Phone[], fresh: Phone[]): Phone[] {
  const keeper = fresh.findLast(({ primary }) => primary) ?? list.find(({ primary }) => primary);
  return list.map((phone) => (phone.primary && phone !== keeper ? { ...phone, primary: false } : phone));
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(setting, text).map(([op, value]) => ({
    operation: { op, path: 'title', value },
    model: (before: Model) => ({ ...before, title: value }),
  })),
  fc.constantFrom({ op: 'remove', path: 'title' }, { op: 'replace', path: 'title', value: null }).map((operation) => ({
    operation,
    model: ({ title: _gone, ...rest }: Model) => rest,
  })),
  fc.tuple(setting, part, text).map(([op, name, value]) => ({
    operation: { op, path: `name.${name}`, value },
    model: (before: Model) => ({ ...before, name: { ...before.name, [name]: value } }),
  })),
  fc.tuple(setting, part, text, fc.boolean()).map(([op, name, value, pathless]) => ({
    operation: pathless ? { op, value: { name: { [name]: value } } } : { op, path: 'name', value: { [name]: value } },
    model: (before: Model) => ({ ...before, name: { ...before.name, [name]: value } }),
  })),
  part.map((name) => ({
    operation: { op: 'remove', path: `NAME.${name}` },
    model: (before: Model) => {
      const { [name]: _gone, ...rest } = before.name ?? {};
      return { ...before, name: rest };
    },
  })),
  phones.map((value) => ({
    operation: { op: 'replace', path: 'phoneNumbers', value },
    model: (before: Model) => ({ ...before, phoneNumbers: value }),
  })),
  fc.tuple(phones, fc.boolean()).map(([value, pathless]) => ({
    operation: pathless ? { op: 'add', value: { phoneNumbers: value } } : { op: 'add', path: 'phoneNumbers', value },
    model: (before: Model) => {
      const list = before.phoneNumbers ?? [];
      const fresh = value.filter((phone) => !list.some((other) => isDeepStrictEqual(other, phone)));
      return { ...before, phoneNumbers: onePrimary([...list, ...fresh], fresh) };
    },
  })),
  type.map((of) => ({
    operation: { op: 'remove', path: `phoneNumbers[type eq "${of}"]` },
    model: (before: Model) => ({
      ...before,
      phoneNumbers: before.phoneNumbers?.filter((phone) => phone.type !== of) ?? [],
    }),
  })),
  fc.tuple(type, text).map(([of, value]) => ({
    operation: { op: 'remove', path: 'phoneNumbers', value: [{ type: of, value }] },
    model: (before: Model) => ({
      ...before,
      phoneNumbers:
        before.phoneNumbers?.filter(
          (phone) => phone.type !== of || phone.value.toLowerCase() !== value.toLowerCase(),
        ) ?? [],
    }),
  })),
  fc.tuple(setting, type, text).map(([op, of, value]) => ({
    operation: { op, path: `phoneNumbers[type eq "${of}"].value`, value },
    model: (before: Model) => {
      const list = before.phoneNumbers ?? [];
      const chosen = list.filter((phone) => phone.type === of);
      if (chosen.length === 0 && op === 'replace') return 'refused' as const;
      if (chosen.length === 0) return { ...before, phoneNumbers: [...list, { type: of, value }] };
      return { ...before, phoneNumbers: list.map((phone) => (phone.type === of ? { ...phone, value } : phone)) };
    },
  })),
  fc.constant({
    operation: { op: 'replace', path: 'name', value: 5 },
    model: () => 'refused' as const,
  }),
);

it('a PATCH does what the reference model does, all of it or nothing', async () => {
  const { scim, domain } = await tenant();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(steps, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (requests) => {
        count += 1;
        const id = await created(scim, '/Users', { userName: `u${count}@${domain}` });
        let model: Model = {};
        let version: unknown = 'W/"1"';
        for (const request of requests) {
          const before = model;
          let after: Model | 'refused' = before;
          for (const step of request) after = after === 'refused' ? after : step.model(after);
          const answer = await scim.patch(
            `/Users/${id}`,
            patchOf(...request.map(({ operation }) => operation as JsonObject)),
          );
          expect(answer.status, answer.text).toBe(after === 'refused' ? 400 : 200);
          model = after === 'refused' ? before : withoutEmpty(after);
          const { body } = await scim.get(`/Users/${id}`);
          const { title, name, phoneNumbers, meta } = body as Model & { meta: { version: string } };
          expect(withoutEmpty({ title, name, phoneNumbers })).toEqual(model);
          if (isDeepStrictEqual(before, model)) expect(meta.version).toBe(version);
          version = meta.version;
        }
      },
    ),
    { numRuns: 120 },
  );
}, 120_000);
