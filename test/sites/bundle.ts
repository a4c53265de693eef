import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A file that a look-alike site serves. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

const scripts: Readonly<Record<string, string>> = {
  dialpad: 'dialpad/page/main.ts',
  react: 'jumpcloud/page/main-react.ts',
  vue: 'jumpcloud/page/main-vue.ts',
};

const styles: Readonly<Record<string, string>> = {
  dialpad: 'dialpad/page/dialpad.css',
  jumpcloud: 'jumpcloud/page/jumpcloud.css',
};

function local(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

async function bundleScripts(): Promise<[string, Asset][]> {
  const input = Object.fromEntries(Object.entries(scripts).map(([name, path]) => [name, local(path)]));
  const built = await build({
    configFile: false,
    root: local('.'),
    logLevel: 'silent',
    // Vitest sets NODE_ENV to "test", with which React would be its development build.
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-chunk.js' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((result) =>
    'output' in result
      ? result.output.flatMap((file): [string, Asset][] =>
          file.type === 'chunk' ? [[`/assets/${file.fileName}`, { type: 'text/javascript', body: file.code }]] : [],
        )
      : [],
  );
}

async function readStyles(): Promise<[string, Asset][]> {
  return Promise.all(
    Object.entries(styles).map(async ([name, path]): Promise<[string, Asset]> => [
      `/assets/${name}.css`,
      { type: 'text/css', body: await readFile(local(path), 'utf8') },
    ]),
  );
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}

/** Scripts and styles of both sites by path, bundled in memory at most once a process. */
export const loadAssets: () => Promise<ReadonlyMap<string, Asset>> = once(
  async () => new Map([...(await bundleScripts()), ...(await readStyles())]),
);
