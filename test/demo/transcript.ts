import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { progress, type StepProgress } from '../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import type { Call, RecordCall } from '../sites/jumpcloud/client/calls.ts';

/** What is observed of a world: what the server knows of the setup, and JumpCloud's calls as they end. */
type Observed = {
  snapshot: () => Promise<SetupSnapshot>;
  sites: { jumpcloud: { onCall: (listener: RecordCall) => unknown } };
};

/** Prints what is observed while the demo runs: steps as the server's evidence has them, each with JumpCloud's calls that it caused. */
export type Transcript = {
  say(line: string): void;
  heading(title: string): void;
  /** Prints the steps that became true since the last time, with who saw it and the calls, and takes a picture when asked. */
  steps(page: Page | null): Promise<void>;
  /** Prints these calls, indented. */
  calls(calls: readonly Call[]): void;
  /** How many calls JumpCloud made while this transcript listened. */
  callCount(): number;
};

const WHO = { page: 'seen on the page', server: 'seen by the server', admin: "the admin's word" };

/** A transcript of this world; `pictures` is a folder or null. */
export function startTranscript(world: Observed, print: (line: string) => void, pictures: string | null): Transcript {
  const told = new Set<StepId>();
  let count = 0;
  let waiting: Call[] = [];
  world.sites.jumpcloud.onCall((call) => {
    count += 1;
    waiting.push(call);
  });

  const printCalls = (calls: readonly Call[]): void => {
    for (const { method, path, status, note } of calls) {
      print(`        ${method.padEnd(6)} ${path}  ->  ${status === null ? 'no answer' : String(status)}   ${note}`);
    }
  };

  const tell = async (entry: StepProgress, number: number, page: Page | null): Promise<void> => {
    told.add(entry.step);
    const seen = entry.seenBy ? ` (${WHO[entry.seenBy]})` : '';
    print(`  ${mark(entry)} ${String(number).padStart(2)}  ${entry.step.padEnd(32)} ${entry.state}${seen}`);
    if (pictures && page) await picture(page, pictures, `${String(number).padStart(2, '0')}-${entry.step}`);
  };

  return {
    say: print,
    heading: (title) => {
      // What is left is of a step that nobody saw done, such as the last one when the first user came before that.
      printCalls(waiting.splice(0));
      print(`\n${title}`);
    },
    steps: async (page) => {
      // Calls that came before the snapshot: the press that caused them is in it.
      let ended = waiting.splice(0);
      const snapshot = await world.snapshot();
      const take = (isDue: (cause: StepId | null) => boolean): void => {
        printCalls(ended.filter((call) => isDue(causeOf(call, snapshot))));
        ended = ended.filter((call) => !isDue(causeOf(call, snapshot)));
      };
      take((cause) => cause === null || told.has(cause));
      for (const [index, entry] of progress(snapshot).steps.entries()) {
        if (entry.state === 'open' || told.has(entry.step)) continue;
        await tell(entry, index + 1, page);
        take((cause) => cause === entry.step);
      }
      // Of steps that are still open.
      waiting.unshift(...ended);
    },
    calls: (calls) => {
      printCalls(calls);
      waiting = [];
    },
    callCount: () => count,
  };
}

/** The step whose press came last before the call: a press is on the server before the page's button is pressed. */
function causeOf({ time }: Call, { evidence }: SetupSnapshot): StepId | null {
  return evidence.findLast(({ fact, at }) => fact === 'pressed' && at <= time)?.step ?? null;
}

function mark({ state }: StepProgress): string {
  return state === 'done' ? '✓' : '–';
}

/** Saves a picture of a page under a name. */
export async function picture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
