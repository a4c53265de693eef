import { normalise } from './text.ts';

/** Two or three letters, with or without dots. */
const INITIALS = /^\p{Lu}\.?\p{Lu}\.?(?:\p{Lu}\.?)?$/u;

/** First name and surname, each with a capital and nothing but letters; what stands between has one or is a particle. */
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|v[oa]n|de[lr]?|d[aiu]|la|le|bin|al))* \p{Lu}(?=.*\p{Ll})[\p{L}'’-]+$/u;

/** Surname and first name in Japanese; of what a page says there, hardly anything has a blank. */
const NAME_JA = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]{1,5}[ \u3000][\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]{1,5}$/u;

/** In capitals in a banner and nobody's initials: languages, countries, currencies, short words. */
const NO_INITIALS = new Set(
  [
    ...'en fr de es ja jp pt br it nl zh cn ko kr us uk gb eu ca au at ch be mx int'.split(' '),
    ...'usd eur gbp jpy ai ui hq qa faq api sso new pro vip pc tv id ok no on off all am pm hr pr rtl ltr app'.split(
      ' ',
    ),
  ].map((word) => word.toUpperCase()),
);

/** Words of menus, companies and places that are written as names are. */
const NO_NAMES = new Set(
  [
    ...'new create add quick start open more what all my your our the go get try buy see view show hide send make'.split(
      ' ',
    ),
    ...'action actions settings setting options option tools tool menu apps app applications products product'.split(
      ' ',
    ),
    ...'help center centre support docs guide resources feedback contact contacts us about community learn news'.split(
      ' ',
    ),
    ...'language english french german spanish japanese notification notifications message messages inbox chat'.split(
      ' ',
    ),
    ...'call calls meeting meetings office offices main head headquarters team teams group groups department'.split(
      ' ',
    ),
    ...'company corp corporation inc llc ltd gmbh sarl holding holdings co bank studio labs partners workspace'.split(
      ' ',
    ),
    ...'account accounts profile user users admin sign log in out up free trial upgrade plan plans live now beta'.split(
      ' ',
    ),
    ...'san santa los las el saint st fort port north south east west lake city bay square park street avenue'.split(
      ' ',
    ),
    ...'nouveau nouvelle aide actions rapides langue paramètres plus équipe neu neue hilfe sprache mehr'.split(' '),
    ...'schnellzugriff nuevo nueva ayuda idioma más acciones rápidas equipo oficina'.split(' '),
  ].map(normalise),
);

/**
 * Whether what a button says is nothing but who somebody is: a name, initials, or both, and then the initials are the
 * name's. A mail address beside it says the same.
 */
export function isPerson(labels: readonly string[]): boolean {
  const said = labels.filter((label) => !/^\S+@\S+\.\S+$/.test(label));
  const initials = said.filter((label) => INITIALS.test(label));
  const names = said.filter((label) => !INITIALS.test(label));
  if (said.length === 0 || !names.every(isName)) return false;
  const fit = (letters: string): boolean => names.some((name) => areOf(letters, name));
  return names.length > 0 ? initials.every(fit) : initials.every((letters) => !NO_INITIALS.has(letters));
}

function isName(text: string): boolean {
  if (NAME_JA.test(text)) return true;
  return NAME.test(text) && !text.split(/[ -]/).some((word) => NO_NAMES.has(normalise(word)));
}

/** Whether letters are the initials of a name: its first one, and any of the others in their order. */
function areOf(letters: string, name: string): boolean {
  const [first, ...rest] = letters.replaceAll('.', '');
  const own = name.split(/[ -]/).map((word) => word.charAt(0).toUpperCase());
  return first === own[0] && rest.every((letter) => own.slice(1).includes(letter));
}
