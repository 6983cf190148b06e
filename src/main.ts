import { lastWords } from './command/last-words.ts';
import { run } from './command/run.ts';

process.on('uncaughtException', (error) => {
  console.error(lastWords(error));
  process.exit(1);
});
process.exitCode = await run(process.argv.slice(2));
