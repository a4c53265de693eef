import type { ProblemCode } from '../setup/problems.ts';
import { domainRequest, planRequest, type ProblemText } from './problem-texts-en.ts';
import { hindrancesEs } from './hindrance-texts-es.ts';
import { targetMissing } from './hindrance-texts-en.ts';

export const problemsEs: Record<ProblemCode, ProblemText> = {
  'plan-not-eligible': {
    title: 'Este plan no permite SCIM',
    cause: ({ plan }) =>
      `Ai Voice permite SCIM en los planes Pro y Enterprise; la empresa tiene ${plan ? `«${plan}»` : 'otro'}.`,
    next: 'Pida al titular de la cuenta o a Dialpad que cambie el plan. En cuanto esté hecho, esto continúa por sí solo.',
    labels: { copy: 'Copiar una solicitud para Dialpad' },
    request: planRequest,
  },
  'secondary-domain-missing': {
    title: 'jumpcloud.com todavía no es un dominio permitido',
    cause: ({ status }) =>
      status
        ? 'JumpCloud intentó crear su usuario de prueba en jumpcloud.com y fue rechazado, porque ese dominio no está permitido para la empresa.'
        : 'El usuario de prueba de JumpCloud está en jumpcloud.com. Hasta que el soporte de Dialpad añada ese dominio, la activación falla.',
    next: ({ message }) =>
      message === 'asked'
        ? 'Se ha preguntado al soporte de Dialpad. Esto continúa por sí solo en cuanto lo permita.'
        : 'Pida al soporte de Dialpad que lo permita, o envíele usted esta solicitud: Contact us › Submit a request › Account changes › Adding a secondary domain. En cuanto el dominio esté permitido, esto continúa por sí solo.',
    labels: { perform: 'Pedir al soporte que permita jumpcloud.com', copy: 'Copiar la solicitud para el soporte' },
    request: domainRequest,
  },
  'not-an-admin': {
    title: 'Esta cuenta no es de administrador',
    cause: () => 'La página no ofrece la administración a la cuenta que ha iniciado sesión.',
    next: 'Inicie sesión como Company Admin (en JumpCloud: Administrator) o pida a un administrador que abra el enlace de configuración.',
  },
  'signed-out': {
    title: 'Ha cerrado la sesión',
    cause: () => 'La página pide iniciar sesión.',
    next: 'Inicie sesión en la página. La configuración sigue donde estaba.',
  },
  'target-missing': targetMissing(hindrancesEs),
  'target-ambiguous': {
    title: 'Varios elementos encajan',
    cause: ({ seen }) =>
      seen ? `Estos se parecen: ${seen}.` : 'Más de un elemento de la página encaja con la descripción.',
    next: 'Muestre al asistente el correcto, para que no toque nada equivocado.',
  },
  'fill-reverted': {
    title: 'La página restableció el campo',
    cause: ({ message }) =>
      message === 'typed'
        ? 'Entretanto se escribió algo en el campo, así que quedó como está.'
        : 'Se rellenó el valor y la página lo cambió enseguida.',
    next: 'Inténtelo una vez más o escriba el valor a mano.',
    labels: { retry: 'Intentar de nuevo' },
  },
  'key-not-seen': {
    title: 'El asistente no tiene la clave',
    cause: ({ message }) => {
      if (message === 'window-over')
        return 'Hay una ventana abierta en la página de Dialpad. Si pregunta algo, responda allí; si muestra la clave, muéstresela al asistente.';
      if (message === 'key-damaged')
        return 'Lo que se mostró es solo una parte de una clave, o tiene un carácter equivocado.';
      if (message === 'no-key') return 'Lo que se pulsó no parece una clave, o la clave no está sola allí.';
      return message ?? 'No se leyó ninguna clave API en la página, o el navegador se cerró desde entonces.';
    },
    next: 'Dé al asistente la clave de la página de Dialpad o péguela en el panel lateral, en «API key». Si ya no se muestra, hay que crear otra.',
    labels: { back: 'Crear una clave nueva', point: 'Mostrarle la clave' },
  },
  'no-request-arrived': {
    title: 'La llamada de JumpCloud no llegó',
    cause: ({ expected, message }) =>
      message === 'answered-elsewhere'
        ? `La prueba de JumpCloud salió bien, pero aquí no llegó nada: responde otra cosa${expected ? ` en ${expected}` : ''}, como un proxy u otro servidor.`
        : `JumpCloud debía llamar y no llegó nada${expected ? ` a ${expected}` : ''}. Puede que haya un cortafuegos en medio.`,
    next: ({ message }) =>
      message === 'answered-elsewhere'
        ? 'Pida a quien lleva el servidor que compruebe adónde lleva esta dirección; después ponga de nuevo la Base URL y pruebe otra vez.'
        : 'Compruebe que la Base URL en JumpCloud es exactamente la indicada aquí y pruebe de nuevo.',
    labels: { retry: 'Probar de nuevo…', back: 'Poner de nuevo la Base URL' },
  },
  'wrong-token': {
    title: 'JumpCloud usó una clave que no es válida',
    cause: ({ last4, message }) => {
      if (message === 'key-revoked') return 'La clave del campo Token Key fue revocada.';
      if (message === 'key-expired') return 'La clave del campo Token Key ha caducado.';
      if (message === 'key-not-bearer')
        return 'La llamada llegó y fue rechazada (401): traía la clave, pero no como token Bearer.';
      if (message === 'scope-missing')
        return 'A la clave del campo Token Key le falta un permiso que JumpCloud necesita.';
      if (message === 'key-elsewhere')
        return 'La llamada de JumpCloud llegó con la clave de otra empresa, así que para esta no se configuró nada.';
      if (message === 'key-damaged')
        return 'La llamada llegó y fue rechazada (401): la clave del campo Token Key está cortada o mal escrita.';
      if (message === 'key-foreign') {
        return 'La llamada llegó y fue rechazada (401): la clave del campo Token Key no fue emitida por este servidor. Puede ser una clave del servicio de Dialpad o solo una parte de una clave.';
      }
      const ending = last4 ? ` (termina en ${last4})` : '';
      return `La llamada llegó y fue rechazada (401): este servidor no conoce la clave del campo Token Key${ending}.`;
    },
    next: ({ message }) =>
      message === 'key-not-bearer'
        ? 'Elija «Bearer token» como método de autenticación en JumpCloud, sin nada más que la clave en el campo Token Key, y pruebe de nuevo.'
        : 'Ponga la clave correcta en el campo Token Key y pruebe de nuevo.',
    labels: { retry: 'Intentar de nuevo…', back: 'Sustituir la clave' },
  },
  'wrong-base-url': {
    title: 'La Base URL no es correcta',
    cause: ({ seen, expected }) =>
      `JumpCloud llamó a una dirección que aquí no existe${seen ? ` (${seen})` : ''}.${expected ? ` Debería ser ${expected}.` : ''}`,
    next: 'Ponga de nuevo la Base URL y pruebe otra vez.',
    labels: { retry: 'Intentar de nuevo…', back: 'Corregir la Base URL' },
  },
  'test-user-exists': {
    title: 'La dirección del usuario de prueba está ocupada',
    cause: () =>
      'En Dialpad hay una cuenta corriente con esa dirección; por eso JumpCloud no pudo crear su usuario de prueba.',
    next: 'Use una dirección nueva para el usuario de prueba e inténtelo de nuevo.',
    labels: { retry: 'Intentar de nuevo…', back: 'Usar una dirección nueva' },
  },
  'test-user-domain-refused': {
    title: 'El dominio del usuario de prueba no está permitido',
    cause: ({ domain }) =>
      `La dirección estaba en ${domain ? domain : 'un dominio'}, que no está permitido para la empresa; por eso se rechazó el usuario de prueba.`,
    next: 'Use una dirección nueva en un dominio permitido e inténtelo de nuevo.',
    labels: { retry: 'Intentar de nuevo…', back: 'Usar otra dirección', copy: 'Copiar una solicitud para el soporte' },
    request: domainRequest,
  },
  'group-test-failed': {
    title: 'Falló la prueba de grupos de JumpCloud',
    cause: () => 'JumpCloud intentó gestionar un grupo y fue rechazado. Dialpad no necesita grupos de JumpCloud.',
    next: 'Desactive la gestión de grupos y active de nuevo.',
    labels: { retry: 'Intentar de nuevo…', back: 'Desactivar la gestión de grupos' },
  },
  'scim-version-1': {
    title: 'Está elegido SCIM 1.1',
    cause: () => 'Con la versión 1.1 falla la prueba de conexión: Dialpad habla SCIM 2.0.',
    next: 'Elija SCIM 2.0.',
  },
  'form-wiped': {
    title: 'El formulario vuelve a estar vacío',
    cause: () =>
      'JumpCloud descarta la configuración si la página se recarga, se abandona o se guarda antes de Activate.',
    next: 'El asistente puede rellenarlo todo de nuevo.',
    labels: { perform: 'Rellenar de nuevo', 'perform-all': 'Rellenar todo de nuevo' },
  },
  'jumpcloud-error': {
    title: 'JumpCloud dice que no funcionó',
    cause: ({ message, status }) => {
      if (status) return `Una llamada recibió la respuesta ${status}.`;
      return message
        ? `Su mensaje: «${message}». JumpCloud no da más detalles de la causa.`
        : 'JumpCloud no da ninguna causa, y aquí no se vio nada incorrecto.';
    },
    next: 'Inténtelo de nuevo. Si sigue igual, envíe los detalles al soporte.',
    labels: { retry: 'Intentar de nuevo…' },
  },
  'server-unreachable': {
    title: 'El servidor de configuración no responde',
    cause: () => 'Este navegador no alcanza el servidor que sigue la configuración. No se pulsó nada.',
    next: 'Compruebe su conexión. Cuando el servidor vuelva, esto continúa por sí solo.',
    labels: { retry: 'Intentar ahora' },
  },
  'session-expired': {
    title: 'El enlace de configuración ha caducado',
    cause: () => 'El enlace fue revocado o se acabó su tiempo. Lo que se hizo se conserva.',
    next: 'Abra el panel lateral del asistente y pegue un enlace de configuración nuevo.',
    labels: { retry: 'Comprobar de nuevo' },
  },
  'sso-app-missing': {
    title: 'JumpCloud todavía no tiene una aplicación Dialpad',
    cause: () =>
      'El aprovisionamiento pertenece a la aplicación de inicio de sesión único, y no hay ninguna para Dialpad.',
    next: 'En JumpCloud elija «Add New Application», luego Dialpad, marque Single Sign-On y «Export users to this app», y guarde. Esto continúa por sí solo.',
  },
  'sso-not-active': {
    title: 'El inicio de sesión único todavía no está activo',
    cause: () => 'JumpCloud permite configurar el aprovisionamiento solo después de activar el SSO de la aplicación.',
    next: 'En la pestaña SSO rellene lo que falte y actívelo. Esto continúa por sí solo.',
  },
  'already-active': {
    title: 'La integración ya está activa',
    cause: () => 'Funciona, y JumpCloud no vuelve a mostrar su clave.',
    next: 'Sustituya la clave si debe ser otra: el asistente le guía. Si no, no hay nada que hacer.',
    labels: { perform: 'Sustituir su clave' },
  },
  'not-public': {
    title: 'JumpCloud no puede alcanzar este servidor',
    cause: ({ expected }) =>
      `No llegó nada, y${expected ? ` ${expected}` : ' la Base URL'} no es una dirección https pública; la nube de JumpCloud no puede llamarla.`,
    next: 'Pida a quien administra el servidor que ponga en PUBLIC_URL su dirección https pública y pruebe de nuevo.',
    labels: { retry: 'Probar de nuevo…' },
  },
};
