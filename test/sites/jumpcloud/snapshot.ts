import type { ConsoleForm, ConsoleLabels } from './options.ts';

/** What the pages' own backend tells them at `GET /__api/state`, and with every answer. */
export interface Snapshot {
  readonly form: ConsoleForm;
  readonly labels: ConsoleLabels;
  readonly signedIn: boolean;
  readonly applications: readonly ApplicationRow[];
  readonly ssoActive: boolean;
  readonly unsavedSso: boolean;
  readonly integration: {
    readonly active: boolean;
    readonly badge: 'Active' | 'Inactive';
    readonly baseUrl: string;
    readonly groupManagement: boolean;
  };
  readonly userGroups: readonly { readonly name: string; readonly members: number; readonly bound: boolean }[];
  readonly quirks: {
    readonly announcement: boolean;
    readonly asksBefore: 'nothing' | 'page' | 'browser';
    readonly prefilledBaseUrl: string;
    readonly scimVersion: '1.1' | '2.0';
    readonly revertFills: boolean;
    readonly wipeForm: 'never' | 'after-token' | 'after-test';
    readonly forgetsKey: boolean;
    readonly redrawEveryMs: number;
    readonly configurationCollapsed: boolean;
    readonly successText: boolean;
    readonly renamed: Readonly<Record<string, string>>;
    readonly modernTab: 'provisioning' | 'identity management';
  };
}

/** A row of the application list. */
export interface ApplicationRow {
  readonly id: string;
  readonly label: string;
  readonly ours: boolean;
  readonly ssoActive: boolean;
  readonly provisioning: 'Active' | 'Inactive' | 'Not available';
}

/** What the form sends to test, activate or update. */
export interface ScimForm {
  readonly baseUrl: string;
  readonly tokenKey: string;
  readonly testEmail: string;
  readonly groupManagement: boolean;
  readonly scimVersion: '1.1' | '2.0';
}

/** Every answer of the pages' backend; JumpCloud gives no reason for a failure, so there is none. */
export interface ConsoleAnswer {
  readonly ok: boolean;
  readonly snapshot: Snapshot;
}

/** What the Token Key field shows once the integration is active. */
export const maskedToken = '******************';
