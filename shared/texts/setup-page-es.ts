import type { SetupPageTexts } from './setup-page-en.ts';

/** The same in Spanish. */
export const setupPageEs: SetupPageTexts = {
  flows: {
    setup: {
      name: 'Configurar JumpCloud',
      title: (company) => `Conectar JumpCloud con Dialpad para ${company}`,
      lead: 'Esta lista se completa sola mientras se configuran Dialpad y JumpCloud. Hágala a mano de arriba abajo, o deje que el asistente del navegador la haga con usted. Lleva unos diez minutos.',
      finishedTitle: 'JumpCloud está conectado',
      finished: 'Los usuarios llegan, cambian y se suspenden ahora como en JumpCloud. Puede cerrar esta página.',
    },
    'replace-key': {
      name: 'Reemplazar la clave',
      title: (company) => `Reemplazar la clave de JumpCloud para ${company}`,
      lead: 'JumpCloud recibe una clave nueva, y la antigua se elimina cuando se ha visto la nueva en uso. Esta lista se completa sola. Hágala a mano de arriba abajo, o deje que el asistente del navegador la haga con usted.',
      finishedTitle: 'JumpCloud usa la clave nueva',
      finished: 'Los usuarios llegan y se van como antes. Puede cerrar esta página.',
    },
  },
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'El navegador no lo permite aquí. El texto está seleccionado: pulse Ctrl+C (⌘C en un Mac).',
  expires: 'Este enlace caduca:',
  keepPrivate: 'No comparta el enlace: quien lo tiene puede seguir esta configuración e informar sobre ella.',
  progress: (done, total) => `${done} de ${total} pasos hechos`,

  assistant: {
    title: 'Deje que el asistente la haga con usted',
    text: 'La extensión del navegador encuentra cada campo en las páginas de Dialpad y JumpCloud, lo rellena y pregunta antes de crear, enviar o cambiar nada.',
    steps: [
      'Instale «JumpCloud setup for Dialpad» en Chrome, Edge o Firefox, desde la tienda de su navegador o como se la entregue su contacto en el soporte de Dialpad.',
      'Abra su panel lateral y pegue el enlace de esta página en el campo «Setup link».',
      'Pulse «Connect» y abra Dialpad. Esta página le sigue.',
    ],
    linkLabel: 'Setup link',
  },

  values: {
    title: 'Valores para copiar',
    baseUrl: 'Base URL',
    notPublic:
      'La nube de JumpCloud no puede llegar a esta dirección: solo existe en este equipo, o no es https. Quien opera el servidor define PUBLIC_URL.',
    keyName: 'Nombre de la clave',
    testAddress: 'Test User Email',
    testAddressHint:
      'Solo si su aplicación de JumpCloud pide una. Nadie tiene esta dirección, y se elimina después de la prueba.',
    makeTestAddress: 'Crear una dirección de prueba',
    anotherTestAddress: 'Crear otra',
    request: 'Solicitud al soporte de Dialpad',
    requestHint:
      'O envíe esto usted: en Dialpad, Contact us › Submit a request › Account changes › Adding a secondary domain.',
    createKey: 'Crear la clave API',
    createKeyHint: 'Este servidor crea la clave de esta configuración una sola vez y la muestra solo ahora.',
    key: 'Clave API',
    keyOnce: 'No se volverá a ver. Péguela en el campo «Token Key» de JumpCloud antes de salir de esta página.',
  },

  groups: { dialpad: 'En Dialpad', jumpcloud: 'En JumpCloud' },
  groupServerFirst: 'Antes de empezar',
  groupServerLast: 'Para terminar',
  open: 'Abrir',

  step: {
    why: 'Por qué',
    byHand: 'Cómo',
    done: 'Ya lo hice',
    skip: 'Omitir este paso',
    notThere: 'Mi página no lo tiene',
    undo: 'No está hecho todavía',
    succeeded: 'JumpCloud dice que funcionó',
    failed: 'JumpCloud dice que falló',
    waiting: 'Se hace solo en cuanto el servidor lo ve.',
    waitingForServer: 'Usted dice que funcionó. Esperando las llamadas de JumpCloud…',
    now: 'Ahora',
    states: { done: 'Hecho', open: 'Por hacer', 'not-needed': 'No hace falta', skipped: 'Omitido' },
    seenBy: { page: 'visto en la página', admin: 'según usted', server: 'visto por el servidor' },
  },

  byHand: {
    'dialpad.save-key':
      'Copie la clave ahora (elija antes «Show value» si está oculta): puede que no se vuelva a ver. Guárdela solo hasta que esté en el campo Token Key de JumpCloud.',
    'dialpad.generate-key':
      'Escriba un nombre como «JumpCloud SCIM», deje los permisos predeterminados (scopes) como están y elija Save.',
  },

  selfHostedByHand: {
    'dialpad.generate-key': 'Cree la clave aquí. Si ya se creó y se perdió, quien opera este servidor puede dar otra.',
    'dialpad.save-key':
      'Copie la clave cuando se muestre, y guárdela solo hasta que esté en el campo Token Key de JumpCloud.',
  },

  activity: {
    title: 'Lo que vio el servidor',
    empty: 'Aún no hay llamadas de JumpCloud.',
    lead: 'Las llamadas de JumpCloud, la más reciente primero.',
  },

  ended: {
    title: 'Este enlace de configuración ya no es válido',
    text: 'Caducó, fue revocado o quedó cortado al copiarlo. Lo que se configuró hasta ahora se conserva.',
    next: 'Pida uno nuevo a quien se lo envió, a su administrador o al soporte de Dialpad. Ábralo o péguelo en el asistente; la configuración sigue donde estaba.',
    admin: 'Si usted administra la empresa, puede crear uno nuevo en la consola, en «Set up JumpCloud».',
    toConsole: 'Ir a la consola',
  },
};
