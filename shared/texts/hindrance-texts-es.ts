import type { HindranceTexts } from './hindrance-texts-en.ts';

export const hindrancesEs: HindranceTexts = {
  'window-over': {
    title: 'Una ventana tapa la página',
    cause: 'Una ventana de la página, como un anuncio, tapa lo que el asistente necesita.',
    next: 'Cierre esa ventana en la página, y la configuración continúa.',
  },
  'not-yet': {
    title: 'El paso todavía no está hecho',
    cause: 'La página todavía no muestra este paso como hecho.',
    next: 'Deje que lo haga el asistente, o hágalo a mano en la página.',
  },
  'no-change': {
    title: 'La página quedó como estaba',
    cause: 'Se pulsó lo que lo parecía y no pasó nada.',
    next: 'Muestre al asistente el elemento correcto haciendo clic en él, o haga el paso a mano y elija «Ya lo hice».',
  },
  disabled: {
    title: 'La página todavía no lo permite',
    cause: 'El elemento está, pero ahora no se puede usar.',
    next: 'Mire qué pide todavía la página o en qué está ocupada. La configuración continúa en cuanto se pueda usar.',
  },
  covered: {
    title: 'Algo tapa el elemento',
    cause: 'Otra parte de la página tapa lo que hay que pulsar, así que no se pulsó nada.',
    next: 'Cierre o mueva lo que lo tapa y deje que lo haga el asistente.',
  },
  gone: {
    title: 'La página no se queda quieta',
    cause:
      'El elemento está, pero la página lo quitó o lo volvió a dibujar cada vez que había que usarlo, así que no se hizo nada.',
    next: 'Espere a que la página se estabilice y deje que lo haga el asistente.',
  },
  'not-it': {
    title: 'Eso no puede ser',
    cause: 'Lo que ha pulsado es otro tipo de elemento, o uno que elimina algo.',
    next: 'Muestre al asistente el correcto, o haga el paso a mano y elija «Ya lo hice».',
  },
  unknown: {
    title: 'Este elemento no está en la página',
    cause: 'El asistente lo buscó y no lo encontró. Puede que la página haya cambiado.',
    next: 'Muestre al asistente dónde está haciendo clic en él, o haga el paso a mano y elija «Ya lo hice».',
  },
};
