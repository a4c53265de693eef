import type { CommonTexts } from './common-en.ts';

/** The same in Spanish. */
export const commonEs: CommonTexts = {
  product: 'Configuración de JumpCloud',
  productFor: 'para Dialpad',
  tryAgain: 'Intentar de nuevo',
  loading: 'Cargando…',
  working: 'En curso…',

  failure: {
    title: 'No se pudo cargar',
    offlineTitle: 'El servidor no responde',
    offline: 'Compruebe que tiene conexión y que el servidor funciona, e inténtelo de nuevo. No se cambió nada.',
    notFoundTitle: 'Aquí no hay nada',
    notFound:
      'Puede que la dirección esté mal escrita, que lo que nombraba se haya eliminado o que sea de una empresa que usted no puede ver.',
    unexpected: 'El servidor respondió algo que esta página no entiende. Recárguela; si no basta, avise al soporte.',
    toStart: 'Ir a la página de inicio',
    liveLost: 'Se perdió la conexión en directo. Intentándolo de nuevo…',
    live: 'En directo',
  },

  domainRequest: {
    ask: (domain) => `Pedir al soporte que permita ${domain}`,
    askAgain: 'Pedir de nuevo',
    asked: 'Pedido',
    declined: 'Rechazado',
    askedText: (domain) =>
      `Se pidió al soporte de Dialpad que permita ${domain}. Esta página continúa por sí sola cuando responda.`,
    declinedText: (domain) => `El soporte de Dialpad no permitió ${domain}:`,
  },
};
