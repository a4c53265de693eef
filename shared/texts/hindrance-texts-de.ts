import type { HindranceTexts } from './hindrance-texts-en.ts';

export const hindrancesDe: HindranceTexts = {
  'window-over': {
    title: 'Ein Fenster liegt über der Seite',
    cause: 'Ein Fenster der Seite, etwa eine Ankündigung, liegt über dem, was der Assistent braucht.',
    next: 'Schließen Sie dieses Fenster auf der Seite, dann geht es weiter.',
  },
  'not-yet': {
    title: 'Der Schritt ist noch nicht erledigt',
    cause: 'Die Seite zeigt noch nicht, dass dieser Schritt erledigt ist.',
    next: 'Lassen Sie es den Assistenten tun, oder machen Sie es von Hand auf der Seite.',
  },
  'no-change': {
    title: 'Die Seite ist geblieben, wie sie war',
    cause: 'Was danach aussah, wurde gedrückt, und nichts ist geschehen.',
    next: 'Zeigen Sie dem Assistenten das richtige Element durch einen Klick, oder machen Sie den Schritt von Hand und wählen Sie „Habe ich getan“.',
  },
  disabled: {
    title: 'Die Seite lässt es noch nicht zu',
    cause: 'Das Element ist da, lässt sich aber jetzt nicht benutzen.',
    next: 'Sehen Sie nach, was die Seite noch verlangt oder womit sie beschäftigt ist. Sobald es sich benutzen lässt, geht es weiter.',
  },
  covered: {
    title: 'Etwas liegt über dem Element',
    cause: 'Ein anderer Teil der Seite verdeckt, was geklickt werden soll; deshalb wurde nichts geklickt.',
    next: 'Schließen oder verschieben Sie, was darüber liegt, und lassen Sie es dann den Assistenten tun.',
  },
  gone: {
    title: 'Die Seite steht nicht still',
    cause:
      'Das Element ist da, aber die Seite hat es jedes Mal, wenn es benutzt werden sollte, entfernt oder neu gezeichnet; deshalb wurde nichts getan.',
    next: 'Warten Sie, bis die Seite zur Ruhe gekommen ist, und lassen Sie es dann den Assistenten tun.',
  },
  'not-it': {
    title: 'Das kann es nicht sein',
    cause: 'Was Sie angeklickt haben, ist ein Element anderer Art oder eines, das etwas entfernt.',
    next: 'Zeigen Sie dem Assistenten das richtige, oder machen Sie den Schritt von Hand und wählen Sie „Habe ich getan“.',
  },
  unknown: {
    title: 'Dieses Element ist nicht auf der Seite',
    cause: 'Der Assistent hat es gesucht und nicht gefunden. Vielleicht hat sich die Seite geändert.',
    next: 'Zeigen Sie dem Assistenten durch einen Klick, wo es ist, oder machen Sie den Schritt von Hand und wählen Sie „Habe ich getan“.',
  },
};
