// Builds what browsers load and the server's own bundle, side by side. Runs on Node 26.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './places.mjs';

process.chdir(root);
await Promise.all([
  build({ logLevel: 'warn' }),
  build({ logLevel: 'warn', build: { ssr: 'src/main.ts', emptyOutDir: true } }),
]);
forgetOldAssets();

/**
 * A Kith that is still running serves the files of its own build, so files are added, never emptied away; what
 * no page of this build names goes after a day.
 */
function forgetOldAssets() {
  const client = join(root, 'dist', 'client');
  const manifest = JSON.parse(readFileSync(join(client, '.vite', 'manifest.json'), 'utf8'));
  const named = new Set(
    Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]),
  );
  const folder = join(client, 'assets');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const plain = `assets/${name.replace(/\.(br|gz)$/, '')}`;
    if (!named.has(plain) && Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path);
  }
}
