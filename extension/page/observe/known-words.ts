/** Words in which a success is told, by the console's language; as texts are compared, without accents. */
const WORDS: Record<string, string> = {
  any: 'scim idm sp api url dialpad jumpcloud ok test 2 0 v2 200 201 id',
  en: `a an the this all your our you we it is are was were has have been now and with to for of in on by
    connection connected tested verification verified validated validation validity valid passed established confirmed
    works working credentials token key keys endpoint server activation activated active enabled identity management
    group groups user-groups provisioning integration application app service-provider configuration settings changes
    success successful successfully succeeded complete completed finished done saved updated great congratulations
    everything ready able connect reach reached respond responded response accepted check checks checked correct
    correctly looks good fine properly received test-user test-users user-provisioning user-management status result`,
  fr: `la le les l un une d de du des a ont ete est sont bien avec et pour maintenant desormais votre vos connexion teste testee
    verifie verifiee valide validee etabli etablie etablis active activee actif connecte reussi reussie reussite succes
    gestion identite identites groupe groupes utilisateurs-de-test provisionnement approvisionnement integration application
    configuration parametres modifications jeton enregistre enregistree enregistres enregistrees mis mise mises jour effectue
    effectuee termine terminee activation serveur identifiants acces repond atteint accepte acceptes correct correcte correctement
    fonctionne controle controlee`,
  de: `die der das den dem ihre ihr ein eine wurde wurden ist sind konnte konnten werden mit und fur zu jetzt nun verbindung
    verbindungstest verbindungsprufung erfolgreich erfolgreicher getestet gepruft uberpruft verifiziert bestatigt hergestellt
    verbunden aktiviert aktivierung aktiv identitatsverwaltung identitatsmanagement gruppenverwaltung benutzergruppen
    bereitstellung provisionierung integration anwendung konfiguration einstellungen anderungen gespeichert aktualisiert
    abgeschlossen bestanden funktioniert korrekt richtig erreicht erreichbar akzeptiert angenommen zugangsdaten`,
  es: `la el los las lo un una de del se ha han sido fue fueron es esta con y para en su sus ahora conexion prueba correctamente
    correcta correcto exito exitosa exitosamente satisfactoriamente comprobado comprobada verificado verificada probado probada
    validado validada establecido establecida conectado activado activada activo activa activacion realizado realizada completo
    completado completada gestion administracion identidad identidades grupos aprovisionamiento integracion aplicacion
    configuracion ajustes cambios guardado guardada guardados guardadas actualizado actualizada servidor credenciales responde respondio acepto aceptado aceptada aceptadas
    funciona valido valida validas superado superada`,
};

const KNOWN = new Set(Object.values(WORDS).join(' ').split(/\s+/));

/** Words that are known together only: a user or a provider may be any. */
const TOGETHER =
  /\b(user groups|service provider|test users?|user provisioning|user management|utilisateurs de test)\b/g;

/** Which server it was may be told, too. */
const ADDRESS = /\bhttps?:\/\/\S+/g;

const JAPANESE =
  /接続|テスト|検証|確認|有効|化|成功|完了|正常|管理|アイデンティティ|プロビジョニング|グループ|設定|構成|変更|保存|更新|アプリケーション|アプリ|統合|連携|ユーザープロビジョニング|(し|され|なり|でき)ました|です|[がはをにのとでも、。！]/gu;

/** Whether a sentence, as it is compared, has nothing in it but words in which a success is told. */
export function isKnownWording(sentence: string): boolean {
  const bare = sentence
    .replace(ADDRESS, ' ')
    .replace(JAPANESE, ' ')
    .replace(TOGETHER, (words) => words.replaceAll(' ', '-'));
  return bare.split(/[^\p{L}\p{N}-]+/u).every((word) => word === '' || KNOWN.has(word));
}
