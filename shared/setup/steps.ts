import type { Target } from './targets.ts';

/** `setup` from an empty company on; `replace-key` gives a running integration another key. */
export const FLOWS = ['setup', 'replace-key'] as const;
export type Flow = (typeof FLOWS)[number];

/** Whose pages a step is done on; `server` for the steps without a page, which every panel shows. */
export type Site = 'server' | 'dialpad' | 'jumpcloud';

/**
 * How the assistant does a step when asked to:
 * - `wait`: nothing to press; it is true when the server says so
 * - `press`: one click on the step's control
 * - `fill`: one value into the step's control
 * - `choose`: picks an option (SCIM 2.0)
 * - `switch-off`: makes a checkbox or switch be off
 * - `submit-form`: fills the key's name and saves the form
 * - `take`: reads the shown key into the assistant's memory
 * - `bind`: opens the user groups, the admin ticks, the assistant saves
 * - `by-hand`: destructive, so it is only ringed: the admin presses
 */
export type StepAction =
  'wait' | 'press' | 'fill' | 'choose' | 'switch-off' | 'submit-form' | 'take' | 'bind' | 'by-hand';

type StepEntry = {
  id: string;
  site: Site;
  action: StepAction;
  /** The only flow that has it; without, both do. */
  flow?: Flow;
  /** Creates, sends or changes something on the far side: previewed, and done only after a trusted click on confirm. */
  consequential?: true;
  /**
   * A page may lack it, in every flow or in that one; it is then passed over as "not needed", but only where the page
   * around it was recognised.
   */
  optional?: true | Flow;
  /** The admin may go on without it. */
  skippable?: true;
  /** What it shows is gone when the page is reloaded or left, until the step named here is done. */
  heldByPageUntil?: string;
};

/**
 * The steps of both flows in their order: the setup from Dialpad's article "Manage Users with JumpCloud SCIM", the
 * replacement of a key from JumpCloud's "Integrate with Dialpad" (deactivate, change, activate again) and its article on
 * custom SCIM (an update with another test user). Adding a step starts here.
 */
export const STEPS = [
  { id: 'eligibility', site: 'server', action: 'wait' },
  { id: 'secondary-domain', site: 'server', action: 'wait', flow: 'setup', skippable: true },
  { id: 'dialpad.my-company', site: 'dialpad', action: 'press', heldByPageUntil: 'dialpad.save-key' },
  { id: 'dialpad.authentication', site: 'dialpad', action: 'press', heldByPageUntil: 'dialpad.save-key' },
  { id: 'dialpad.api-keys', site: 'dialpad', action: 'press', heldByPageUntil: 'dialpad.save-key' },
  { id: 'dialpad.add-key', site: 'dialpad', action: 'press', heldByPageUntil: 'dialpad.save-key' },
  {
    id: 'dialpad.generate-key',
    site: 'dialpad',
    action: 'submit-form',
    consequential: true,
    heldByPageUntil: 'dialpad.save-key',
  },
  { id: 'dialpad.save-key', site: 'dialpad', action: 'take' },
  { id: 'jumpcloud.open-application', site: 'jumpcloud', action: 'press', heldByPageUntil: 'jumpcloud.activate' },
  { id: 'jumpcloud.identity-management', site: 'jumpcloud', action: 'press', heldByPageUntil: 'jumpcloud.activate' },
  {
    id: 'jumpcloud.configuration-settings',
    site: 'jumpcloud',
    action: 'press',
    heldByPageUntil: 'jumpcloud.activate',
  },
  {
    id: 'jumpcloud.deactivate',
    site: 'jumpcloud',
    action: 'by-hand',
    flow: 'replace-key',
    optional: true,
    heldByPageUntil: 'jumpcloud.activate',
  },
  {
    id: 'jumpcloud.scim-version',
    site: 'jumpcloud',
    action: 'choose',
    optional: true,
    heldByPageUntil: 'jumpcloud.activate',
  },
  { id: 'jumpcloud.base-url', site: 'jumpcloud', action: 'fill', heldByPageUntil: 'jumpcloud.activate' },
  { id: 'jumpcloud.token-key', site: 'jumpcloud', action: 'fill', heldByPageUntil: 'jumpcloud.activate' },
  {
    id: 'jumpcloud.test-user-email',
    site: 'jumpcloud',
    action: 'fill',
    optional: true,
    heldByPageUntil: 'jumpcloud.activate',
  },
  {
    id: 'jumpcloud.test-connection',
    site: 'jumpcloud',
    action: 'press',
    consequential: true,
    // A running integration takes an update instead.
    optional: 'replace-key',
    heldByPageUntil: 'jumpcloud.activate',
  },
  {
    id: 'jumpcloud.group-management',
    site: 'jumpcloud',
    action: 'switch-off',
    optional: true,
    skippable: true,
    heldByPageUntil: 'jumpcloud.activate',
  },
  { id: 'jumpcloud.activate', site: 'jumpcloud', action: 'press', consequential: true },
  { id: 'jumpcloud.save', site: 'jumpcloud', action: 'press', consequential: true, optional: true, skippable: true },
  {
    id: 'jumpcloud.user-groups',
    site: 'jumpcloud',
    action: 'bind',
    flow: 'setup',
    consequential: true,
    skippable: true,
  },
  { id: 'first-sync', site: 'server', action: 'wait', flow: 'setup', skippable: true },
  { id: 'retire-old-key', site: 'server', action: 'wait', flow: 'replace-key', skippable: true },
] as const satisfies readonly StepEntry[];

export type StepId = (typeof STEPS)[number]['id'];
export type Step = StepEntry & { id: StepId };

/** The ids in order: for wire schemas and tables. */
export const STEP_IDS: readonly StepId[] = STEPS.map((step) => step.id);

/** The steps of a flow, in order. */
export function stepsOf(flow: Flow): readonly Step[] {
  return (STEPS as readonly Step[]).filter((step) => step.flow === undefined || step.flow === flow);
}

/** Whether a page may lack a step in that flow. */
export function mayLack(id: StepId, flow: Flow): boolean {
  const { optional } = stepOf(id);
  return optional === true || optional === flow;
}

/** The step of that id. */
export function stepOf(id: StepId): Step {
  const step = STEPS.find((candidate) => candidate.id === id);
  if (!step) throw new RangeError(`There is no step ${id}.`);
  return step;
}

/** Where a step stands in the flow, from 0. */
export function stepIndex(id: StepId): number {
  return STEP_IDS.indexOf(id);
}

/**
 * The site of a step for that target: a self-hosted session gets its key from this server, so `generate-key` and
 * `save-key` have no page.
 */
export function siteOf(id: StepId, target: Target): Site {
  const step = stepOf(id);
  return target === 'self-hosted' && step.site === 'dialpad' ? 'server' : step.site;
}

/** Steps that have nothing to do for a target (contract: target of a setup session). */
export function notNeededFor(id: StepId, target: Target): boolean {
  if (target === 'self-hosted') {
    return stepOf(id).site === 'dialpad' && id !== 'dialpad.generate-key' && id !== 'dialpad.save-key';
  }
  return target === 'dialpad' && id === 'first-sync';
}
