import type { CommonTexts } from './common-en.ts';

/** The same in Japanese. */
export const commonJa: CommonTexts = {
  product: 'JumpCloud セットアップ',
  productFor: '（Dialpad 用）',
  tryAgain: 'もう一度試す',
  loading: '読み込んでいます…',
  working: '処理しています…',

  failure: {
    title: '読み込めませんでした',
    offlineTitle: 'サーバーが応答しません',
    offline:
      'オンラインであることと、サーバーが動いていることを確認して、もう一度試してください。何も変更されていません。',
    notFoundTitle: 'ここには何もありません',
    notFound: 'アドレスが間違っているか、指していたものが削除されたか、閲覧できない会社のものです。',
    unexpected:
      'サーバーの応答をこのページが理解できません。再読み込みしてください。それでも直らない場合は、サポートに知らせてください。',
    toStart: '最初のページへ',
    liveLost: 'リアルタイム接続が切れました。再接続しています…',
    live: 'リアルタイム',
  },

  domainRequest: {
    ask: (domain) => `${domain} の許可をサポートに依頼する`,
    askAgain: 'もう一度依頼する',
    asked: '依頼済み',
    declined: '不許可',
    askedText: (domain) =>
      `Dialpad サポートに ${domain} の許可を依頼しました。回答があると、このページは自動で先に進みます。`,
    declinedText: (domain) => `Dialpad サポートは ${domain} を許可しませんでした:`,
  },
};
