/** Words that say nothing of their own, so that they make nothing else of a name that they stand in; in the consoles' languages. */
export const FILLERS = [
  ...['the', 'a', 'an', 'this', 'your', 'of', 'for', 'in', 'to', 'and', 's', 'here', 'please', 'e', 'g', 'eg'],
  ...['enter', 'paste', 'provide', 'insert', 'required', 'optional'],
  ...['le', 'la', 'les', 'l', 'un', 'une', 'de', 'du', 'des', 'd', 'et', 'pour', 'votre', 'cette', 'ce', 'saisir'],
  ...['saisissez', 'collez', 'obligatoire', 'facultatif', 'der', 'die', 'das', 'den', 'dem', 'ein', 'eine'],
  ...['einen', 'und', 'fur', 'zum', 'zur', 'ihr', 'ihre', 'ihren', 'dieser', 'dieses', 'diese', 'eingeben', 'einfugen'],
  ...['erforderlich', 'pflichtfeld', 'el', 'los', 'las', 'del', 'al', 'una', 'y', 'para', 'su', 'tu', 'esta', 'este'],
  ...['introduzca', 'ingrese', 'pegue', 'obligatorio', 'requerido', 'opcional', 'di', 'do', 'da'],
  ...['の', 'を', 'に', 'と', 'する', '用', '使う', '使用する', '入力', '入力してください', '必須', '任意'],
];
