import type { SetupPageTexts } from './setup-page-en.ts';

/** The same in Japanese. */
export const setupPageJa: SetupPageTexts = {
  flows: {
    setup: {
      name: 'JumpCloud のセットアップ',
      title: (company) => `${company} の JumpCloud を Dialpad に接続する`,
      lead: 'このチェックリストは、Dialpad と JumpCloud の設定が進むと自動で埋まります。上から順に手動で進めるか、ブラウザーのアシスタントと一緒に進めてください。10 分ほどかかります。',
      finishedTitle: 'JumpCloud が接続されました',
      finished:
        'これからは、JumpCloud での追加、変更、停止がそのままユーザーに反映されます。このページは閉じてかまいません。',
    },
    'replace-key': {
      name: 'キーの交換',
      title: (company) => `${company} の JumpCloud のキーを交換する`,
      lead: 'JumpCloud に新しいキーを渡し、新しいキーの使用が確認できたら古いキーを削除します。このチェックリストは自動で埋まります。上から順に手動で進めるか、ブラウザーのアシスタントと一緒に進めてください。',
      finishedTitle: 'JumpCloud は新しいキーを使っています',
      finished: 'ユーザーの追加と停止はこれまでどおり続きます。このページは閉じてかまいません。',
    },
  },
  copy: 'コピー',
  copied: 'コピーしました',
  copyByHand:
    'ここではブラウザーがコピーを許可していません。選択されている文字を Ctrl+C（Mac では ⌘C）でコピーしてください。',
  expires: 'このリンクの有効期限:',
  keepPrivate: 'リンクは他の人に渡さないでください。リンクを持つ人は、このセットアップを閲覧し、状況を報告できます。',
  progress: (done, total) => `${total} 手順のうち ${done} 手順が完了`,

  assistant: {
    title: 'アシスタントと一緒に進める',
    text: 'ブラウザー拡張機能が Dialpad と JumpCloud のページで各欄を見つけて入力します。何かを作成、送信、変更する前には必ず確認します。',
    steps: [
      '「JumpCloud setup for Dialpad」を Chrome、Edge、Firefox にインストールします。ブラウザーのストアから、または Dialpad サポートの担当者の案内に従ってください。',
      'そのサイドパネルを開き、このページのリンクを「Setup link」欄に貼り付けます。',
      '「Connect」を押してから Dialpad を開きます。このページにも進み具合が表示されます。',
    ],
    linkLabel: 'Setup link',
  },

  values: {
    title: 'コピーする値',
    baseUrl: 'Base URL',
    notPublic:
      'JumpCloud のクラウドはこのアドレスに到達できません。このコンピューターだけのアドレスか、https ではありません。サーバーの運用者が PUBLIC_URL を設定します。',
    keyName: 'キーの名前',
    testAddress: 'Test User Email',
    testAddressHint:
      'JumpCloud のアプリケーションが求める場合だけ使います。誰のものでもないアドレスで、テストの後に削除されます。',
    makeTestAddress: 'テスト用アドレスを作成',
    anotherTestAddress: '別のものを作成',
    request: 'Dialpad サポートへの依頼',
    requestHint:
      'または自分で送ります。Dialpad で Contact us › Submit a request › Account changes › Adding a secondary domain を選びます。',
    createKey: 'API キーを作成',
    createKeyHint: 'このサーバーは、このセットアップのキーを一度だけ作成し、今だけ表示します。',
    key: 'API キー',
    keyOnce: 'このキーは再び表示されません。ページを離れる前に、JumpCloud の「Token Key」欄に貼り付けてください。',
  },

  groups: { dialpad: 'Dialpad での作業', jumpcloud: 'JumpCloud での作業' },
  groupServerFirst: '始める前に',
  groupServerLast: '仕上げ',
  open: '開く:',

  step: {
    why: '理由',
    byHand: '方法',
    done: '完了しました',
    skip: 'この手順を省略',
    notThere: '自分のページにはありません',
    undo: 'やはり未完了',
    succeeded: 'JumpCloud に成功と表示された',
    failed: 'JumpCloud に失敗と表示された',
    waiting: 'サーバーが確認すると自動で完了します。',
    waitingForServer: '成功したとの申告がありました。JumpCloud の呼び出しが届くのを待っています…',
    now: '次',
    states: { done: '完了', open: '未完了', 'not-needed': '不要', skipped: '省略' },
    seenBy: { page: 'ページで確認', admin: '本人の申告', server: 'サーバーで確認' },
  },

  byHand: {
    'dialpad.save-key':
      '今キーをコピーしてください（隠れている場合は先に「Show value」を選びます）。再び表示されないことがあります。JumpCloud の Token Key 欄に貼り付けるまでの間だけ保管してください。',
    'dialpad.generate-key':
      '「JumpCloud SCIM」などの名前を入力し、既定の権限（scopes）はそのままにして Save を選びます。',
  },

  selfHostedByHand: {
    'dialpad.generate-key':
      'ここでキーを作成します。すでに作成して失くした場合は、このサーバーの運用者が別のキーを発行できます。',
    'dialpad.save-key': '表示されたキーをコピーし、JumpCloud の Token Key 欄に貼り付けるまでの間だけ保管してください。',
  },

  activity: {
    title: 'サーバーが確認したこと',
    empty: 'JumpCloud からの呼び出しはまだありません。',
    lead: 'JumpCloud の呼び出し（新しい順）。',
  },

  ended: {
    title: 'このセットアップリンクはもう使えません',
    text: '期限が切れたか、取り消されたか、コピーの途中で切れています。これまでの設定は残っています。',
    next: '送ってくれた人、管理者、または Dialpad サポートに新しいリンクを依頼してください。開くか、アシスタントに貼り付けると、続きから再開します。',
    admin: '会社の管理者の場合は、コンソールの「Set up JumpCloud」で新しいリンクを作成できます。',
    toConsole: 'コンソールへ',
  },
};
