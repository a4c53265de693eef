import type { StepId } from '../setup/steps.ts';
import type { StepText } from './step-texts-en.ts';

/** What is on the screen keeps the words that it has there. */
export const stepsJa: Record<StepId, StepText> = {
  eligibility: {
    title: 'プランで SCIM を使えるか確認する',
    why: 'Ai Sales と Ai Contact Center はすべてのプランで、Ai Voice は Pro と Enterprise で使えます。',
    byHand: 'プランは Admin Settings › Billing に表示されます。サポートまたは契約の管理者が変更できます。',
    perform: 'もう一度確認する',
    short: 'プランで SCIM を使える',
  },
  'secondary-domain': {
    title: 'jumpcloud.com をセカンダリドメインとして追加してもらう',
    why: 'JumpCloud は jumpcloud.com の自前のユーザーで接続を試しますが、Dialpad は知らないドメインのアドレスを拒否します。',
    byHand:
      'Dialpad で Contact us › Submit a request を開き、カテゴリ「Account changes」、種類「Adding a secondary domain」を選びます。JumpCloud のアプリケーションに「Test User Email」欄がある場合にだけ、この手順を省略できます。',
    perform: 'もう一度確認する',
    short: 'セカンダリドメイン jumpcloud.com',
  },
  'dialpad.my-company': {
    title: 'Admin Settings の「My Company」を開く',
    why: 'API キーは会社全体のものなので、会社の設定にあります。',
    byHand: 'Dialpad で Admin Settings を選び、My Company（新しい版では Company Settings）を選びます。',
    perform: 'My Company を開く',
    short: 'My Company',
  },
  'dialpad.authentication': {
    title: '「Authentication」を開く',
    why: '他のシステムからの接続に関わる設定は、すべてここにあります。',
    byHand: '左の一覧で Authentication を選びます。',
    perform: 'Authentication を開く',
    short: 'Authentication',
  },
  'dialpad.api-keys': {
    title: '「API Keys」を開く',
    why: 'JumpCloud がユーザーを管理するには、専用のキーが必要です。',
    byHand: 'Authentication の下の API Keys を選びます。表示されない場合は、Dialpad サポートが有効にできます。',
    perform: 'API Keys を開く',
    short: 'API Keys',
  },
  'dialpad.add-key': {
    title: '「Add key」を選ぶ',
    why: 'JumpCloud だけが使う新しいキーなら、あとで失効させても他に影響しません。',
    byHand: 'API Keys のページで Add key を選びます。',
    perform: 'Add key を選ぶ',
    short: 'Add key',
  },
  'dialpad.generate-key': {
    title: 'キーに名前を付けて保存する',
    why: 'JumpCloud に必要な既定の権限は、すでに選択されています。そのままにします。',
    byHand: '「JumpCloud SCIM」などの名前を入力し、権限（scopes）はそのままにして Save を選びます。',
    perform: 'キーを作成する',
    short: 'キーの作成',
  },
  'dialpad.save-key': {
    title: '新しいキーを受け取る',
    why: 'Dialpad がキーを表示するのは一度だけの場合があります。JumpCloud に入力するまで、アシスタントがこのブラウザーのメモリーに保持します。',
    byHand:
      'キーをコピーし（隠れている場合は先に「Show value」を選びます）、アシスタントのサイドパネルに貼り付けます。',
    perform: 'キーを受け取る',
    short: 'キーの受け取り',
  },
  'jumpcloud.open-application': {
    title: 'JumpCloud で Dialpad アプリケーションを開く',
    why: 'プロビジョニングは、シングルサインオンと同じアプリケーションで設定します。',
    byHand: 'JumpCloud で Access › SSO Applications（古い版では User Authentication）を開き、Dialpad を選びます。',
    perform: 'Dialpad を開く',
    short: 'Dialpad アプリケーション',
  },
  'jumpcloud.identity-management': {
    title: '「Identity Management」タブを開く',
    why: 'Dialpad との接続はここで設定します。新しいコンソールでは「Provisioning」という名前です。',
    byHand:
      'アプリケーションの中の Identity Management または Provisioning タブを選びます。左のメニューの項目ではありません。',
    perform: 'タブを開く',
    short: 'Identity Management',
  },
  'jumpcloud.configuration-settings': {
    title: '「Configuration Settings」を開く',
    why: 'アドレスとキーはここに入力します。',
    byHand: 'Configure ボタンがあれば選び、Configuration Settings を開きます。',
    perform: '設定を開く',
    short: 'Configuration Settings',
  },
  'jumpcloud.deactivate': {
    title: 'キーを変更できるように連携を無効にする',
    why: 'JumpCloud は、カタログの連携が有効な間、入力欄を変更できないようにします。その間、ユーザーはそのままです。アシスタントは場所を示すだけで、押すのはご自身です。',
    byHand:
      'アプリケーション上部の Actions メニューを開き、Identity Management または Provisioning の「Deactivate」を選んで確認します。最後にもう一度有効にします。',
    perform: '場所を表示する',
    short: '変更のための無効化',
  },
  'jumpcloud.scim-version': {
    title: '「SCIM 2.0」を選ぶ',
    why: 'Dialpad が対応しているのはバージョン 2.0 だけです。',
    byHand: 'SCIM Version で SCIM 2.0 を選びます。',
    perform: 'SCIM 2.0 を選ぶ',
    short: 'SCIM 2.0',
  },
  'jumpcloud.base-url': {
    title: '「Base URL」を入力する',
    why: 'JumpCloud がユーザーとその変更を送る先です。',
    byHand: '末尾のスラッシュを付けずに、Base URL を欄に貼り付けます。',
    perform: 'Base URL を入力する',
    short: 'Base URL',
  },
  'jumpcloud.token-key': {
    title: '「Token Key」を入力する',
    why: '呼び出しがお使いの JumpCloud からのものであることを、このキーが Dialpad に示します。',
    byHand: 'Dialpad の API キーを Token Key 欄に貼り付けます。',
    perform: 'キーを入力する',
    short: 'Token Key',
  },
  'jumpcloud.test-user-email': {
    title: '「Test User Email」を入力する',
    why: 'JumpCloud はこのアドレスのユーザーを作成して削除し、接続を試します。未使用で、許可されたドメインのものが必要です。',
    byHand: '会社のドメインで、誰も使っていないアドレスを入力します。',
    perform: '新しいアドレスを入力する',
    short: 'Test User Email',
  },
  'jumpcloud.test-connection': {
    title: '「Test Connection」を選ぶ',
    why: 'JumpCloud がキーを使って Dialpad を呼び出し、成功したかどうかを伝えます。',
    byHand: 'Test Connection を選び、JumpCloud の応答を待ちます。',
    perform: '接続をテストする…',
    short: 'Test Connection',
  },
  'jumpcloud.group-management': {
    title: 'グループ管理をオフにする',
    why: 'Dialpad は JumpCloud からグループを受け取らないため、オフにします。',
    byHand: 'Group Management の「Enable management of User Groups and Group Membership」のチェックを外します。',
    perform: 'オフにする',
    short: 'グループ管理オフ',
  },
  'jumpcloud.activate': {
    title: '「Activate」を選ぶ',
    why: 'JumpCloud がテストユーザーを作成、変更、削除し、その後、連携が有効になります。',
    byHand: 'Activate を選んで待ちます。Save は設定を破棄するので選びません。ページを再読み込みしないでください。',
    perform: '有効にする…',
    short: 'Activate',
  },
  'jumpcloud.save': {
    title: '「Save」を選ぶ',
    why: 'アプリケーションの設定を保存します。',
    byHand: 'ページの下部で Save を選びます。',
    perform: '保存する…',
    short: 'Save',
  },
  'jumpcloud.user-groups': {
    title: '「User Groups」で Dialpad を使う人を選ぶ',
    why: 'グループをアプリケーションに割り当てるまで、JumpCloud は誰もプロビジョニングしません。',
    byHand: 'User Groups タブを開き、Dialpad を使うグループにチェックを付けて Save を選びます。',
    perform: '続ける',
    short: 'User Groups',
  },
  'first-sync': {
    title: '最初のユーザーを待つ',
    why: '選んだグループの人が JumpCloud から送られます。数分かかることがあります。',
    byHand: '何もする必要はありません。閉じてもかまいません。ユーザーは自動で届きます。',
    perform: 'もう一度確認する',
    short: '最初のユーザーの到着',
  },
  'retire-old-key': {
    title: '古いキーを削除する',
    why: 'JumpCloud は新しいキーを使っています。古いキーを持つ人は、まだそれを使えます。',
    byHand:
      'Dialpad で My Company › Authentication › API Keys を開き、古いキーの Edit を選んで削除します。ほかでそのキーを使っている場合だけ、この手順を省略してください。',
    perform: 'もう一度確認する',
    short: '古いキーの削除',
  },
};

export const selfHostedStepsJa: Partial<Record<StepId, StepText>> = {
  'dialpad.generate-key': {
    title: 'API キーを作成する',
    why: 'JumpCloud が使うキーは、このサーバーが発行します。一度だけ作成され、誰にも表示されません。',
    byHand: 'サーバーの管理者が発行できます: npm run admin -- key create COMPANY --name "JumpCloud SCIM"',
    perform: 'キーを作成する…',
    short: 'キーの作成',
  },
  'dialpad.save-key': {
    title: '新しいキーを受け取る',
    why: 'JumpCloud に入力するまで、アシスタントがこのブラウザーのメモリーにキーを保持します。',
    byHand: 'アシスタントのサイドパネルにキーを貼り付けます。',
    perform: 'キーを受け取る',
    short: 'キーの受け取り',
  },
};

export const replaceStepsJa: Partial<Record<StepId, StepText>> = {
  'jumpcloud.activate': {
    title: '「Update」（無効にした場合は「Activate」）を選ぶ',
    why: 'JumpCloud がテストユーザーを作成、変更、削除して新しいキーを試し、その後、新しいキーを使います。',
    byHand:
      'Update を選びます。連携を無効にした場合は Activate を選んで待ちます。Save はキーを破棄するので選びません。ページを再読み込みしないでください。',
    perform: '新しいキーに切り替える…',
    short: '新しいキーの使用',
  },
};
