import type { Control } from '../../page/find/types.ts';
import { NOT_PROVISIONING } from './form-controls.ts';

/** How a running integration from the catalog is stopped; no label of it was seen for certain, so neighbours count. */
export const DEACTIVATION_CONTROLS: readonly Control[] = [
  {
    id: 'deactivate',
    kind: 'press',
    scope: 'any',
    destructive: true,
    names: {
      exact: [
        'Deactivate Identity Management',
        'Deactivate Provisioning',
        'Deactivate IdM',
        'Deactivate IdM Connection',
        'Deactivate Integration',
        'Deactivate IdM Integration',
        'Deactivate Connection',
        'Deactivate SCIM',
        'Désactiver la gestion des identités',
        'Désactiver le provisionnement',
        'Identitätsverwaltung deaktivieren',
        'Bereitstellung deaktivieren',
        'Desactivar la gestión de identidades',
        'Desactivar el aprovisionamiento',
        'ID管理を無効化',
        'プロビジョニングを無効化',
      ],
      weak: ['Deactivate', 'Désactiver', 'Deaktivieren', 'Desactivar', '無効化'],
      not: NOT_PROVISIONING,
    },
  },
  {
    id: 'actions-menu',
    kind: 'press',
    scope: 'content',
    names: { words: ['Actions'], exact: ['Aktionen', 'Acciones', 'アクション'], not: ['bulk'] },
  },
];
