import { adminCommand } from './cli/admin-command.ts';
import type { Company } from './companies/companies.ts';
import type { Config } from './config.ts';
import { isPublicAddress } from './setup/public-address.ts';

type Facts = {
  config: Config;
  publicUrl: string;
  /** Signs in once, as support. */
  signInUrl: string;
  companies: Company[];
  /** Folders of the unpacked extension. */
  extensions: { chrome: string; firefox: string };
};

/** What somebody needs to know who has just started the server, and what to do next. */
export function startCard({ config, publicUrl, signInUrl, companies, extensions }: Facts): string {
  const lines = [
    '',
    'JumpCloud setup for Dialpad is running.',
    '',
    `  Console         ${signInUrl}`,
    '                  (this link signs in once, as support)',
    `  SCIM Base URL   ${publicUrl}/scim/v2`,
    `  Extension       ${extensions.chrome}`,
    `                  Firefox: ${extensions.firefox}`,
    '',
    ...nextStep(companies, adminCommand(config, publicUrl)),
    ...(config.database.kind === 'postgres' ? WITH_POSTGRES : []),
    '',
    ...(isPublicAddress(publicUrl) ? [] : notReachable(publicUrl)),
  ];
  return lines.join('\n');
}

const WITH_POSTGRES = ["(These need the server's DATABASE_URL and SECRET_KEY in their environment.)"];

function nextStep(companies: Company[], admin: string): string[] {
  const [company] = companies;
  if (!company) {
    return [
      'Next: make a company.',
      `  ${admin} company create --name Acme --domain acme.example --product ai-voice --plan pro`,
    ];
  }
  return [
    `Next: load the extension (chrome://extensions, Developer mode, Load unpacked), make a setup link for ${company.name}`,
    'and paste it into the side panel:',
    `  ${admin} setup-link create ${company.primaryDomain}`,
    'The console as an admin of that company sees it, who adds API keys and makes setup links:',
    `  ${admin} person invite admin@${company.primaryDomain} --role admin --company ${company.primaryDomain}`,
  ];
}

function notReachable(publicUrl: string): string[] {
  return [
    `Note: JumpCloud's cloud cannot reach ${publicUrl} yet. Put the server behind an https address of yours,`,
    'set PUBLIC_URL to it (such as PUBLIC_URL=https://scim.example.com) and start again.',
    '',
  ];
}
