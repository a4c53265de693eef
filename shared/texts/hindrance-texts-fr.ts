import type { HindranceTexts } from './hindrance-texts-en.ts';

export const hindrancesFr: HindranceTexts = {
  'window-over': {
    title: 'Une fenêtre recouvre la page',
    cause: 'Une fenêtre de la page, comme une annonce, recouvre ce dont l’assistant a besoin.',
    next: 'Fermez cette fenêtre sur la page, et la configuration continue.',
  },
  'not-yet': {
    title: 'L’étape n’est pas encore faite',
    cause: 'La page ne montre pas encore que cette étape est faite.',
    next: 'Laissez l’assistant la faire, ou faites-la à la main sur la page.',
  },
  'no-change': {
    title: 'La page est restée telle quelle',
    cause: 'Ce qui y ressemblait a été pressé, et rien ne s’est passé.',
    next: 'Montrez le bon élément à l’assistant en cliquant dessus, ou faites l’étape à la main et choisissez « Je l’ai fait ».',
  },
  disabled: {
    title: 'La page ne le permet pas encore',
    cause: 'L’élément est là, mais il ne peut pas être utilisé pour le moment.',
    next: 'Regardez ce que la page demande encore, ou ce qui l’occupe. La configuration continue dès qu’il peut être utilisé.',
  },
  covered: {
    title: 'Quelque chose recouvre l’élément',
    cause: 'Une autre partie de la page recouvre ce qui doit être cliqué : rien n’a donc été cliqué.',
    next: 'Fermez ou déplacez ce qui le recouvre, puis laissez faire l’assistant.',
  },
  gone: {
    title: 'La page ne tient pas en place',
    cause:
      'L’élément est là, mais la page l’a retiré ou redessiné chaque fois qu’il devait être utilisé : rien n’a donc été fait.',
    next: 'Attendez que la page se stabilise, puis laissez faire l’assistant.',
  },
  'not-it': {
    title: 'Ce ne peut pas être cela',
    cause: 'Ce que vous avez cliqué est un élément d’une autre sorte, ou qui supprime quelque chose.',
    next: 'Montrez le bon élément à l’assistant, ou faites l’étape à la main et choisissez « Je l’ai fait ».',
  },
  unknown: {
    title: 'Cet élément n’est pas sur la page',
    cause: 'L’assistant l’a cherché sans le trouver. La page a peut-être changé.',
    next: 'Montrez à l’assistant où il est en cliquant dessus, ou faites l’étape à la main et choisissez « Je l’ai fait ».',
  },
};
