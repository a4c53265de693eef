import { describe, expect, it } from 'vitest';
import type { PlaceSign, SiteFacts, StepFacts } from '../../../extension/page/find/types.ts';
import { dialpad } from '../../../extension/sites/dialpad/dialpad.ts';
import { jumpcloud } from '../../../extension/sites/jumpcloud/jumpcloud.ts';
import { STEPS } from '../../../shared/setup/steps.ts';

describe.each([dialpad, jumpcloud])('the facts of $site', (site) => {
  it('speak of every step of the site, in its order', () => {
    const steps = STEPS.filter((step) => step.site === site.site).map((step) => step.id);
    expect(site.steps.map((facts) => facts.step)).toEqual(steps);
  });

  it('name only controls that are declared, each once', () => {
    const ids = site.controls.map((control) => control.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...controlsNamed(site)].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('name only places that are declared', () => {
    const ids = site.places.map((place) => place.id);
    const named = [
      ...site.steps.flatMap(placesOf),
      ...site.obstacles.flatMap(({ at }) => (at === 'unknown' ? [] : at)),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('look only at the admin origins', () => {
    expect(site.origins.every((origin) => new URL(origin).origin === origin && origin.startsWith('https://'))).toBe(
      true,
    );
  });
});

function controlsNamed(site: SiteFacts): Set<string> {
  const signs = [...site.places, ...site.obstacles].flatMap((entry) => entry.signs).flatMap(ofSign);
  const near = site.controls.flatMap((control) => control.near ?? []);
  const active = site.active ? [site.active.control, site.active.offer] : [];
  return new Set([...signs, ...near, ...active, ...site.workspace, ...site.steps.flatMap(ofStep)]);
}

function ofSign(sign: PlaceSign): readonly string[] {
  return [...(sign.controls ?? []), ...(sign.without ?? []), ...(sign.selected === undefined ? [] : [sign.selected])];
}

function ofStep(facts: StepFacts): readonly string[] {
  const single = ['control', 'other', 'opener', 'tab', 'save', 'field', 'submit', 'reveal', 'copy'] as const;
  const own = single.flatMap((key) => (key in facts ? [(facts as Record<string, unknown>)[key] as string] : []));
  return [
    ...own,
    ...('anchors' in facts ? facts.anchors : []),
    ...('via' in facts ? facts.via.map((way) => way.control) : []),
  ];
}

function placesOf(facts: StepFacts): readonly string[] {
  const own = ['at', 'shownAt', 'place', 'within'] as const;
  const named = own.flatMap((key) => (key in facts ? [(facts as Record<string, unknown>)[key] as string] : []));
  return [...named, ...('via' in facts ? facts.via.flatMap((way) => way.from) : [])];
}
