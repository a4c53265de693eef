import { type Command, Option } from 'commander';
import { PLANS, type Plan, type Product, PRODUCTS } from '../../shared/setup/snapshot.ts';
import { OPERATOR } from '../audit/audit-log.ts';
import type { Company } from '../companies/companies.ts';
import type { Answer, Run } from './context.ts';
import { table } from './table.ts';

type Created = { name: string; domain: string; product: Product; plan: Plan };
type Changed = { name?: string; product?: Product; plan?: Plan };

const COMPANY = 'its id or its primary domain';

/** `company …` and `domain …`. */
export function addCompanyCommands(program: Command, run: Run): void {
  const company = program.command('company').description('companies, their product and plan');
  company
    .command('create')
    .description('make a company')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--domain <domain>', 'its primary domain')
    .addOption(productOption().makeOptionMandatory())
    .addOption(planOption().makeOptionMandatory())
    .action(({ domain, ...given }: Created) =>
      run(async ({ companies, audit }) => {
        const created = companies.create({ ...given, primaryDomain: domain }, ({ id, name }) =>
          audit.along(id, OPERATOR, { action: 'company-created', subject: name }),
        );
        return ofCompany(await created);
      }),
    );
  company
    .command('list')
    .description('every company')
    .action(() => run(async ({ companies }) => ofCompanies(await companies.list())));
  company
    .command('show')
    .description('one company')
    .argument('<company>', COMPANY)
    .action((name: string) => run(async ({ companies }) => ofCompany(await companies.find(name))));
  company
    .command('update')
    .description('change name, product or plan')
    .argument('<company>', COMPANY)
    .option('--name <name>', 'what people call it')
    .addOption(productOption())
    .addOption(planOption())
    .action((name: string, change: Changed) =>
      run(async ({ companies, audit }) => {
        const { id } = await companies.find(name);
        const subject = Object.values(change).join(', ');
        const along = audit.along(id, OPERATOR, { action: 'company-changed', subject });
        return ofCompany(await companies.update(id, change, along));
      }),
    );
  addDomainCommands(program, run);
}

function addDomainCommands(program: Command, run: Run): void {
  const domain = program.command('domain').description('secondary domains that accounts may be on');
  domain
    .command('allow')
    .description("allow accounts on a domain ('*': any userName at all)")
    .argument('<company>', COMPANY)
    .argument('<domain>')
    .action((name: string, wanted: string) =>
      run(async ({ companies, audit }) => {
        const owner = await companies.find(name);
        const along = audit.along(owner.id, OPERATOR, { action: 'domain-allowed', subject: wanted });
        return ofDomains(await companies.allowDomain(owner, wanted, along));
      }),
    );
  domain
    .command('revoke')
    .description('no longer allow new accounts on a domain')
    .argument('<company>', COMPANY)
    .argument('<domain>')
    .action((name: string, unwanted: string) =>
      run(async ({ companies, audit }) => {
        const owner = await companies.find(name);
        const along = audit.along(owner.id, OPERATOR, { action: 'domain-revoked', subject: unwanted });
        return ofDomains(await companies.revokeDomain(owner, unwanted, along));
      }),
    );
  domain
    .command('list')
    .description('the primary and the allowed domains')
    .argument('<company>', COMPANY)
    .action((name: string) => run(async ({ companies }) => ofDomains(await companies.find(name))));
}

function productOption(): Option {
  return new Option('--product <product>', 'what it bought').choices(PRODUCTS);
}

function planOption(): Option {
  return new Option('--plan <plan>', 'its plan').choices(PLANS);
}

function ofCompany(company: Company): Answer {
  const lines = [
    `${company.name} (${company.id})`,
    `  product          ${company.product}`,
    `  plan             ${company.plan}`,
    `  JumpCloud SCIM   ${company.eligible ? 'yes' : 'no: Ai Voice needs Pro or Enterprise'}`,
    `  primary domain   ${company.primaryDomain}`,
    `  allowed domains  ${company.allowedDomains.join(', ') || 'none'}`,
  ];
  return { text: lines.join('\n'), json: company };
}

function ofCompanies(companies: Company[]): Answer {
  const rows = companies.map(({ id, name, product, plan, primaryDomain }) => [id, name, product, plan, primaryDomain]);
  const none = 'There is no company yet. Make one with: company create';
  return { text: table(['ID', 'NAME', 'PRODUCT', 'PLAN', 'PRIMARY DOMAIN'], rows, none), json: { companies } };
}

function ofDomains({ primaryDomain, allowedDomains }: Company): Answer {
  const text = [`${primaryDomain} (primary)`, ...allowedDomains].join('\n');
  return { text, json: { primaryDomain, allowedDomains } };
}
