import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

/** Every island is a script of its own, named after its file: a page loads the one it needs. */
const islands = Object.fromEntries(
  globSync('src/**/*.island.tsx').map((path) => [basename(path, '.island.tsx'), path]),
);

export default defineConfig(({ isSsrBuild, command }) => ({
  plugins: [preact(), ...(isSsrBuild || command !== 'build' ? [] : [icon(), compressed()])],
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
  build: isSsrBuild
    ? { outDir: 'dist/server', sourcemap: true, target: 'node26', minify: false }
    : {
        outDir: 'dist/client',
        emptyOutDir: false,
        manifest: true,
        // The policy for content allows no `data:`.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { look: 'src/ui/look/main.scss', ...islands } },
      },
}));

/** No style names the icon of the browser's tab, so it is added to the manifest by hand. */
function icon(): Plugin {
  const path = 'src/ui/look/favicon.svg';
  return {
    name: 'kith:icon',
    buildStart() {
      this.addWatchFile(path);
      this.emitFile({
        type: 'asset',
        name: basename(path),
        originalFileName: path,
        source: readFileSync(path),
      });
    },
  };
}

/** Leaves each asset compressed beside itself, so that the server never does it while a parent waits. */
function compressed(): Plugin {
  let folder = '';
  let watching = false;
  return {
    name: 'kith:compressed',
    configResolved(config) {
      folder = join(config.root, config.build.outDir, config.build.assetsDir);
      watching = config.build.watch !== null;
    },
    closeBundle() {
      if (watching) return;
      const names = new Set(readdirSync(folder));
      for (const name of names) {
        if (!/\.(css|js|svg|json|txt|map)$/.test(name) || names.has(`${name}.br`)) continue;
        const text = readFileSync(join(folder, name));
        const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text, brotli));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(text, { level: 9 }));
      }
    },
  };
}
