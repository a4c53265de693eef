import type { StepId } from '../setup/steps.ts';
import type { StepText } from './step-texts-en.ts';

/** What is on the screen keeps the words that it has there. */
export const stepsEs: Record<StepId, StepText> = {
  eligibility: {
    title: 'Comprobar que el plan permite SCIM',
    why: 'Ai Sales y Ai Contact Center lo permiten en todos los planes; Ai Voice, en Pro y Enterprise.',
    byHand: 'El plan se ve en Admin Settings › Billing. El soporte o el titular de la cuenta puede cambiarlo.',
    perform: 'Comprobar de nuevo',
    short: 'El plan permite SCIM',
  },
  'secondary-domain': {
    title: 'Hacer añadir jumpcloud.com como dominio secundario',
    why: 'JumpCloud prueba la conexión con un usuario propio en jumpcloud.com, y Dialpad rechaza direcciones de dominios que no conoce.',
    byHand:
      'En Dialpad: Contact us › Submit a request, categoría «Account changes», tipo «Adding a secondary domain». Omita este paso solo si su aplicación de JumpCloud tiene un campo «Test User Email».',
    perform: 'Comprobar de nuevo',
    short: 'Dominio secundario jumpcloud.com',
  },
  'dialpad.my-company': {
    title: 'Abrir «My Company» en Admin Settings',
    why: 'Las claves API son de toda la empresa; por eso están en su configuración.',
    byHand: 'En Dialpad, elija Admin Settings y después My Company (Company Settings en las versiones nuevas).',
    perform: 'Abrir My Company',
    short: 'My Company',
  },
  'dialpad.authentication': {
    title: 'Abrir «Authentication»',
    why: 'Todo lo que da acceso a otros sistemas está en este apartado.',
    byHand: 'En la lista de la izquierda, elija Authentication.',
    perform: 'Abrir Authentication',
    short: 'Authentication',
  },
  'dialpad.api-keys': {
    title: 'Abrir «API Keys»',
    why: 'JumpCloud necesita una clave propia para gestionar a sus usuarios.',
    byHand: 'En Authentication, elija API Keys. Si falta, el soporte de Dialpad puede activarlo.',
    perform: 'Abrir API Keys',
    short: 'API Keys',
  },
  'dialpad.add-key': {
    title: 'Elegir «Add key»',
    why: 'Una clave nueva, que usa solo JumpCloud, se puede revocar más adelante sin romper nada más.',
    byHand: 'En la página API Keys, elija Add key.',
    perform: 'Elegir Add key',
    short: 'Add key',
  },
  'dialpad.generate-key': {
    title: 'Dar nombre a la clave y guardarla',
    why: 'Los permisos predeterminados, ya seleccionados, son los que JumpCloud necesita. Se quedan como están.',
    byHand: 'Escriba un nombre como «JumpCloud SCIM», deje los permisos (scopes) como están y elija Save.',
    perform: 'Crear la clave',
    short: 'Crear la clave',
  },
  'dialpad.save-key': {
    title: 'Recoger la clave nueva',
    why: 'Puede que Dialpad muestre la clave solo una vez. El asistente la guarda en la memoria de este navegador hasta que esté en JumpCloud.',
    byHand: 'Copie la clave (elija antes «Show value» si está oculta) y péguela en el panel lateral del asistente.',
    perform: 'Recoger la clave',
    short: 'Clave recogida',
  },
  'jumpcloud.open-application': {
    title: 'Abrir la aplicación Dialpad en JumpCloud',
    why: 'El aprovisionamiento pertenece a la misma aplicación que el inicio de sesión único.',
    byHand: 'En JumpCloud: Access › SSO Applications (User Authentication en versiones antiguas) y elija Dialpad.',
    perform: 'Abrir Dialpad',
    short: 'Aplicación Dialpad',
  },
  'jumpcloud.identity-management': {
    title: 'Abrir la pestaña «Identity Management»',
    why: 'Ahí se configura la conexión con Dialpad. Las consolas nuevas la llaman «Provisioning».',
    byHand:
      'En la aplicación, elija la pestaña Identity Management o Provisioning, no la entrada del menú de la izquierda.',
    perform: 'Abrir la pestaña',
    short: 'Identity Management',
  },
  'jumpcloud.configuration-settings': {
    title: 'Abrir «Configuration Settings»',
    why: 'Este panel contiene la dirección y la clave.',
    byHand: 'Elija Configure si existe ese botón y abra después el panel Configuration Settings.',
    perform: 'Abrir la configuración',
    short: 'Configuration Settings',
  },
  'jumpcloud.deactivate': {
    title: 'Desactivar la integración, para poder cambiar su clave',
    why: 'JumpCloud bloquea los campos de una integración activa de su catálogo. Mientras tanto los usuarios quedan como están. El asistente solo muestra dónde está: pulsar le corresponde a usted.',
    byHand:
      'Abra el menú Actions en la parte superior de la aplicación, elija «Deactivate» para Identity Management o Provisioning y confirme. Al final se vuelve a activar.',
    perform: 'Mostrar dónde',
    short: 'Desactivada para el cambio',
  },
  'jumpcloud.scim-version': {
    title: 'Elegir «SCIM 2.0»',
    why: 'Dialpad solo habla la versión 2.0.',
    byHand: 'En SCIM Version, elija SCIM 2.0.',
    perform: 'Elegir SCIM 2.0',
    short: 'SCIM 2.0',
  },
  'jumpcloud.base-url': {
    title: 'Rellenar «Base URL»',
    why: 'Ahí envía JumpCloud los usuarios y sus cambios.',
    byHand: 'Pegue la Base URL en el campo, sin barra al final.',
    perform: 'Rellenar la Base URL',
    short: 'Base URL',
  },
  'jumpcloud.token-key': {
    title: 'Rellenar «Token Key»',
    why: 'La clave demuestra a Dialpad que las llamadas vienen de su JumpCloud.',
    byHand: 'Pegue la clave API de Dialpad en el campo Token Key.',
    perform: 'Rellenar la clave',
    short: 'Token Key',
  },
  'jumpcloud.test-user-email': {
    title: 'Rellenar «Test User Email»',
    why: 'JumpCloud crea y elimina un usuario con esta dirección para probar la conexión. Tiene que estar libre y en un dominio permitido.',
    byHand: 'Escriba una dirección que nadie tenga, en el dominio de su empresa.',
    perform: 'Rellenar una dirección nueva',
    short: 'Test User Email',
  },
  'jumpcloud.test-connection': {
    title: 'Elegir «Test Connection»',
    why: 'JumpCloud llama a Dialpad con la clave y dice si funcionó.',
    byHand: 'Elija Test Connection y espere la respuesta de JumpCloud.',
    perform: 'Probar la conexión…',
    short: 'Test Connection',
  },
  'jumpcloud.group-management': {
    title: 'Desactivar la gestión de grupos',
    why: 'Dialpad no toma grupos de JumpCloud; por eso debe estar desactivada.',
    byHand: 'En Group Management, desmarque «Enable management of User Groups and Group Membership».',
    perform: 'Desactivarla',
    short: 'Gestión de grupos desactivada',
  },
  'jumpcloud.activate': {
    title: 'Elegir «Activate»',
    why: 'JumpCloud crea un usuario de prueba, lo modifica y lo elimina. Después la integración está activa.',
    byHand: 'Elija Activate, no Save, que descartaría la configuración, y espere. No recargue la página.',
    perform: 'Activar…',
    short: 'Activate',
  },
  'jumpcloud.save': {
    title: 'Elegir «Save»',
    why: 'Conserva lo que se configuró en la aplicación.',
    byHand: 'Elija Save al final de la página.',
    perform: 'Guardar…',
    short: 'Save',
  },
  'jumpcloud.user-groups': {
    title: 'Elegir en «User Groups» quién recibe Dialpad',
    why: 'Hasta que un grupo esté vinculado a la aplicación, JumpCloud no aprovisiona a nadie.',
    byHand: 'Abra la pestaña User Groups, marque los grupos cuyas personas deben tener Dialpad y elija Save.',
    perform: 'Continuar',
    short: 'User Groups',
  },
  'first-sync': {
    title: 'Esperar al primer usuario',
    why: 'JumpCloud envía ahora a las personas de los grupos elegidos. Puede tardar unos minutos.',
    byHand: 'No hay nada que hacer. Puede cerrar esto; los usuarios siguen llegando por sí solos.',
    perform: 'Comprobar de nuevo',
    short: 'Llegó el primer usuario',
  },
  'retire-old-key': {
    title: 'Eliminar la clave antigua',
    why: 'JumpCloud trabaja con la clave nueva. Quien tenga la antigua aún podría usarla.',
    byHand:
      'En Dialpad: My Company › Authentication › API Keys, elija Edit junto a la clave antigua y elimínela. Omita esto solo si otra cosa usa esa clave.',
    perform: 'Comprobar de nuevo',
    short: 'Clave antigua eliminada',
  },
};

export const selfHostedStepsEs: Partial<Record<StepId, StepText>> = {
  'dialpad.generate-key': {
    title: 'Crear la clave API',
    why: 'Este servidor emite la clave que usará JumpCloud. Se crea una vez y no se muestra a nadie.',
    byHand:
      'Quien administra este servidor puede imprimir una: npm run admin -- key create COMPANY --name "JumpCloud SCIM".',
    perform: 'Crear la clave…',
    short: 'Crear la clave',
  },
  'dialpad.save-key': {
    title: 'Recoger la clave nueva',
    why: 'El asistente guarda la clave en la memoria de este navegador hasta que esté en JumpCloud.',
    byHand: 'Pegue la clave en el panel lateral del asistente.',
    perform: 'Recoger la clave',
    short: 'Clave recogida',
  },
};

export const replaceStepsEs: Partial<Record<StepId, StepText>> = {
  'jumpcloud.activate': {
    title: 'Elegir «Update» (o «Activate» tras una desactivación)',
    why: 'JumpCloud prueba la clave nueva con un usuario de prueba que crea, modifica y elimina. Después usa la clave nueva.',
    byHand:
      'Elija Update, o Activate si desactivó la integración, no Save, que descartaría la clave, y espere. No recargue la página.',
    perform: 'Pasar a la clave nueva…',
    short: 'Clave nueva en uso',
  },
};
