import type { ProblemCode } from '../setup/problems.ts';
import { domainRequest, planRequest, type ProblemText } from './problem-texts-en.ts';
import { hindrancesJa } from './hindrance-texts-ja.ts';
import { targetMissing } from './hindrance-texts-en.ts';

export const problemsJa: Record<ProblemCode, ProblemText> = {
  'plan-not-eligible': {
    title: 'このプランでは SCIM を使えません',
    cause: ({ plan }) =>
      `Ai Voice で SCIM を使えるのは Pro と Enterprise です。会社のプランは${plan ? `「${plan}」` : '別のもの'}です。`,
    next: '契約の管理者または Dialpad にプランの変更を依頼してください。変更されると自動で先に進みます。',
    labels: { copy: 'Dialpad への依頼文をコピー' },
    request: planRequest,
  },
  'secondary-domain-missing': {
    title: 'jumpcloud.com はまだ許可されていません',
    cause: ({ status }) =>
      status
        ? 'JumpCloud が jumpcloud.com にテストユーザーを作成しようとしましたが、このドメインは会社で許可されていないため拒否されました。'
        : 'JumpCloud のテストユーザーは jumpcloud.com にあります。Dialpad サポートがこのドメインを追加するまで、有効化は失敗します。',
    next: ({ message }) =>
      message === 'asked'
        ? 'Dialpad サポートに依頼しました。許可されると自動で先に進みます。'
        : 'Dialpad サポートに許可を依頼するか、この依頼文をご自分で送ってください: Contact us › Submit a request › Account changes › Adding a secondary domain。許可されると自動で先に進みます。',
    labels: { perform: 'jumpcloud.com の許可をサポートに依頼', copy: 'サポートへの依頼文をコピー' },
    request: domainRequest,
  },
  'not-an-admin': {
    title: 'このアカウントは管理者ではありません',
    cause: () => 'サインインしているアカウントには、管理設定が表示されません。',
    next: 'Company Admin（JumpCloud では Administrator）としてサインインするか、管理者にセットアップリンクを開いてもらってください。',
  },
  'signed-out': {
    title: 'サインアウトしています',
    cause: () => 'ページがサインインを求めています。',
    next: 'ページでサインインしてください。セットアップは続きから再開します。',
  },
  'target-missing': targetMissing(hindrancesJa),
  'target-ambiguous': {
    title: '当てはまる項目が複数あります',
    cause: ({ seen }) => (seen ? `似ている項目: ${seen}。` : 'ページの複数の項目が説明に当てはまります。'),
    next: '間違ったものに触れないよう、正しい項目をアシスタントに教えてください。',
  },
  'fill-reverted': {
    title: 'ページが入力を元に戻しました',
    cause: ({ message }) =>
      message === 'typed'
        ? 'その間に欄へ入力があったため、そのままにしました。'
        : '値を入力しましたが、直後にページが変更しました。',
    next: 'もう一度試すか、手動で値を入力してください。',
    labels: { retry: 'もう一度試す' },
  },
  'key-not-seen': {
    title: 'アシスタントにキーがありません',
    cause: ({ message }) => {
      if (message === 'window-over')
        return 'Dialpad のページでウィンドウが開いています。質問が表示されている場合はそこで答え、キーが表示されている場合はアシスタントに教えてください。';
      if (message === 'key-damaged') return '示されたのはキーの一部だけか、文字に誤りがあります。';
      if (message === 'no-key')
        return 'クリックされたものはキーではないか、キーだけが表示されている場所ではありません。';
      return message ?? 'ページから API キーを読み取れなかったか、その後ブラウザーが閉じられました。';
    },
    next: 'Dialpad のページのキーをアシスタントに渡すか、サイドパネルの「API key」に貼り付けてください。もう表示されないキーは、新しく作成する必要があります。',
    labels: { back: '新しいキーを作成', point: 'キーを教える' },
  },
  'no-request-arrived': {
    title: 'JumpCloud の呼び出しが届きませんでした',
    cause: ({ expected, message }) =>
      message === 'answered-elsewhere'
        ? `JumpCloud のテストは成功しましたが、ここには何も届きませんでした。${expected ? `${expected} で` : ''}プロキシや別のサーバーなど、ほかのものが応答しています。`
        : `JumpCloud が呼び出すはずでしたが、${expected ? `${expected} に` : ''}何も届きませんでした。途中にファイアウォールがある可能性があります。`,
    next: ({ message }) =>
      message === 'answered-elsewhere'
        ? 'このアドレスがどこにつながっているかをサーバーの管理者に確認してもらい、Base URL をもう一度入力して、テストし直してください。'
        : 'JumpCloud の Base URL がここに示すものとまったく同じか確認し、もう一度テストしてください。',
    labels: { retry: 'もう一度テストする…', back: 'Base URL をもう一度入力する' },
  },
  'wrong-token': {
    title: 'JumpCloud が無効なキーを使いました',
    cause: ({ last4, message }) => {
      if (message === 'key-revoked') return 'Token Key 欄のキーは失効済みです。';
      if (message === 'key-expired') return 'Token Key 欄のキーの有効期限が切れています。';
      if (message === 'key-not-bearer')
        return '呼び出しは届きましたが、拒否されました（401）。キーは送られましたが、Bearer トークンとしてではありません。';
      if (message === 'scope-missing') return 'Token Key 欄のキーには、JumpCloud に必要な権限がありません。';
      if (message === 'key-elsewhere')
        return 'JumpCloud の呼び出しは別の会社のキーで届いたため、この会社には何も設定されていません。';
      if (message === 'key-damaged')
        return '呼び出しは届きましたが、拒否されました（401）。Token Key 欄のキーが途中で切れているか、打ち間違いがあります。';
      if (message === 'key-foreign') {
        return '呼び出しは届きましたが、拒否されました（401）。Token Key 欄のキーはこのサーバーが発行したものではありません。Dialpad のサービスのキーか、キーの一部だけの可能性があります。';
      }
      const ending = last4 ? `（末尾 ${last4}）` : '';
      return `呼び出しは届きましたが、拒否されました（401）。Token Key 欄のキー${ending}はこのサーバーにありません。`;
    },
    next: ({ message }) =>
      message === 'key-not-bearer'
        ? 'JumpCloud の認証方法で「Bearer token」を選び、Token Key 欄にはキーだけを入れて、もう一度テストしてください。'
        : 'Token Key 欄に正しいキーを入れ、もう一度テストしてください。',
    labels: { retry: 'もう一度試す…', back: 'キーを入れ替える' },
  },
  'wrong-base-url': {
    title: 'Base URL が正しくありません',
    cause: ({ seen, expected }) =>
      `JumpCloud が、ここにはないアドレスを呼び出しました${seen ? `（${seen}）` : ''}。${expected ? `正しくは ${expected} です。` : ''}`,
    next: 'Base URL をもう一度入力し、テストし直してください。',
    labels: { retry: 'もう一度試す…', back: 'Base URL を直す' },
  },
  'test-user-exists': {
    title: 'テストユーザーのアドレスは使用中です',
    cause: () =>
      'Dialpad にそのアドレスの通常のアカウントがあるため、JumpCloud はテストユーザーを作成できませんでした。',
    next: 'テストユーザーに新しいアドレスを使い、もう一度試してください。',
    labels: { retry: 'もう一度試す…', back: '新しいアドレスを使う' },
  },
  'test-user-domain-refused': {
    title: 'テストユーザーのドメインは許可されていません',
    cause: ({ domain }) =>
      `アドレスのドメイン${domain ? ` ${domain} ` : ''}は会社で許可されていないため、テストユーザーは拒否されました。`,
    next: '許可されたドメインの新しいアドレスを使い、もう一度試してください。',
    labels: { retry: 'もう一度試す…', back: '別のアドレスを使う', copy: 'サポートへの依頼文をコピー' },
    request: domainRequest,
  },
  'group-test-failed': {
    title: 'JumpCloud のグループのテストが失敗しました',
    cause: () =>
      'JumpCloud がグループを管理しようとして拒否されました。Dialpad に JumpCloud のグループは必要ありません。',
    next: 'グループ管理をオフにして、もう一度有効化してください。',
    labels: { retry: 'もう一度試す…', back: 'グループ管理をオフにする' },
  },
  'scim-version-1': {
    title: 'SCIM 1.1 が選ばれています',
    cause: () => 'バージョン 1.1 では接続テストが失敗します。Dialpad は SCIM 2.0 に対応しています。',
    next: 'SCIM 2.0 を選んでください。',
  },
  'form-wiped': {
    title: 'フォームがまた空になりました',
    cause: () => 'Activate の前にページを再読み込みするか、離れるか、保存すると、JumpCloud は設定を破棄します。',
    next: 'アシスタントがすべて入力し直せます。',
    labels: { perform: 'もう一度入力する', 'perform-all': 'すべてもう一度入力する' },
  },
  'jumpcloud-error': {
    title: 'JumpCloud が失敗を知らせています',
    cause: ({ message, status }) => {
      if (status) return `呼び出しへの応答は ${status} でした。`;
      return message
        ? `メッセージ:「${message}」。JumpCloud はこれ以上の原因を示していません。`
        : 'JumpCloud は原因を示しておらず、ここでも異常は見られませんでした。';
    },
    next: 'もう一度試してください。変わらない場合は、詳細をサポートに送ってください。',
    labels: { retry: 'もう一度試す…' },
  },
  'server-unreachable': {
    title: 'セットアップサーバーが応答しません',
    cause: () => 'セットアップを見守るサーバーに、このブラウザーから届きません。何も押していません。',
    next: '接続を確認してください。サーバーが戻ると自動で先に進みます。',
    labels: { retry: '今すぐ試す' },
  },
  'session-expired': {
    title: 'セットアップリンクの有効期限が切れました',
    cause: () => 'リンクが取り消されたか、期限が切れました。これまでの作業は残っています。',
    next: 'アシスタントのサイドパネルを開き、新しいセットアップリンクを貼り付けてください。',
    labels: { retry: 'もう一度確認する' },
  },
  'sso-app-missing': {
    title: 'JumpCloud に Dialpad アプリケーションがまだありません',
    cause: () => 'プロビジョニングはシングルサインオンのアプリケーションで設定しますが、Dialpad のものがありません。',
    next: 'JumpCloud で「Add New Application」を選び、Dialpad を選んで、Single Sign-On と「Export users to this app」にチェックを付けて保存してください。その後は自動で先に進みます。',
  },
  'sso-not-active': {
    title: 'シングルサインオンがまだ有効ではありません',
    cause: () => 'JumpCloud では、アプリケーションの SSO を有効にしてからでないと、プロビジョニングを設定できません。',
    next: 'SSO タブで足りない項目を入力し、有効にしてください。その後は自動で先に進みます。',
  },
  'already-active': {
    title: '連携はすでに有効です',
    cause: () => '連携は動作中で、JumpCloud はキーを再表示しません。',
    next: '別のキーにする場合は入れ替えてください。アシスタントが案内します。それ以外は何もする必要はありません。',
    labels: { perform: 'キーを入れ替える' },
  },
  'not-public': {
    title: 'JumpCloud からこのサーバーに届きません',
    cause: ({ expected }) =>
      `何も届いていません。${expected ? `${expected} ` : 'Base URL '}は公開の https アドレスではないため、JumpCloud のクラウドから呼び出せません。`,
    next: 'サーバーの管理者に、PUBLIC_URL を公開の https アドレスに設定してもらい、もう一度テストしてください。',
    labels: { retry: 'もう一度テストする…' },
  },
};
