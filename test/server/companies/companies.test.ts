import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('companies', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  const make = (primaryDomain: string) =>
    server.rules.companies.create({ name: 'Some', primaryDomain, product: 'ai-voice', plan: 'pro' });

  it.each([
    ['ai-voice', 'standard', false],
    ['ai-voice', 'pro', true],
    ['ai-voice', 'enterprise', true],
    ['ai-sales', 'standard', true],
    ['ai-contact-center', 'standard', true],
  ] as const)('with %s on %s: may use SCIM is %s', async (product, plan, eligible) => {
    const { companies, keys } = server.rules;
    const company = await companies.create({ name: 'X', primaryDomain: `${product}-${plan}.example`, product, plan });
    expect(company.eligible).toBe(eligible);
    const key = keys.create(company, { name: 'JumpCloud', createdBy: 'test' });
    if (eligible) await expect(key).resolves.toBeTruthy();
    else await expect(key).rejects.toMatchObject({ status: 403, detail: /Pro or Enterprise/ });
  });

  it('keeps a primary domain to one company, whatever its case', async () => {
    await make('Taken.Example');
    await expect(make('taken.example')).rejects.toMatchObject({ status: 409, detail: /another company/ });
  });

  it('lets several companies allow the same secondary domain', async () => {
    for (const domain of ['one.example', 'two.example']) {
      const company = await server.rules.companies.allowDomain(await make(domain), 'JumpCloud.com');
      expect(company.allowedDomains).toEqual(['jumpcloud.com']);
    }
  });

  it.each([
    ['ana@acme.example', /address/],
    ['https://acme.example', /web address/],
    ['acme', /ending/],
    ['acme..example', /no domain/],
    ['-acme.example', /no domain/],
    ['10.0.0.1', /no domain/],
    ['', /ending/],
  ])('refuses "%s" as a domain, and says why', async (domain, why) => {
    await expect(make(domain)).rejects.toMatchObject({ status: 400, detail: why });
  });

  it('keeps international domains in ASCII', async () => {
    expect((await make('Bücher.example')).primaryDomain).toBe('xn--bcher-kva.example');
  });

  it('is found by id and by primary domain', async () => {
    const company = await make('found.example');
    expect(await server.rules.companies.find(company.id)).toEqual(company);
    expect(await server.rules.companies.find('FOUND.example')).toEqual(company);
    await expect(server.rules.companies.find('lost.example')).rejects.toMatchObject({ status: 404 });
  });

  it('counts a domain, allowed and revoked, for the next call', async () => {
    const { id, key } = await server.company();
    const scim = server.scim(key);
    const create = async (name: string) => (await scim.post('/Users', { userName: `${name}@second.example` })).status;
    const company = await server.rules.companies.find(id);
    expect(await create('a')).toBe(400);
    await server.rules.companies.allowDomain(company, 'second.example');
    expect(await create('a')).toBe(201);
    await server.rules.companies.revokeDomain(company, 'second.example');
    expect(await create('b')).toBe(400);
    await expect(server.rules.companies.revokeDomain(company, 'second.example')).rejects.toMatchObject({ status: 404 });
  });

  it('never revokes the primary domain', async () => {
    const company = await make('mine.example');
    await expect(server.rules.companies.revokeDomain(company, 'mine.example')).rejects.toMatchObject({ status: 409 });
  });

  it('takes * for any userName, e-mail or not', async () => {
    const { id, key } = await server.company();
    await server.rules.companies.allowDomain(await server.rules.companies.find(id), '*');
    expect((await server.scim(key).post('/Users', { userName: 'bjensen' })).status).toBe(201);
  });

  it('makes a first company only once, however many ask', async () => {
    const empty = await startTestServer();
    const first = { name: 'Acme', primaryDomain: 'acme.example', product: 'ai-voice', plan: 'pro' } as const;
    const made = await Promise.all(Array.from({ length: 5 }, () => empty.rules.companies.createFirst(first)));
    expect(made.filter(Boolean).length).toBe(1);
    await empty.close();
  });
});
