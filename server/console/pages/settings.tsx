import { useState } from 'preact/hooks';
import { GROUP_MANAGEMENT, ON_DELETE, type CompanySettings } from '../../../shared/setup/company-settings.ts';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { Choices } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Page } from '../components/page.tsx';
import { PlanCard } from '../components/plan-card.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';

const REMOVED_DAYS = [30, 90, 365];
const ACTIVITY_DAYS = [30, 90, 365];

/** What a company decides for itself, and what it bought. */
export function SettingsPage() {
  const { console: texts } = useTexts();
  const crumbs = useCompanyCrumbs();
  return (
    <Page title={texts.settings.title} lead={texts.settings.lead} crumbs={crumbs}>
      <div class="columns columns-uneven">
        <SettingsForm />
        <PlanCard />
      </div>
    </Page>
  );
}

function SettingsForm() {
  const { console: texts } = useTexts();
  const own = texts.settings;
  const { company, reload } = useCompany();
  const [settings, setSettings] = useState(company.settings);
  const [saved, setSaved] = useState(false);
  const { action, run } = useAction();
  const change = (part: Partial<CompanySettings>) => {
    setSaved(false);
    setSettings({ ...settings, ...part });
  };
  const save = () =>
    run(async () => {
      await api.updateSettings(company.id, settings);
      setSaved(true);
      reload();
    });
  return (
    <Form action={action} onSubmit={save}>
      <Choices
        label={own.groups}
        value={settings.groupManagement}
        onValue={(groupManagement) => change({ groupManagement })}
        choices={GROUP_MANAGEMENT.map((value) => ({ value, ...own.groupChoices[value] }))}
      />
      <Choices
        label={own.onDelete}
        value={settings.onDelete}
        onValue={(onDelete) => change({ onDelete })}
        choices={ON_DELETE.map((value) => ({ value, ...own.deleteChoices[value] }))}
      />
      {settings.onDelete === 'keep' && (
        <DayChoices
          label={own.keepRemoved}
          days={REMOVED_DAYS}
          value={settings.keepRemovedDays}
          onValue={(keepRemovedDays) => change({ keepRemovedDays })}
          forGood
        />
      )}
      <DayChoices
        label={own.keepActivity}
        hint={own.keepActivityHint}
        days={ACTIVITY_DAYS}
        value={settings.keepActivityDays}
        onValue={(days) => change({ keepActivityDays: days ?? settings.keepActivityDays })}
      />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={action.state === 'working'}>
          {own.submit}
        </Button>
        <span class="hint" role="status">
          {saved && own.saved}
        </span>
      </div>
    </Form>
  );
}

type DayChoicesProps = {
  label: string;
  hint?: string;
  days: number[];
  value: number | null;
  onValue: (days: number | null) => void;
  /** Whether null, for good, may be chosen. */
  forGood?: boolean;
};

/** A number of days of a few; one that was set otherwise is offered, too. */
function DayChoices({ label, hint, days, value, onValue, forGood = false }: DayChoicesProps) {
  const { console: texts } = useTexts();
  const offered = [...new Set([...days, ...(value === null ? [] : [value])])].sort((one, other) => one - other);
  const choices = offered.map((count) => ({ value: String(count), label: texts.settings.days(count) }));
  return (
    <Choices
      label={label}
      hint={hint}
      value={value === null ? '' : String(value)}
      onValue={(chosen) => onValue(chosen === '' ? null : Number(chosen))}
      choices={forGood ? [...choices, { value: '', label: texts.settings.forGood }] : choices}
    />
  );
}
